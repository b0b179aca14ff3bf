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

    /// <summary>Copies a message without its <see cref="OriginalXml"/>, because a copy made by <c>with</c> is not the received message.</summary>
    /// <param name="original">The message to copy.</param>
    protected CheckoutMessage(CheckoutMessage original)
    {
    }

    /// <summary>
    /// The XML from which this message was read: the original bytes of a whole document, or the rewritten element if the message
    /// was part of a list. Empty if the message was not read from XML. It may contain buyer data; keep it out of logs.
    /// </summary>
    public ReadOnlyMemory<byte> OriginalXml { get; internal set; }

    /// <summary>Returns whether the other message has the same type. Derived records also compare their properties.</summary>
    /// <param name="other">The message to compare with.</param>
    /// <returns>True if the messages are equal.</returns>
    public virtual bool Equals(CheckoutMessage? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>Returns the name of the type; for a notification also the serial number and order number, for a redirect the URL. Never contains buyer data.</summary>
    /// <returns>A description of the message.</returns>
    public sealed override string ToString() => QuotedText.OfIdentifier(Description, QuotedText.LineLength);

    private protected virtual string Description => GetType().Name;
}
