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
    /// <param name="choices">What the cart leaves open.</param>
    /// <exception cref="ArgumentException">
    /// The chosen way of shipping is not offered there; the address is needed and missing; an answer came that nobody asked
    /// for, or that may not be; amounts are in different currencies; the cart has no items, or they cost less than nothing;
    /// an item names a tax table there is none of; or the tax needs rounding against the policy. It names the method or the
    /// place in the cart, never the address.
    /// </exception>
    /// <exception cref="OverflowException">An amount or rate is beyond 10,000,000,000,000.</exception>
    public static CartPrice Calculate(CheckoutShoppingCart cart, CartChoices choices)
    {
        _ = cart ?? throw new ArgumentNullException(nameof(cart));
        _ = choices ?? throw new ArgumentNullException(nameof(choices));
        var amounts = CartAmounts.Of(cart.ShoppingCart.Items);
        var offer = choices.ShippingName is { } name ? ShippingOffers.Find(cart, choices.ShippingAddress, name) : null;
        var tables = cart.CheckoutFlowSupport?.TaxTables ?? choices.AccountTaxTables;
        var isAnswered = CartAnswer.IsComplete(cart, choices, offer, tables, amounts);

        var shipping = ShippingCharge.Of(offer, choices, isAnswered == true, amounts);
        var policy = RoundingOf(cart, choices, amounts.Currency);
        var answeredTax = isAnswered == true ? choices.TotalTax : null;
        var byTables = new CartTax(tables, choices.ShippingAddress, policy, amounts);
        var taxLines = answeredTax is null ? byTables.LinesOf(cart.ShoppingCart.Items, shipping) : [];
        var tax = answeredTax ?? byTables.TotalOf(taxLines);
        var beforeCodes = amounts.Money(tax.Amount + (shipping?.ShippingCost.Amount ?? 0m), "The tax and shipping");
        var codes = isAnswered == true ? CodeAdjustments.Of(AcceptedCodes(cart, choices), amounts.Subtotal + beforeCodes) : [];
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
    public static IReadOnlyList<ShippingOffer> OffersFor(CheckoutShoppingCart cart, Address? address) =>
        ShippingOffers.Of(cart ?? throw new ArgumentNullException(nameof(cart)), address);

    private static RoundingPolicy RoundingOf(CheckoutShoppingCart cart, CartChoices choices, string currency) =>
        cart.CheckoutFlowSupport?.RoundingPolicy
        ?? choices.AccountRoundingPolicy
        ?? (currency == "GBP"
            ? new RoundingPolicy { Mode = RoundingMode.HalfUp, Rule = RoundingRule.PerLine }
            : new RoundingPolicy { Mode = RoundingMode.HalfEven, Rule = RoundingRule.Total });

    private static IEnumerable<MerchantCodeResult> AcceptedCodes(CheckoutShoppingCart cart, CartChoices choices) =>
        choices.MerchantCodeResults.Where(result => CartAnswer.IsAccepted(cart, result));
}
