namespace GoogleCheckout.Carts;

/// <summary>A value of the order that is added to a <see cref="ParameterizedUrl"/>. Schema type <c>UrlParameter</c>.</summary>
public sealed record UrlParameter
{
    /// <summary>The name of the parameter in the URL. Wire name: <c>name</c> (attribute).</summary>
    public required string Name { get; init; }

    /// <summary>The value of the order, one of <see cref="UrlParameterTypes"/>. Wire name: <c>type</c> (attribute).</summary>
    public required string Type { get; init; }
}
