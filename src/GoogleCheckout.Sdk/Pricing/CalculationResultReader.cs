using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Validation.Calculations;

namespace GoogleCheckout.Pricing;

/// <summary>Determines whether the merchant's calculations for an order were requested, and whether the results are complete.</summary>
internal static class CalculationResultReader
{
    /// <summary>Returns whether the merchant returned all requested results; null if nothing was requested.</summary>
    public static bool? IsComplete(CheckoutShoppingCart cart, CartSelections selections, ShippingOption? option, TaxTables? tables, CartAmounts amounts)
    {
        var requestsShipping = option is { IsMerchantCalculated: true };
        var requestsTax = tables?.MerchantCalculated == true;
        Require(selections.ShippingRate, nameof(selections.ShippingRate), requestsShipping || option is { IsCarrierCalculated: true }, amounts.Currency);
        Require(selections.TotalTax, nameof(selections.TotalTax), requestsTax, amounts.Currency);
        for (var index = 0; index < selections.MerchantCodeResults.Count; index++)
        {
            var result = selections.MerchantCodeResults[index];
            Require(result.CalculatedAmount, $"{nameof(selections.MerchantCodeResults)}[{index}].{nameof(result.CalculatedAmount)}", isRequested: true, amounts.Currency);
        }

        return selections.MerchantCalculationFailed
            || (requestsShipping && selections.ShippingRate is null)
            || (requestsTax && selections.TotalTax is null) ? false
            : requestsShipping || requestsTax || (selections.MerchantCodeResults.Count > 0 && AcceptsCodes(cart)) ? true
            : null;
    }

    /// <summary>Returns whether the cart accepts codes of this kind.</summary>
    public static bool IsAccepted(CheckoutShoppingCart cart, MerchantCodeResult result) =>
        cart.CheckoutFlowSupport?.MerchantCalculations is { } accepted
        && (result is CouponResult ? accepted.AcceptMerchantCoupons : accepted.AcceptGiftCertificates) == true;

    // An unknown code is an invalid coupon, even if the cart accepts only gift certificates.
    private static bool AcceptsCodes(CheckoutShoppingCart cart) =>
        cart.CheckoutFlowSupport?.MerchantCalculations is { AcceptMerchantCoupons: true } or { AcceptGiftCertificates: true };

    private static void Require(Money? result, string name, bool isRequested, string currency)
    {
        if (result is not { } amount)
        {
            return;
        }

        if (!isRequested)
        {
            throw new ArgumentException($"{nameof(CartSelections)}.{name} must be null: the cart does not request this calculation for the selections.");
        }

        if (CalculationConstraints.GetError(amount, currency) is { } error)
        {
            throw new ArgumentException($"{nameof(CartSelections)}.{name} {error}.");
        }
    }
}
