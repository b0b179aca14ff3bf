namespace GoogleCheckout;

/// <summary>What the service made of a message that it was asked to check, not to carry out. Schema type <c>DiagnoseResponse</c>.</summary>
public sealed record DiagnoseResponse : CheckoutMessage
{
    /// <summary>The request as the service read it, a document of its own.</summary>
    public required string InputXml { get; init; }

    /// <summary>What the service would warn of.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Names this answer to the service's support.</summary>
    public string? SerialNumber { get; init; }
}
