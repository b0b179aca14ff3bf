namespace GoogleCheckout.Sandbox;

/// <summary>The buyer of an order, and the choices that a person made on the service's pages. Every choice has a default.</summary>
public sealed class SandboxBuyer
{
    /// <summary>The buyer's id.</summary>
    /// <value>The default is 294873009217523.</value>
    public long BuyerId { get; set; } = 294873009217523;

    /// <summary>The address to which the order is shipped.</summary>
    /// <value>The default is an address in Springfield, Illinois.</value>
    public Address ShippingAddress { get; set; } = Home();

    /// <summary>The card's billing address. The new order and the risk information contain it.</summary>
    /// <value>The default is the same address in Springfield, Illinois.</value>
    public Address BillingAddress { get; set; } = Home();

    /// <summary>Other addresses that the buyer has saved. A calculation callback asks for shipping and tax for all of them at once.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<Address> OtherAddresses { get; set; } = [];

    /// <summary>
    /// The name of the shipping method in the cart or, for a carrier's method, company and service, for example <c>UPS Ground</c>.
    /// If null, the first method that is offered at the address is used.
    /// </summary>
    public string? ShippingMethod { get; set; }

    /// <summary>The codes of coupons and gift certificates, in the order in which the buyer enters them. The cart must accept codes.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<string> Codes { get; set; } = [];

    /// <summary>The language of the service's pages. The merchant's messages about codes should be in this language.</summary>
    /// <value>The default is <c>en_US</c>.</value>
    public string Language { get; set; } = "en_US";

    /// <summary>The card to pay with. It determines the results of the review and the charges.</summary>
    /// <value>The default is <see cref="TestCard.Accepted"/>.</value>
    public TestCard Card { get; set; } = TestCard.Accepted;

    /// <summary>Whether the buyer allows the merchant to send marketing e-mail.</summary>
    /// <value>The default is false.</value>
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
