using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Validation.Calculations;

namespace GoogleCheckout.Pricing;

/// <summary>Whether the merchant was asked about an order, and answered.</summary>
internal static class CartAnswer
{
    /// <summary>Whether the merchant answered all that was asked; null where nothing was.</summary>
    public static bool? IsComplete(CheckoutShoppingCart cart, CartChoices choices, ShippingOffer? offer, TaxTables? tables, CartAmounts amounts)
    {
        var asksShipping = offer is { AsksMerchant: true };
        var asksTax = tables?.MerchantCalculated == true;
        Demand(choices.ShippingRate, nameof(choices.ShippingRate), asksShipping || offer is { AsksCarrier: true }, amounts.Currency);
        Demand(choices.TotalTax, nameof(choices.TotalTax), asksTax, amounts.Currency);
        for (var index = 0; index < choices.MerchantCodeResults.Count; index++)
        {
            var result = choices.MerchantCodeResults[index];
            Demand(result.CalculatedAmount, $"{nameof(choices.MerchantCodeResults)}[{index}].{nameof(result.CalculatedAmount)}", isAsked: true, amounts.Currency);
        }

        return choices.MerchantCalculationFailed
            || (asksShipping && choices.ShippingRate is null)
            || (asksTax && choices.TotalTax is null) ? false
            : asksShipping || asksTax || (choices.MerchantCodeResults.Count > 0 && TakesCodes(cart)) ? true
            : null;
    }

    /// <summary>Whether the cart takes codes of that kind.</summary>
    public static bool IsAccepted(CheckoutShoppingCart cart, MerchantCodeResult result) =>
        cart.CheckoutFlowSupport?.MerchantCalculations is { } accepted
        && (result is CouponResult ? accepted.AcceptMerchantCoupons : accepted.AcceptGiftCertificates) == true;

    // An unknown code is a coupon that is not valid, whichever kind the cart accepts.
    private static bool TakesCodes(CheckoutShoppingCart cart) =>
        cart.CheckoutFlowSupport?.MerchantCalculations is { AcceptMerchantCoupons: true } or { AcceptGiftCertificates: true };

    private static void Demand(Money? answer, string name, bool isAsked, string currency)
    {
        if (answer is not { } amount)
        {
            return;
        }

        if (!isAsked)
        {
            throw new ArgumentException($"{nameof(CartChoices)}.{name} was answered, but nobody is asked for it.");
        }

        if (CalculationRules.WhyNot(amount, currency) is { } why)
        {
            throw new ArgumentException($"{nameof(CartChoices)}.{name} {why}.");
        }
    }
}
