using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Carts;

/// <summary>What an order of a cart costs: its items and the chosen shipping. Taxes and codes are not reckoned.</summary>
/// <param name="Adjustment">What comes on top of the items.</param>
/// <param name="Total">What the buyer pays.</param>
internal sealed record CartPrice(OrderAdjustment Adjustment, Money Total)
{
    /// <summary>The price of a cart that <see cref="CartCheck"/> passed.</summary>
    public static CartPrice Of(CheckoutShoppingCart cart, ShippingChoice? shipping)
    {
        var items = cart.ShoppingCart.Items.Select(item => item.UnitPrice * item.Quantity).Aggregate(Money.Add);
        var none = new Money(0.0m, items.Currency);
        var adjustment = new OrderAdjustment
        {
            // The merchant's server is not asked: the service's own word for "we took the fallback price".
            MerchantCalculationSuccessful = shipping is { AsksMerchant: true } ? false : null,
            TotalTax = none,
            Shipping = shipping?.Adjustment,
            AdjustmentTotal = shipping?.Price ?? none,
        };
        return new CartPrice(adjustment, items + (shipping?.Price ?? none));
    }
}
