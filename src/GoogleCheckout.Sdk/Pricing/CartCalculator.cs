using GoogleCheckout.Calculations;
using GoogleCheckout.Orders;
using GoogleCheckout.Pricing;

namespace GoogleCheckout.Carts;

/// <summary>
/// Calculates the price of an order as the service did, so that a merchant can show it before the checkout. It rejects only
/// carts that have no price. To find all errors of a cart, use <see cref="CartValidator.Validate(CheckoutShoppingCart)"/>.
/// </summary>
public static class CartCalculator
{
    /// <summary>
    /// Calculates the price of a cart. The tax tables of the cart or of the account determine the tax, unless the merchant
    /// calculated it. Coupons are applied before gift certificates; each reduces the price by at most the amount left to pay
    /// and does not change the tax. If one of the merchant's requested results is missing, the others are used.
    /// </summary>
    /// <param name="cart">The cart.</param>
    /// <param name="selections">The values that the cart does not determine.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The selected shipping method is not available at the address; the address is required but missing; a result was not
    /// requested or is invalid; amounts are in different currencies; the cart has no items, or their sum is negative; an item
    /// selects a tax table that does not exist; or the rounding policy does not allow the rounding that the tax needs. The message
    /// contains the name of the method or the path in the cart, never the address.
    /// </exception>
    /// <exception cref="OverflowException">An amount or rate exceeds 10,000,000,000,000.</exception>
    public static CartPrice Calculate(CheckoutShoppingCart cart, CartSelections selections)
    {
        _ = cart ?? throw new ArgumentNullException(nameof(cart));
        _ = selections ?? throw new ArgumentNullException(nameof(selections));
        var amounts = CartAmounts.FromItems(cart.ShoppingCart.Items);
        var option = selections.ShippingName is { } name ? new ShippingOptionList(cart, selections).Find(name) : null;
        var tables = cart.CheckoutFlowSupport?.TaxTables ?? selections.AccountTaxTables;
        var isComplete = CalculationResultReader.IsComplete(cart, selections, option, tables, amounts);

        var shipping = ShippingCharge.Create(option, selections, amounts);
        var policy = GetRoundingPolicy(cart, selections, amounts.Currency);
        var merchantTax = selections.MerchantCalculationFailed ? null : selections.TotalTax;
        var tableTax = new CartTax(tables, selections.ShippingAddress, policy, amounts);
        var taxLines = merchantTax is null ? tableTax.GetLines(cart.ShoppingCart.Items, shipping) : [];
        var tax = merchantTax ?? tableTax.GetTotal(taxLines);
        var beforeCodes = amounts.Money(tax.Amount + (shipping?.ShippingCost.Amount ?? 0m), "The tax and shipping");
        var codes = isComplete is not null && !selections.MerchantCalculationFailed ? CodeAdjustments.Create(GetAcceptedCodes(cart, selections), amounts.Subtotal + beforeCodes) : [];
        var adjustmentTotal = codes.Aggregate(beforeCodes, (left, code) => left - code.AppliedAmount);
        return new CartPrice
        {
            Subtotal = amounts.Subtotal,
            Adjustment = new OrderAdjustment
            {
                MerchantCalculationSuccessful = isComplete,
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
    /// Returns the shipping options that a buyer at an address may choose from.
    /// </summary>
    /// <param name="cart">The cart.</param>
    /// <param name="address">The shipping address. If null, the options without restrictions are returned, for a buyer in the merchant's country.</param>
    /// <param name="merchantCountry">See <see cref="CartSelections.MerchantCountry"/>.</param>
    /// <param name="emptyAllowedAreasShipNowhere">See <see cref="CartSelections.EmptyAllowedAreasShipNowhere"/>.</param>
    /// <returns>The options in the order of the cart; empty if no option is available, or if the cart contains only digital items.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cart"/> is null.</exception>
    public static IReadOnlyList<ShippingOption> GetShippingOptions(CheckoutShoppingCart cart, Address? address, string? merchantCountry = null, bool emptyAllowedAreasShipNowhere = false)
    {
        _ = cart ?? throw new ArgumentNullException(nameof(cart));
        var selections = new CartSelections { ShippingAddress = address, MerchantCountry = merchantCountry, EmptyAllowedAreasShipNowhere = emptyAllowedAreasShipNowhere };
        return new ShippingOptionList(cart, selections).GetAvailable();
    }

    private static RoundingPolicy GetRoundingPolicy(CheckoutShoppingCart cart, CartSelections selections, string currency) =>
        cart.CheckoutFlowSupport?.RoundingPolicy
        ?? selections.AccountRoundingPolicy
        ?? (currency == "GBP"
            ? new RoundingPolicy { Mode = RoundingMode.HalfUp, Rule = RoundingRule.PerLine }
            : new RoundingPolicy { Mode = RoundingMode.HalfEven, Rule = RoundingRule.Total });

    private static IEnumerable<MerchantCodeResult> GetAcceptedCodes(CheckoutShoppingCart cart, CartSelections selections) =>
        selections.MerchantCodeResults.Where(result => CalculationResultReader.IsAccepted(cart, result));
}
