using GoogleCheckout.Calculations;
using GoogleCheckout.Orders;
using GoogleCheckout.Pricing;

namespace GoogleCheckout.Carts;

/// <summary>
/// What an order of a cart costs, as the service reckoned it: a shop can show it before the buyer leaves for the checkout.
/// It refuses only what has no price; all that is wrong with a cart <see cref="CartValidator.Validate(CheckoutShoppingCart)"/> lists.
/// </summary>
public static class CartCalculator
{
    /// <summary>
    /// The price of a cart. Taxes go by the tables of the cart or account, unless the merchant answered. A coupon or gift
    /// certificate takes off no more than is left to pay, coupons first, and leaves the tax as it is. Where the merchant
    /// was asked and a part of the answer is missing, nothing of it counts.
    /// </summary>
    /// <param name="cart">The cart.</param>
    /// <param name="selections">What the cart leaves open.</param>
    /// <exception cref="ArgumentException">
    /// The chosen way of shipping is not offered there; the address is needed and missing; an answer came that nobody asked
    /// for, or that may not be; amounts are in different currencies; the cart has no items, or they cost less than nothing;
    /// an item names a tax table there is none of; or the tax needs rounding against the policy. It names the method or the
    /// place in the cart, never the address.
    /// </exception>
    /// <exception cref="OverflowException">An amount or rate is beyond 10,000,000,000,000.</exception>
    public static CartPrice Calculate(CheckoutShoppingCart cart, CartSelections selections)
    {
        _ = cart ?? throw new ArgumentNullException(nameof(cart));
        _ = selections ?? throw new ArgumentNullException(nameof(selections));
        var amounts = CartAmounts.Of(cart.ShoppingCart.Items);
        var option = selections.ShippingName is { } name ? ShippingOptionList.List(cart, selections.ShippingAddress, name) : null;
        var tables = cart.CheckoutFlowSupport?.TaxTables ?? selections.AccountTaxTables;
        var isAnswered = CalculationResultReader.IsComplete(cart, selections, option, tables, amounts);

        var shipping = ShippingCharge.Of(option, selections, isAnswered == true, amounts);
        var policy = RoundingOf(cart, selections, amounts.Currency);
        var answeredTax = isAnswered == true ? selections.TotalTax : null;
        var byTables = new CartTax(tables, selections.ShippingAddress, policy, amounts);
        var taxLines = answeredTax is null ? byTables.LinesOf(cart.ShoppingCart.Items, shipping) : [];
        var tax = answeredTax ?? byTables.TotalOf(taxLines);
        var beforeCodes = amounts.Money(tax.Amount + (shipping?.ShippingCost.Amount ?? 0m), "The tax and shipping");
        var codes = isAnswered == true ? CodeAdjustments.Of(AcceptedCodes(cart, selections), amounts.Subtotal + beforeCodes) : [];
        var adjustmentTotal = codes.Aggregate(beforeCodes, (left, code) => left - code.AppliedAmount);
        return new CartPrice
        {
            Subtotal = amounts.Subtotal,
            Adjustment = new OrderAdjustment
            {
                MerchantCalculationSuccessful = isAnswered,
                MerchantCodes = codes,
                TotalTax = tax,
                Shipping = shipping,
                AdjustmentTotal = adjustmentTotal,
            },
            Total = amounts.Subtotal + adjustmentTotal,
            TaxLines = taxLines,
            RoundingPolicy = policy,
        };
    }

    /// <summary>
    /// The ways of shipping a buyer at an address may choose from, in the order of the cart. None for a cart that has only
    /// digital items.
    /// </summary>
    /// <param name="cart">The cart.</param>
    /// <param name="address">Where the order goes; null where it is not known, which leaves those that are good for any address.</param>
    public static IReadOnlyList<ShippingOption> GetShippingOptions(CheckoutShoppingCart cart, Address? address) =>
        ShippingOptionList.Of(cart ?? throw new ArgumentNullException(nameof(cart)), address);

    private static RoundingPolicy RoundingOf(CheckoutShoppingCart cart, CartSelections selections, string currency) =>
        cart.CheckoutFlowSupport?.RoundingPolicy
        ?? selections.AccountRoundingPolicy
        ?? (currency == "GBP"
            ? new RoundingPolicy { Mode = RoundingMode.HalfUp, Rule = RoundingRule.PerLine }
            : new RoundingPolicy { Mode = RoundingMode.HalfEven, Rule = RoundingRule.Total });

    private static IEnumerable<MerchantCodeResult> AcceptedCodes(CheckoutShoppingCart cart, CartSelections selections) =>
        selections.MerchantCodeResults.Where(result => CalculationResultReader.IsAccepted(cart, result));
}
