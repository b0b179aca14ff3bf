namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The buyer of one order and the card that pays for it.</summary>
internal sealed record Buyer
{
    public required long BuyerId { get; init; }

    public required Address ShippingAddress { get; init; }

    public required Address BillingAddress { get; init; }

    public required bool EmailAllowed { get; init; }

    public required TestCard Card { get; init; }

    /// <summary>The age of the buyer's account in days, as reported in the risk information.</summary>
    public int AccountAgeInDays { get; init; } = 2;

    /// <summary>The IP address of the buyer. The default is in the range reserved for documentation.</summary>
    public string IpAddress { get; init; } = "192.0.2.10";

    public override string ToString() => nameof(Buyer);

    /// <summary>Creates the buyer from the choices of a test.</summary>
    /// <exception cref="ArgumentException">An address lacks a part that every notification contains.</exception>
    public static Buyer From(SandboxBuyer buyer) => new()
    {
        BuyerId = buyer.BuyerId,
        ShippingAddress = EnsureComplete(buyer.ShippingAddress, nameof(buyer.ShippingAddress)),
        BillingAddress = EnsureComplete(buyer.BillingAddress, nameof(buyer.BillingAddress)),
        EmailAllowed = buyer.EmailAllowed,
        Card = buyer.Card,
    };

    /// <summary>Returns the address if it has the parts that every notification contains.</summary>
    /// <exception cref="ArgumentException">A part is missing.</exception>
    public static Address EnsureComplete(Address address, string name) =>
        address is { Address1: not null, City: not null, Region: not null, PostalCode: not null, CountryCode: not null }
            ? address
            : throw new ArgumentException($"{name} needs {nameof(Address.Address1)}, {nameof(Address.City)}, {nameof(Address.Region)}, {nameof(Address.PostalCode)} and {nameof(Address.CountryCode)}.");
}
