namespace GoogleCheckout.Sandbox.Pages;

/// <summary>A test buyer whose address is saved, so that a person does not have to type one.</summary>
/// <param name="Key">The value in the form.</param>
/// <param name="Description">The description of the address that the buyer sees.</param>
/// <param name="BuyerId">The buyer's id.</param>
/// <param name="Address">The address for shipping and billing.</param>
internal sealed record SavedBuyer(string Key, string Description, long BuyerId, Address Address)
{
    private const long FirstId = 294873009217523;

    /// <summary>All saved buyers. The first one is the default.</summary>
    public static IReadOnlyList<SavedBuyer> All { get; } =
    [
        new("us", "United States", FirstId, new SandboxBuyer().ShippingAddress),
        new("uk", "United Kingdom", FirstId + 1, Create("Bob", "Example", "1 Test Lane", "London", "Greater London", "EC1A 1AA", "GB", "+44-20-7946-0100")),
        new("de", "Germany", FirstId + 2, Create("Clara", "Beispiel", "Musterweg 3", "Berlin", "BE", "10115", "DE", "+49-30-23125-100")),
        new("po-box", "United States, a PO box", FirstId + 3, Create("Dan", "Example", "PO Box 123", "Reno", "NV", "89501", "US", "+1-775-555-0100")),
        new("military", "United States, a military address", FirstId + 4, Create("Eve", "Example", "PSC 1 Box 23", "APO", "AE", "09001", "US", "+1-202-555-0100")),
    ];

    /// <summary>Returns the type only: it has a person's data.</summary>
    public override string ToString() => nameof(SavedBuyer);

    private static Address Create(string firstName, string lastName, string street, string city, string region, string postalCode, string country, string phone) => new()
    {
        ContactName = $"{firstName} {lastName}",
        StructuredName = new StructuredName { FirstName = firstName, LastName = lastName },
        Email = $"{firstName.ToLowerInvariant()}@example.com",
        Phone = phone,
        Address1 = street,
        City = city,
        Region = region,
        PostalCode = postalCode,
        CountryCode = country,
    };
}
