using System.Collections;

namespace GoogleCheckout.Xml;

/// <summary>The empty list that an empty container element is read as. An absent container is read as another empty list, so that both are written as they were.</summary>
internal sealed class EmptyContainer<T> : IReadOnlyList<T>
{
    private EmptyContainer()
    {
    }

    public static EmptyContainer<T> Instance { get; } = new();

    public int Count => 0;

    public T this[int index] => throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T> GetEnumerator() => Enumerable.Empty<T>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
