using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Validation.Calculations;

namespace GoogleCheckout.Pricing;

/// <summary>Whether the merchant was asked about an order, and answered.</summary>
internal static class CalculationResultReader
{
    /// <summary>Whether the merchant answered all that was asked; null where nothing was.</summary>
    public static bool? IsComplete(CheckoutShoppingCart cart, CartSelections selections, ShippingOption? option, TaxTables? tables, CartAmounts amounts)
    {
        var asksShipping = option is { IsMerchantCalculated: true };
        var asksTax = tables?.MerchantCalculated == true;
        Require(selections.ShippingRate, nameof(selections.ShippingRate), asksShipping || option is { IsCarrierCalculated: true }, amounts.Currency);
        Require(selections.TotalTax, nameof(selections.TotalTax), asksTax, amounts.Currency);
        for (var index = 0; index < selections.MerchantCodeResults.Count; index++)
        {
            var result = selections.MerchantCodeResults[index];
            Require(result.CalculatedAmount, $"{nameof(selections.MerchantCodeResults)}[{index}].{nameof(result.CalculatedAmount)}", isAsked: true, amounts.Currency);
        }

        return selections.MerchantCalculationFailed
            || (asksShipping && selections.ShippingRate is null)
            || (asksTax && selections.TotalTax is null) ? false
            : asksShipping || asksTax || (selections.MerchantCodeResults.Count > 0 && TakesCodes(cart)) ? true
            : null;
    }

    /// <summary>Whether the cart takes codes of that kind.</summary>
    public static bool IsAccepted(CheckoutShoppingCart cart, MerchantCodeResult result) =>
        cart.CheckoutFlowSupport?.MerchantCalculations is { } accepted
        && (result is CouponResult ? accepted.AcceptMerchantCoupons : accepted.AcceptGiftCertificates) == true;

    // An unknown code is a coupon that is not valid, whichever kind the cart accepts.
    private static bool TakesCodes(CheckoutShoppingCart cart) =>
        cart.CheckoutFlowSupport?.MerchantCalculations is { AcceptMerchantCoupons: true } or { AcceptGiftCertificates: true };

    private static void Require(Money? answer, string name, bool isAsked, string currency)
    {
        if (answer is not { } amount)
        {
            return;
        }

        if (!isAsked)
        {
            throw new ArgumentException($"{nameof(CartSelections)}.{name} was answered, but nobody is asked for it.");
        }

        if (CalculationConstraints.GetError(amount, currency) is { } why)
        {
            throw new ArgumentException($"{nameof(CartSelections)}.{name} {why}.");
        }
    }
}
