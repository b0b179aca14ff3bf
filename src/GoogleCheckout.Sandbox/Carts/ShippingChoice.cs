using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Carts;

/// <summary>A way of shipping the buyer can choose, with the price named in the cart.</summary>
/// <param name="Name">What the buyer sees.</param>
/// <param name="Price">The price; a fallback where somebody else would have been asked.</param>
/// <param name="Adjustment">What the order says about it once chosen.</param>
/// <param name="AsksMerchant">Whether the merchant's own server would have to be asked for the price.</param>
internal sealed record ShippingChoice(string Name, Money Price, ShippingAdjustment Adjustment, bool AsksMerchant = false)
{
    /// <summary>All choices of a cart, in its order.</summary>
    public static IReadOnlyList<ShippingChoice> Of(CheckoutShoppingCart cart) =>
        [.. (cart.CheckoutFlowSupport?.ShippingMethods ?? []).SelectMany(Of)];

    private static IEnumerable<ShippingChoice> Of(ShippingMethod method) => method switch
    {
        FlatRateShipping flat => [new(flat.Name, flat.Price, new FlatRateShippingAdjustment { ShippingName = flat.Name, ShippingCost = flat.Price })],
        Pickup pickup => [new(pickup.Name, pickup.Price, new PickupShippingAdjustment { ShippingName = pickup.Name, ShippingCost = pickup.Price })],
        MerchantCalculatedShipping own =>
            [new(own.Name, own.Price, new MerchantCalculatedShippingAdjustment { ShippingName = own.Name, ShippingCost = own.Price }, AsksMerchant: true)],
        CarrierCalculatedShipping carriers => carriers.CarrierCalculatedShippingOptions.Select(Of),
        _ => [],
    };

    private static ShippingChoice Of(CarrierCalculatedShippingOption option)
    {
        var name = $"{option.ShippingCompany} {option.ShippingType}";
        return new(name, option.Price, new CarrierCalculatedShippingAdjustment { ShippingName = name, ShippingCost = option.Price });
    }
}
