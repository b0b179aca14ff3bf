using FsCheck;
using FsCheck.Fluent;
using GoogleCheckout.Pricing;
using NUnit.Framework;
using static GoogleCheckout.Carts.FixtureCarts;

namespace GoogleCheckout.Carts;

/// <summary>Properties of the price of any cart.</summary>
public class PricePropertyTests
{
    [Test]
    public void Calculate_AnyCart_MatchesTheReferenceCalculation() => Check((cart, selections) =>
    {
        var price = CartCalculator.Calculate(cart, selections);
        var plain = ReferencePrice.Of(cart, selections);
        return ReferencePrice.Cents(price.Adjustment.TotalTax!.Value.Amount) == plain.Tax
            && price.Adjustment.MerchantCodes.Select(code => ReferencePrice.Cents(code.AppliedAmount.Amount)).SequenceEqual(plain.Applied)
            && ReferencePrice.Cents(price.Total.Amount) == plain.Total;
    });

    [Test]
    public void Calculate_AnyCart_PartsAddUpToTheTotal() => Check((cart, selections) =>
    {
        var price = CartCalculator.Calculate(cart, selections);
        var adjustment = price.Adjustment;
        var codes = adjustment.MerchantCodes.Aggregate(Usd(0m), (sum, code) => sum + code.AppliedAmount);
        return price.Subtotal + adjustment.AdjustmentTotal!.Value == price.Total
            && adjustment.TotalTax!.Value + adjustment.Shipping!.ShippingCost - codes == adjustment.AdjustmentTotal
            && price.Total.Amount >= 0
            && adjustment.MerchantCodes.All(code => code.AppliedAmount.Amount >= 0 && code.AppliedAmount <= code.CalculatedAmount!.Value)
            && new[] { price.Subtotal, price.Total, adjustment.TotalTax.Value }.All(amount => amount.IsWholeMinorUnits);
    });

    [Test]
    public void Calculate_AnyCart_TaxLinesAddUpToTheTax() => Check((cart, selections) =>
    {
        var price = CartCalculator.Calculate(cart, selections);
        var sum = price.TaxLines.Sum(line => line.Tax.Amount);
        return price.TaxLines.Select(line => line.Item).SequenceEqual([.. cart.ShoppingCart.Items, null])
            && price.TaxLines.All(line => price.RoundingPolicy.Rule != RoundingRule.Total ? line.Tax.IsWholeMinorUnits : line.Tax.Amount == line.Amount.Amount * line.Rate)
            && Math.Max(0m, price.RoundingPolicy.Mode.Round(sum, 2)) == price.Adjustment.TotalTax!.Value.Amount;
    });

    [Test]
    public void Calculate_ItemsInAnotherOrder_ReturnsTheSamePrice() => Check((cart, selections) =>
    {
        var turned = cart with { ShoppingCart = cart.ShoppingCart with { Items = [.. cart.ShoppingCart.Items.Skip(2), .. cart.ShoppingCart.Items.Take(2)] } };
        var (price, other) = (CartCalculator.Calculate(cart, selections), CartCalculator.Calculate(turned, selections));
        return price.Total == other.Total && price.Adjustment.TotalTax == other.Adjustment.TotalTax;
    });

    [Test]
    public void Calculate_RulesForTheWorld_ReturnsTheSamePriceForAnyOrNoAddress() => Check((cart, selections) =>
    {
        var tables = Tables(Rule(0.0825m, new WorldArea(), shippingTaxed: true)) with { AlternateTaxTables = [Table("Food", false), Table("Books", true)] };
        var world = cart with { CheckoutFlowSupport = cart.CheckoutFlowSupport! with { TaxTables = tables } };
        var home = world with { CheckoutFlowSupport = world.CheckoutFlowSupport! with { ShippingMethods = [((FlatRateShipping)world.CheckoutFlowSupport.ShippingMethods[0]) with { ShippingRestrictions = null }] } };
        return CartCalculator.Calculate(world, selections).Total == CartCalculator.Calculate(home, selections with { ShippingAddress = null }).Total;
    });

    // If amounts are rounded to the nearest cent, each line and the total differ by at most half a cent.
    [Test]
    public void Calculate_PerLineOrTotal_DifferByHalfACentForEachLineAndTheTotal() => Check(
        (cart, selections) =>
        {
            var lines = cart.ShoppingCart.Items.Count + 1;
            return Math.Abs(TaxBy(RoundingRule.PerLine, cart, selections) - TaxBy(RoundingRule.Total, cart, selections)) <= (lines + 1) * 0.005m;
        },
        RoundingMode.HalfUp,
        RoundingMode.HalfDown,
        RoundingMode.HalfEven);

    [Test]
    public void Calculate_PerLineOrTotalInOneDirection_DifferByLessThanACentForEachLine() => Check(
        (cart, selections) =>
        {
            var lines = cart.ShoppingCart.Items.Count + 1;
            var (perLine, total) = (TaxBy(RoundingRule.PerLine, cart, selections), TaxBy(RoundingRule.Total, cart, selections));
            return Math.Abs(perLine - total) < lines * 0.01m
                && (cart.CheckoutFlowSupport!.RoundingPolicy!.Mode == RoundingMode.Ceiling ? perLine >= total : perLine <= total);
        },
        RoundingMode.Ceiling,
        RoundingMode.Floor);

    private static decimal TaxBy(RoundingRule rule, CheckoutShoppingCart cart, CartSelections selections)
    {
        var flow = cart.CheckoutFlowSupport!;
        return CartCalculator.Calculate(cart with { CheckoutFlowSupport = flow with { RoundingPolicy = flow.RoundingPolicy! with { Rule = rule } } }, selections)
            .Adjustment.TotalTax!.Value.Amount;
    }

    private static void Check(Func<CheckoutShoppingCart, CartSelections, bool> holds, params RoundingMode[] modes)
    {
        var carts =
            from priced in GeneratedPricedCart.Priced()
            from policy in GeneratedPricedCart.Policies(modes)
            select (priced.Cart with { CheckoutFlowSupport = priced.Cart.CheckoutFlowSupport! with { RoundingPolicy = policy } }, priced.Choices);
        Prop.ForAll(Arb.From(carts), priced => holds(priced.Item1, priced.Choices)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }
}
