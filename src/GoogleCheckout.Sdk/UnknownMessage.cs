namespace GoogleCheckout;

/// <summary>A document with a root element the protocol does not have. Its XML is in <see cref="CheckoutMessage.OriginalXml"/>.</summary>
public sealed record UnknownMessage : CheckoutMessage
{
    /// <summary>The local name of the root element. Wire value: the element's name.</summary>
    public required string RootName { get; init; }

    /// <summary>The namespace of the root element; empty where it has none. Wire value: the element's namespace.</summary>
    public required string RootNamespace { get; init; }

    /// <summary>
    /// The root's attribute <c>serial-number</c>, which an acknowledgment repeats; null where it has none.
    /// Wire name: <c>serial-number</c> (attribute).
    /// </summary>
    public string? SerialNumber { get; init; }
}
