namespace GoogleCheckout.Carts;

/// <summary>A fact about the order, added to a <see cref="ParameterizedUrl"/>. Schema type <c>UrlParameter</c>.</summary>
public sealed record UrlParameter
{
    /// <summary>What the fact is called in the address. Wire name: <c>name</c> (attribute).</summary>
    public required string Name { get; init; }

    /// <summary>Which fact, one of <see cref="UrlParameterTypes"/>. Wire name: <c>type</c> (attribute).</summary>
    public required string Type { get; init; }
}
