namespace GoogleCheckout;

/// <summary>
/// A message of the Google Checkout XML API v2: any root element of the schema, sent or received.
/// </summary>
/// <remarks>
/// Two messages are equal if their types and properties are equal. In comparisons with <c>==</c> and <c>Equals</c>, lists are
/// compared by reference, so two carts with equal items in different lists are not equal. To compare content, compare the results
/// of <see cref="CheckoutXml.ToXmlString"/>.
/// </remarks>
public abstract record CheckoutMessage
{
    private protected CheckoutMessage()
    {
    }

    /// <summary>Copies no <see cref="OriginalXml"/>: what <c>with</c> makes is not what was received.</summary>
    /// <param name="original">The message to copy.</param>
    protected CheckoutMessage(CheckoutMessage original)
    {
    }

    /// <summary>
    /// The XML this message was read from: byte for byte for a whole document, the element written again for one out of
    /// a list. Empty for a message that was not read. It may hold buyer data; keep it out of logs.
    /// </summary>
    public ReadOnlyMemory<byte> OriginalXml { get; internal set; }

    /// <summary>Whether the other message is of the same type; derived records add their properties.</summary>
    /// <param name="other">The message to compare with.</param>
    public virtual bool Equals(CheckoutMessage? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>The type's name, and for a notification its serial and order number; never a buyer's data.</summary>
    public sealed override string ToString() => Description;

    private protected virtual string Description => GetType().Name;
}
