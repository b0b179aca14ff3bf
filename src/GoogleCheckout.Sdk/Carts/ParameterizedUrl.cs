namespace GoogleCheckout.Carts;

/// <summary>An address the service calls when the order is placed, with facts about the order added to it. Schema type <c>ParameterizedUrl</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record ParameterizedUrl
{
    /// <summary>The address, already escaped. Wire name: <c>url</c> (attribute).</summary>
    public required string Url { get; init; }

    /// <summary>What is added to the address. Wire name: <c>parameters/url-parameter</c>.</summary>
    public IReadOnlyList<UrlParameter> Parameters { get; init; } = [];
}
