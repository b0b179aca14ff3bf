using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>What a buyer chose for a cart.</summary>
internal sealed record Purchase
{
    /// <summary>Who buys.</summary>
    public required Buyer Buyer { get; init; }

    /// <summary>What else the buyer has saved.</summary>
    public IReadOnlyList<Address> OtherAddresses { get; init; } = [];

    /// <summary>The way of shipping; null for the first one that is offered.</summary>
    public string? ShippingName { get; init; }

    /// <summary>The codes entered, in that order.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Such as <c>en_US</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The saved addresses; first the one that decides on shipping and tax.</summary>
    public IReadOnlyList<Address> GetAddresses(CheckoutShoppingCart cart) =>
        [.. new[] { IsShipped(cart) ? Buyer.ShippingAddress : Buyer.BillingAddress }.Concat(OtherAddresses).Distinct()];

    public override string ToString() => nameof(Purchase);

    /// <summary>Whether anything in the cart is shipped, rather than only digital.</summary>
    public static bool IsShipped(CheckoutShoppingCart cart) => cart.ShoppingCart.Items.Any(item => item.DigitalContent is null);

    /// <summary>The choices of a test's buyer.</summary>
    /// <exception cref="ArgumentException">An address lacks a part that every message needs.</exception>
    public static Purchase From(SandboxBuyer buyer) => new()
    {
        Buyer = Buyer.From(buyer),
        OtherAddresses = [.. buyer.OtherAddresses.Select(address => Buyer.EnsureComplete(address, nameof(buyer.OtherAddresses)))],
        ShippingName = buyer.ShippingMethod,
        Codes = [.. buyer.Codes],
        Language = buyer.Language,
    };
}
