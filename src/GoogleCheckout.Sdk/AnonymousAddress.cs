namespace GoogleCheckout;

/// <summary>An address without a name or street, enough for taxes and shipping. Schema type <c>AnonymousAddress</c>.</summary>
public sealed record AnonymousAddress
{
    /// <summary>Names the address within its message. Wire name: <c>id</c> (attribute).</summary>
    public required string Id { get; init; }

    /// <summary>The city; the service once sent it empty. Wire name: <c>city</c>.</summary>
    public string? City { get; init; }

    /// <summary>The state or province; for the United States the two letters of the state. Wire name: <c>region</c>.</summary>
    public string? Region { get; init; }

    /// <summary>The postal code. Wire name: <c>postal-code</c>.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The ISO 3166-1 code of the country, two letters. Wire name: <c>country-code</c>.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The type's name and the id: an address belongs in no log.</summary>
    public override string ToString() => $"{nameof(AnonymousAddress)} {Id}";
}
