namespace GoogleCheckout.Carts;

/// <summary>An address the service calls when the order is placed, with facts about the order added to it. Schema type <c>ParameterizedUrl</c>.</summary>
public sealed record ParameterizedUrl
{
    /// <summary>The address, already escaped.</summary>
    public required string Url { get; init; }

    /// <summary>What is added to the address.</summary>
    public IReadOnlyList<UrlParameter> Parameters { get; init; } = [];
}
