namespace GoogleCheckout.Reports;

/// <summary>A notification in a history or polling response that cannot be read. The others of the response were read.</summary>
/// <remarks>Memory is compared by reference.</remarks>
public sealed record UnreadableNotification
{
    /// <summary>The position among the notifications of the response, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>The name of the element, for example <c>new-order-notification</c>.</summary>
    public required string RootName { get; init; }

    /// <summary>The serial number; null if it is absent or cannot be read.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The order number that the service assigned; null if it is absent or cannot be read.</summary>
    public string? GoogleOrderNumber { get; init; }

    /// <summary>Why the notification cannot be read, with the path and the place in <see cref="RawXml"/>. The message contains no buyer data.</summary>
    public required CheckoutXmlException Error { get; init; }

    /// <summary>The rewritten element as a document in UTF-8. It may contain buyer data; keep it out of logs.</summary>
    public required ReadOnlyMemory<byte> RawXml { get; init; }

    /// <summary>Returns the name of the element, the serial number and the order number, without the buyer's data.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => QuotedText.OfIdentifier(
        $"{RootName} {SerialNumber ?? "without a readable serial number"} of order {GoogleOrderNumber ?? "unknown"}", QuotedText.LineLength);
}
