using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Carts;

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
    public IReadOnlyList<Address> AddressesFor(CheckoutShoppingCart cart) =>
        [.. new[] { IsShipped(cart) ? Buyer.ShippingAddress : Buyer.BillingAddress }.Concat(OtherAddresses).Distinct()];

    public override string ToString() => nameof(Purchase);

    /// <summary>Whether anything in the cart is shipped, rather than only digital.</summary>
    public static bool IsShipped(CheckoutShoppingCart cart) => cart.ShoppingCart.Items.Any(item => item.DigitalContent is null);
}
