namespace GoogleCheckout;

/// <summary>What the service made of a message that it was asked to check, not to carry out. Schema type <c>DiagnoseResponse</c>.</summary>
public sealed record DiagnoseResponse : CheckoutMessage
{
    /// <summary>The request as the service read it, a document of its own. Wire name: <c>input-xml</c>.</summary>
    public required string InputXml { get; init; }

    /// <summary>What the service would warn of. Wire name: <c>warnings/string</c>.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Names this answer to the service's support. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }
}
