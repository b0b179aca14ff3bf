namespace GoogleCheckout;

/// <summary>
/// The empty list that a container element is read as if a cart lacks it although the schema requires it. It is absent again when the cart
/// is written. Validation reports it.
/// </summary>
internal sealed class AbsentContainer<T> : EmptyList<T>
{
    private AbsentContainer()
    {
    }

    public static AbsentContainer<T> Instance { get; } = new();
}
