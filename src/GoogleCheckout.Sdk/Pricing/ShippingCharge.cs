using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Pricing;

/// <summary>What the chosen way of shipping costs.</summary>
internal static class ShippingCharge
{
    /// <summary>What the order says about an offer once it is chosen.</summary>
    public static ShippingAdjustment? Of(ShippingOffer? offer, CartChoices choices, bool isAnswered, CartAmounts amounts) => offer?.Method switch
    {
        null => null,
        FlatRateShipping => new FlatRateShippingAdjustment { ShippingName = offer.Name, ShippingCost = Price(offer, amounts) },
        Pickup => new PickupShippingAdjustment { ShippingName = offer.Name, ShippingCost = Price(offer, amounts) },
        MerchantCalculatedShipping => new MerchantCalculatedShippingAdjustment
        {
            ShippingName = offer.Name,
            ShippingCost = isAnswered && choices.ShippingRate is { } rate ? rate : Fallback(offer, amounts),
        },
        _ => new CarrierCalculatedShippingAdjustment
        {
            ShippingName = offer.Name,
            ShippingCost = choices.ShippingRate is { } rate ? WithCharges(rate, offer, amounts) : Price(offer, amounts),
        },
    };

    private static Money Price(ShippingOffer offer, CartAmounts amounts) => amounts.Own(offer.Price, $"The price of the shipping method '{offer.Name}'");

    private static Money Fallback(ShippingOffer offer, CartAmounts amounts) => offer.IsAllowedAtPrice
        ? Price(offer, amounts)
        : throw new ArgumentException($"The shipping method '{offer.Name}' is not offered at the shipping address without the merchant's answer.");

    // The service's word on rounding here is not known, nor on a discount of more than the rate.
    private static Money WithCharges(Money rate, ShippingOffer offer, CartAmounts amounts)
    {
        var what = $"The price of the shipping method '{offer.Name}'";
        var percent = offer.CarrierOption?.AdditionalVariableChargePercent ?? 0m;
        var charge = offer.CarrierOption?.AdditionalFixedCharge is { } fixedCharge ? amounts.Own(fixedCharge, what).Amount : 0m;
        var varied = rate.Amount + amounts.Tax(rate.Amount, percent / 100m, what).Amount;
        return amounts.Money(Math.Max(0m, RoundingMode.HalfUp.Round(varied, rate.MinorUnitDigits) + charge), what);
    }
}
