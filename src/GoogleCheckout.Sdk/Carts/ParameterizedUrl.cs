namespace GoogleCheckout.Carts;

/// <summary>An address the service calls when the order is placed, with facts about the order added to it. Schema type <c>ParameterizedUrl</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record ParameterizedUrl
{
    /// <summary>The address, already escaped.</summary>
    public required string Url { get; init; }

    /// <summary>What is added to the address.</summary>
    public IReadOnlyList<UrlParameter> Parameters { get; init; } = [];
}
