namespace GoogleCheckout.Sandbox;

/// <summary>Who buys, and how: what a person would choose on the service's pages. Every choice has a default.</summary>
public sealed class SandboxBuyer
{
    /// <summary>The buyer's id.</summary>
    /// <value>The default is 294873009217523.</value>
    public long BuyerId { get; set; } = 294873009217523;

    /// <summary>Where the goods go.</summary>
    /// <value>The default is an address in Springfield, Illinois.</value>
    public Address ShippingAddress { get; set; } = Home();

    /// <summary>Where the card is billed; the merchant sees it in the new order and in the risk information.</summary>
    /// <value>The default is the same address in Springfield, Illinois.</value>
    public Address BillingAddress { get; set; } = Home();

    /// <summary>Other addresses the buyer has saved: a merchant who calculates shipping or tax is asked about all of them at once.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<Address> OtherAddresses { get; set; } = [];

    /// <summary>
    /// The chosen shipping method, by the name it has in the cart or, for a carrier's, by company and service, such as
    /// <c>UPS Ground</c>; null takes the first one that is offered at the address.
    /// </summary>
    public string? ShippingMethod { get; set; }

    /// <summary>The codes of coupons and gift certificates, in the order in which they are entered; only for a cart that accepts such.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<string> Codes { get; set; } = [];

    /// <summary>The language of the service's pages, in which a merchant writes the messages about codes.</summary>
    /// <value>The default is <c>en_US</c>.</value>
    public string Language { get; set; } = "en_US";

    /// <summary>The card to pay with. It decides how the review and the charges end.</summary>
    /// <value>The default is <see cref="TestCard.Accepted"/>.</value>
    public TestCard Card { get; set; } = TestCard.Accepted;

    /// <summary>Whether the buyer asks for the merchant's advertising.</summary>
    public bool EmailAllowed { get; set; }

    private static Address Home() => new()
    {
        ContactName = "Ada Example",
        StructuredName = new StructuredName { FirstName = "Ada", LastName = "Example" },
        Email = "ada@example.com",
        Phone = "+1-217-555-0100",
        Address1 = "12 Sample Street",
        City = "Springfield",
        Region = "IL",
        PostalCode = "62701",
        CountryCode = "US",
    };
}
