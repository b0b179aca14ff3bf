namespace GoogleCheckout;

/// <summary>A document with a root element that the protocol does not define. Its XML is in <see cref="CheckoutMessage.OriginalXml"/>.</summary>
public sealed record UnknownMessage : CheckoutMessage
{
    /// <summary>The local name of the root element. Wire value: the element's name.</summary>
    public required string RootName { get; init; }

    /// <summary>The namespace of the root element; empty if it has none. Wire value: the element's namespace.</summary>
    public required string RootNamespace { get; init; }

    /// <summary>
    /// The attribute <c>serial-number</c> of the root element, which an acknowledgment repeats; null if absent.
    /// Wire name: <c>serial-number</c> (attribute).
    /// </summary>
    public string? SerialNumber { get; init; }
}
