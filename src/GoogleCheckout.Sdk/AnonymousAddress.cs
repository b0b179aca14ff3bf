namespace GoogleCheckout;

/// <summary>An address without a name or street, sufficient to calculate taxes and shipping. Schema type <c>AnonymousAddress</c>.</summary>
public sealed record AnonymousAddress
{
    /// <summary>The identifier of the address in its message. Wire name: <c>id</c> (attribute).</summary>
    public required string Id { get; init; }

    /// <summary>The city. A real message contained an empty city. Wire name: <c>city</c>.</summary>
    public string? City { get; init; }

    /// <summary>The state or province. In the United States, the two-letter code of the state. Wire name: <c>region</c>.</summary>
    public string? Region { get; init; }

    /// <summary>The postal code. Wire name: <c>postal-code</c>.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The two-letter ISO 3166-1 code of the country. Wire name: <c>country-code</c>.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Returns the name of the type and the identifier only: addresses must not appear in logs.</summary>
    /// <returns>The name of the type and the identifier.</returns>
    public override string ToString() => $"{nameof(AnonymousAddress)} {QuotedText.OfIdentifier(Id)}";
}
