using System.Collections;

namespace GoogleCheckout;

/// <summary>A list without members whose type shows what it was read from.</summary>
internal abstract class EmptyList<T> : IReadOnlyList<T>
{
    public int Count => 0;

    public T this[int index] => throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T> GetEnumerator() => Enumerable.Empty<T>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
