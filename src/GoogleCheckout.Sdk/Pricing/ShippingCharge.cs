using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Pricing;

/// <summary>Calculates the price of the selected shipping option.</summary>
internal static class ShippingCharge
{
    /// <summary>Creates the shipping adjustment of the order; null if no option is selected.</summary>
    public static ShippingAdjustment? Create(ShippingOption? option, CartSelections selections, CartAmounts amounts) => option?.Method switch
    {
        null => null,
        FlatRateShipping => new FlatRateShippingAdjustment { ShippingName = option.Name, ShippingCost = Price(option, amounts) },
        Pickup => new PickupShippingAdjustment { ShippingName = option.Name, ShippingCost = Price(option, amounts) },
        MerchantCalculatedShipping => new MerchantCalculatedShippingAdjustment
        {
            ShippingName = option.Name,
            ShippingCost = !selections.MerchantCalculationFailed && selections.ShippingRate is { } rate ? rate : Fallback(option, amounts),
        },
        _ => new CarrierCalculatedShippingAdjustment
        {
            ShippingName = option.Name,
            ShippingCost = selections.ShippingRate is { } rate ? WithCharges(rate, option, amounts) : Price(option, amounts),
        },
    };

    private static Money Price(ShippingOption option, CartAmounts amounts) => amounts.EnsureValid(option.Price, $"The price of the shipping method '{QuotedText.Of(option.Name)}'");

    private static Money Fallback(ShippingOption option, CartAmounts amounts) => option.CanUseFallbackPrice
        ? Price(option, amounts)
        : throw new ArgumentException($"The shipping method '{QuotedText.Of(option.Name)}' is not available at the shipping address without the merchant's result: set {nameof(CartSelections)}.{nameof(CartSelections.ShippingRate)}.");

    // It is not known how the service rounded here, or how it handled a discount that exceeds the rate.
    private static Money WithCharges(Money rate, ShippingOption option, CartAmounts amounts)
    {
        var what = $"The price of the shipping method '{QuotedText.Of(option.Name)}'";
        var percent = option.CarrierOption?.AdditionalVariableChargePercent ?? 0m;
        var charge = option.CarrierOption?.AdditionalFixedCharge is { } fixedCharge ? amounts.EnsureValid(fixedCharge, what).Amount : 0m;
        var varied = rate.Amount + amounts.Tax(rate.Amount, percent / 100m, what).Amount;
        return amounts.Money(Math.Max(0m, RoundingMode.HalfUp.Round(varied, rate.MinorUnitDigits) + charge), what);
    }
}
