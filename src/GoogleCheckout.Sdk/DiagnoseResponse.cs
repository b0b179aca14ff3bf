namespace GoogleCheckout;

/// <summary>The service's response to a message that it was asked to validate without executing it. Schema type <c>DiagnoseResponse</c>.</summary>
public sealed record DiagnoseResponse : CheckoutMessage
{
    /// <summary>The request as the service read it, as a complete XML document. Wire name: <c>input-xml</c>.</summary>
    public required string InputXml { get; init; }

    /// <summary>The service's warnings; empty if there are none. Wire name: <c>warnings/string</c>.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The serial number of the response, for the service's support team. Null if absent. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }
}
