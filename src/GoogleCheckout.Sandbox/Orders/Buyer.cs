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
}
