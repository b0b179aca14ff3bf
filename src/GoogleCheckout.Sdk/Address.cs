namespace GoogleCheckout;

/// <summary>A buyer's address as the service sends it; real messages left out any part of it. Schema type <c>Address</c>.</summary>
public sealed record Address
{
    /// <summary>The name of the person. Wire name: <c>contact-name</c>.</summary>
    public string? ContactName { get; init; }

    /// <summary>The name in two parts, where the service has it so. Wire name: <c>structured-name</c>.</summary>
    public StructuredName? StructuredName { get; init; }

    /// <summary>The name of the company. Wire name: <c>company-name</c>.</summary>
    public string? CompanyName { get; init; }

    /// <summary>The e-mail address; it may be an anonymous one that forwards to the buyer. Wire name: <c>email</c>.</summary>
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

    /// <summary>The state or province; for the United States the two letters of the state. Wire name: <c>region</c>.</summary>
    public string? Region { get; init; }

    /// <summary>The postal code. Wire name: <c>postal-code</c>.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The ISO 3166-1 code of the country, two letters. Wire name: <c>country-code</c>.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The type's name only: an address belongs in no log.</summary>
    public override string ToString() => nameof(Address);
}
