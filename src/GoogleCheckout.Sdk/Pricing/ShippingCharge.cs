using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Pricing;

/// <summary>What the chosen way of shipping costs.</summary>
internal static class ShippingCharge
{
    /// <summary>What the order says about an offer once it is chosen.</summary>
    public static ShippingAdjustment? Of(ShippingOption? option, CartSelections selections, bool isAnswered, CartAmounts amounts) => option?.Method switch
    {
        null => null,
        FlatRateShipping => new FlatRateShippingAdjustment { ShippingName = option.Name, ShippingCost = Price(option, amounts) },
        Pickup => new PickupShippingAdjustment { ShippingName = option.Name, ShippingCost = Price(option, amounts) },
        MerchantCalculatedShipping => new MerchantCalculatedShippingAdjustment
        {
            ShippingName = option.Name,
            ShippingCost = isAnswered && selections.ShippingRate is { } rate ? rate : Fallback(option, amounts),
        },
        _ => new CarrierCalculatedShippingAdjustment
        {
            ShippingName = option.Name,
            ShippingCost = selections.ShippingRate is { } rate ? WithCharges(rate, option, amounts) : Price(option, amounts),
        },
    };

    private static Money Price(ShippingOption option, CartAmounts amounts) => amounts.Own(option.Price, $"The price of the shipping method '{option.Name}'");

    private static Money Fallback(ShippingOption option, CartAmounts amounts) => option.CanUseFallbackPrice
        ? Price(option, amounts)
        : throw new ArgumentException($"The shipping method '{option.Name}' is not offered at the shipping address without the merchant's answer.");

    // The service's word on rounding here is not known, nor on a discount of more than the rate.
    private static Money WithCharges(Money rate, ShippingOption option, CartAmounts amounts)
    {
        var what = $"The price of the shipping method '{option.Name}'";
        var percent = option.CarrierOption?.AdditionalVariableChargePercent ?? 0m;
        var charge = option.CarrierOption?.AdditionalFixedCharge is { } fixedCharge ? amounts.Own(fixedCharge, what).Amount : 0m;
        var varied = rate.Amount + amounts.Tax(rate.Amount, percent / 100m, what).Amount;
        return amounts.Money(Math.Max(0m, RoundingMode.HalfUp.Round(varied, rate.MinorUnitDigits) + charge), what);
    }
}
