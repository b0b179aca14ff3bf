namespace GoogleCheckout;

/// <summary>A buyer's address as the service sends it; real messages left out any part of it. Schema type <c>Address</c>.</summary>
public sealed record Address
{
    /// <summary>The name of the person.</summary>
    public string? ContactName { get; init; }

    /// <summary>The name in two parts, where the service has it so.</summary>
    public StructuredName? StructuredName { get; init; }

    /// <summary>The name of the company.</summary>
    public string? CompanyName { get; init; }

    /// <summary>The e-mail address; it may be an anonymous one that forwards to the buyer.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The fax number.</summary>
    public string? Fax { get; init; }

    /// <summary>The first line of the street address.</summary>
    public string? Address1 { get; init; }

    /// <summary>The second line of the street address.</summary>
    public string? Address2 { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state or province; for the United States the two letters of the state.</summary>
    public string? Region { get; init; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The ISO 3166-1 code of the country, two letters.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The type's name only: an address belongs in no log.</summary>
    public override string ToString() => nameof(Address);
}
