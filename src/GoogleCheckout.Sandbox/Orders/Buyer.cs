namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The buyer of one order and the card it is paid with.</summary>
internal sealed record Buyer
{
    public required long BuyerId { get; init; }

    public required Address ShippingAddress { get; init; }

    public required Address BillingAddress { get; init; }

    public required bool EmailAllowed { get; init; }

    public required TestCard Card { get; init; }

    /// <summary>How long the buyer has had an account, as risk information tells it.</summary>
    public int AccountAgeInDays { get; init; } = 2;

    /// <summary>Where the buyer ordered from; an address of the range for documentation.</summary>
    public string IpAddress { get; init; } = "192.0.2.10";

    public override string ToString() => nameof(Buyer);

    /// <summary>The buyer that a test chose.</summary>
    /// <exception cref="ArgumentException">An address lacks a part that every message needs.</exception>
    public static Buyer From(SandboxBuyer buyer) => new()
    {
        BuyerId = buyer.BuyerId,
        ShippingAddress = EnsureComplete(buyer.ShippingAddress, nameof(buyer.ShippingAddress)),
        BillingAddress = EnsureComplete(buyer.BillingAddress, nameof(buyer.BillingAddress)),
        EmailAllowed = buyer.EmailAllowed,
        Card = buyer.Card,
    };

    /// <summary>The address, if it has the parts that every message needs.</summary>
    /// <exception cref="ArgumentException">A part is missing.</exception>
    public static Address EnsureComplete(Address address, string name) =>
        address is { Address1: not null, City: not null, Region: not null, PostalCode: not null, CountryCode: not null }
            ? address
            : throw new ArgumentException($"{name} needs {nameof(Address.Address1)}, {nameof(Address.City)}, {nameof(Address.Region)}, {nameof(Address.PostalCode)} and {nameof(Address.CountryCode)}.");
}
