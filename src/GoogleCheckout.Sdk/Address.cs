namespace GoogleCheckout;

/// <summary>A buyer's address, as the service sends it. Every part is optional: real messages omit any of them. Schema type <c>Address</c>.</summary>
public sealed record Address
{
    /// <summary>The name of the person. Wire name: <c>contact-name</c>.</summary>
    public string? ContactName { get; init; }

    /// <summary>The name in two parts; null if the service does not know the parts. Wire name: <c>structured-name</c>.</summary>
    public StructuredName? StructuredName { get; init; }

    /// <summary>The name of the company. Wire name: <c>company-name</c>.</summary>
    public string? CompanyName { get; init; }

    /// <summary>The email address. It may be an anonymous address that forwards to the buyer. Wire name: <c>email</c>.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number. Wire name: <c>phone</c>.</summary>
    public string? Phone { get; init; }

    /// <summary>The fax number. Wire name: <c>fax</c>.</summary>
    public string? Fax { get; init; }

    /// <summary>The first line of the street address. Wire name: <c>address1</c>.</summary>
    public string? Address1 { get; init; }

    /// <summary>The second line of the street address. Wire name: <c>address2</c>.</summary>
    public string? Address2 { get; init; }

    /// <summary>The city. Wire name: <c>city</c>.</summary>
    public string? City { get; init; }

    /// <summary>The state or province. In the United States, the two-letter code of the state. Wire name: <c>region</c>.</summary>
    public string? Region { get; init; }

    /// <summary>The postal code. Wire name: <c>postal-code</c>.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The two-letter ISO 3166-1 code of the country. Wire name: <c>country-code</c>.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Returns the name of the type only: addresses must not appear in logs.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(Address);
}
