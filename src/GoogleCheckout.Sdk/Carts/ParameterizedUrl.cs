namespace GoogleCheckout.Carts;

/// <summary>A URL that is requested when the order is placed, with values of the order as parameters. Schema type <c>ParameterizedUrl</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record ParameterizedUrl
{
    /// <summary>The absolute URL, already escaped. Wire name: <c>url</c> (attribute).</summary>
    public required string Url { get; init; }

    /// <summary>The parameters that are added to the URL. Wire name: <c>parameters/url-parameter</c>.</summary>
    public IReadOnlyList<UrlParameter> Parameters { get; init; } = [];
}
