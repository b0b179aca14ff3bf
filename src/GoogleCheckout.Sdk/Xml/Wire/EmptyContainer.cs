namespace GoogleCheckout.Xml;

/// <summary>The empty list that an empty container element is read as. An absent container is read as another empty list, so that both are written as they were.</summary>
internal sealed class EmptyContainer<T> : EmptyList<T>
{
    private EmptyContainer()
    {
    }

    public static EmptyContainer<T> Instance { get; } = new();
}
