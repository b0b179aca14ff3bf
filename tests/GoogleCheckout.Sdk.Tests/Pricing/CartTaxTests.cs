using NUnit.Framework;
using static GoogleCheckout.Carts.FixtureCarts;

namespace GoogleCheckout.Carts;

/// <summary>Tests the tax rules of cart.md, section 6, of the protocol notes. The names contain the row.</summary>
public class CartTaxTests
{
    private static readonly TaxTables FoodAndBooks = Tables(Rule(0.08m, State("CA")), Rule(0.05m, new WorldArea())) with
    {
        AlternateTaxTables =
        [
            Table("Food", standalone: false, (0.02m, State("CA")), (0.01m, State("NV"))),
            Table("Books", standalone: true, (0.03m, State("CA"))),
        ],
    };

    [TestCase("CA", 2.00, TestName = "Algorithm 1, the alternate table has a rule for the address")]
    [TestCase("NV", 1.00, TestName = "Algorithm 1, the second rule of the alternate table")]
    [TestCase("TX", 5.00, TestName = "Algorithm 1, no rule and not standalone: the default table")]
    public void AlternateTable_NotStandalone_FallsBackToTheDefaultTable(string state, double tax)
    {
        Assert.That(TaxOf(Item(100m, table: "Food"), FoodAndBooks, state), Is.EqualTo((decimal)tax));
    }

    [TestCase("CA", 3.00)]
    [TestCase("TX", 0.00, TestName = "Algorithm 1, no rule and standalone: no tax")]
    public void AlternateTable_Standalone_DoesNotFallBack(string state, double tax)
    {
        Assert.That(TaxOf(Item(100m, table: "Books"), FoodAndBooks, state), Is.EqualTo((decimal)tax));
    }

    [Test]
    public void AlternateTable_WithoutStandalone_IsNotStandalone()
    {
        var tables = Tables(Rule(0.05m, new WorldArea())) with { AlternateTaxTables = [Table("Food", standalone: false) with { Standalone = null }] };

        Assert.That(TaxOf(Item(100m, table: "Food"), tables), Is.EqualTo(5m));
    }

    [TestCase("food")]
    [TestCase("FOOD")]
    public void Selector_DifferentCase_SelectsTheTable(string selector)
    {
        Assert.That(TaxOf(Item(100m, table: selector), FoodAndBooks), Is.EqualTo(2m));
    }

    [Test]
    public void DefaultTable_SeveralMatchingRules_AppliesTheFirst()
    {
        var specificFirst = Tables(Rule(0.09m, new USZipArea { ZipPattern = "940*" }), Rule(0.08m, State("CA")), Rule(0.05m, new WorldArea()));
        var specificLast = Tables(Rule(0.05m, new WorldArea()), Rule(0.08m, State("CA")), Rule(0.09m, new USZipArea { ZipPattern = "940*" }));

        Assert.That(TaxOf(Item(100m), specificFirst), Is.EqualTo(9m), "algorithm 2");
        Assert.That(TaxOf(Item(100m), specificLast), Is.EqualTo(5m), "algorithm 2");
    }

    [Test]
    public void DefaultTable_NoMatchingRule_TaxesNothing()
    {
        Assert.That(TaxOf(Item(100m), Tables(Rule(0.08m, State("NY")))), Is.Zero, "algorithm 2");
    }

    [Test]
    public void Rule_SeveralAreas_MatchesEachOfThem()
    {
        var tables = Tables(new DefaultTaxRule { Rate = 0.08m, TaxAreas = [State("NY"), State("CA")] });

        Assert.That((TaxOf(Item(100m), tables), TaxOf(Item(100m), tables, "NY"), TaxOf(Item(100m), tables, "TX")), Is.EqualTo((8m, 8m, 0m)));
    }

    [Test]
    public void Rule_NoAreaOrNoRate_TaxesNothing()
    {
        var noArea = new DefaultTaxRule { Rate = 0.08m };
        var noRate = new DefaultTaxRule { TaxArea = State("CA") };

        Assert.That(TaxOf(Item(100m), Tables(noArea, Rule(0.05m, new WorldArea()))), Is.EqualTo(5m));
        Assert.That(TaxOf(Item(100m), Tables(noRate, Rule(0.05m, new WorldArea()))), Is.Zero);
    }

    [TestCase(true, 8.80)]
    [TestCase(false, 8.00)]
    [TestCase(null, 8.00)]
    public void Shipping_ShippingTaxed_IsTaxedByTheDefaultRule(bool? shippingTaxed, double tax)
    {
        var rule = new DefaultTaxRule { Rate = 0.08m, TaxArea = State("CA"), ShippingTaxed = shippingTaxed };

        Assert.That(TaxOf(Item(100m), Tables(rule), shipping: 10m), Is.EqualTo((decimal)tax), "algorithm 3");
    }

    [Test]
    public void Shipping_ItemsOfAlternateTables_IsTaxedByTheDefaultRule()
    {
        var tables = FoodAndBooks with { DefaultTaxTable = new DefaultTaxTable { TaxRules = [Rule(0.08m, State("CA"), shippingTaxed: true)] } };

        Assert.That(TaxOf(Item(100m, table: "Books"), tables, shipping: 10m), Is.EqualTo(3.80m), "algorithm 3");
    }

    [Test]
    public void Shipping_ShippingTaxedOnAnotherRule_IsNotTaxed()
    {
        var tables = Tables(Rule(0.08m, State("CA")), Rule(0.05m, new WorldArea(), shippingTaxed: true));

        Assert.That(TaxOf(Item(100m), tables, shipping: 10m), Is.EqualTo(8m), "algorithm 3");
    }

    [TestCase(null)]
    [TestCase("")]
    public void Item_NoSelector_DoesNotUseAlternateTables(string? selector)
    {
        var onlyAlternates = FoodAndBooks with { DefaultTaxTable = null };

        Assert.That(TaxOf(Item(100m, table: selector), FoodAndBooks), Is.EqualTo(8m), "algorithm 4");
        Assert.That(TaxOf(Item(100m, table: selector), onlyAlternates), Is.Zero, "algorithm 4: no default table but alternates");
        Assert.That(TaxOf(Item(100m, table: "Food"), onlyAlternates), Is.EqualTo(2m));
    }

    [Test]
    public void Tables_OfTheAccount_ApplyIfTheCartHasNone()
    {
        var account = new CartSelections { AccountTaxTables = FoodAndBooks };

        Assert.That(TaxOf(Item(100m), null, selections: account), Is.EqualTo(8m));
        Assert.That(TaxOf(Item(100m, table: "Food"), null, selections: account), Is.EqualTo(2m));
        Assert.That(TaxOf(Item(100m), Tables(Rule(0.01m, State("CA"))), selections: account), Is.EqualTo(1m), "the tables of the cart replace them");
        Assert.That(TaxOf(Item(100m), new TaxTables(), selections: account), Is.Zero, "even if they are empty");
    }

    [Test]
    public void Tables_NeitherInCartNorAccount_TaxNothing()
    {
        Assert.That(TaxOf(Item(100m, table: "Food"), null), Is.Zero);
    }

    [Test]
    public void Selector_UnknownTable_ThrowsWithThePathOfTheItem()
    {
        Assert.That(
            () => TaxOf(Item(100m, table: "Toys"), FoodAndBooks),
            Throws.ArgumentException.With.Message.EqualTo("/checkout-shopping-cart/shopping-cart/items/item[1]/tax-table-selector names a tax table that does not exist."));
        Assert.That(() => TaxOf(Item(100m, table: "Food"), new TaxTables()), Throws.ArgumentException);
    }

    // Each line has half a cent of tax.
    [TestCase("USD", 0.04, TestName = "Rounding, US: half to even on the total, of 4.5 cents")]
    [TestCase("GBP", 0.09, TestName = "Rounding, UK: half up on each of nine lines")]
    [TestCase("EUR", 0.04, TestName = "Rounding, other currencies as in the US")]
    public void Rounding_NoPolicy_DependsOnTheCurrency(string currency, double tax)
    {
        var items = Enumerable.Repeat(Item(0.10m, currency: currency), 9).ToList();

        Assert.That(Price(Cart(items, Taxed(Tables(Rule(0.05m, new WorldArea()))))).Adjustment.TotalTax!.Value.Amount, Is.EqualTo((decimal)tax));
    }

    [Test]
    public void Rounding_CartAndAccount_UsesThatOfTheCart()
    {
        var items = new[] { Item(0.10m), Item(0.10m), Item(0.10m) };
        var flow = Taxed(Tables(Rule(0.04m, new WorldArea())));
        var account = new CartSelections { AccountRoundingPolicy = Rounding(RoundingMode.Up, RoundingRule.PerLine) };
        var own = flow with { RoundingPolicy = Rounding(RoundingMode.Up, RoundingRule.Total) };

        Assert.That(Price(Cart(items, flow), account).Adjustment.TotalTax, Is.EqualTo(Usd(0.03m)));
        Assert.That(Price(Cart(items, own), account).Adjustment.TotalTax, Is.EqualTo(Usd(0.02m)));
        Assert.That(Price(Cart(items, own), account).RoundingPolicy, Is.EqualTo(own.RoundingPolicy));
    }

    [TestCase(RoundingMode.HalfUp, 0.99, 3, 0.21, TestName = "Rounding PER_ITEM, 0.0693 is rounded up for each unit")]
    [TestCase(RoundingMode.HalfUp, 1.03, 7, 0.49, TestName = "Rounding PER_ITEM, 0.0721 is rounded down for each unit")]
    [TestCase(RoundingMode.HalfEven, 0.50, 3, 0.12, TestName = "Rounding PER_ITEM, 0.035 is rounded to 0.04")]
    [TestCase(RoundingMode.Down, 0.99, 100, 6.00)]
    [TestCase(RoundingMode.Up, 0.01, 1000, 10.00)]
    public void Rounding_PerItem_RoundsTheTaxOfOneUnit(RoundingMode mode, double price, int quantity, double tax)
    {
        var flow = new MerchantCheckoutFlowSupport { TaxTables = Tables(Rule(0.07m, Area.World)), RoundingPolicy = Rounding(mode, RoundingRule.PerItem) };

        var calculated = CartCalculator.Calculate(Cart([Item((decimal)price, quantity)], flow), new CartSelections());

        Assert.That(calculated.Adjustment.TotalTax, Is.EqualTo(Usd((decimal)tax)));
        Assert.That(calculated.TaxLines.Single().Tax, Is.EqualTo(Usd((decimal)tax)));
    }

    [Test]
    public void Rounding_PerItem_ShippingIsOneUnit()
    {
        var flow = new MerchantCheckoutFlowSupport
        {
            ShippingMethods = [Parcel(0.50m)],
            TaxTables = Tables(Rule(0.07m, Area.World, shippingTaxed: true)),
            RoundingPolicy = Rounding(RoundingMode.HalfUp, RoundingRule.PerItem),
        };

        var calculated = CartCalculator.Calculate(Cart([Item(0.50m, 3)], flow), new CartSelections { ShippingName = "Parcel" });

        Assert.That(calculated.TaxLines.Select(line => line.Tax), Is.EqualTo(new[] { Usd(0.12m), Usd(0.04m) }));
    }

    [Test]
    public void Rounding_PerLine_RoundsEachItemAndShippingSeparately()
    {
        var flow = Taxed(Tables(Rule(0.04m, new WorldArea(), shippingTaxed: true))) with
        {
            ShippingMethods = [Parcel(0.10m)],
            RoundingPolicy = Rounding(RoundingMode.HalfUp, RoundingRule.PerLine),
        };

        // 1.2 cents, and 0.4 cents of shipping, are rounded separately, not as 1.6 cents.
        var price = Price(Cart([Item(0.10m, 3)], flow), new CartSelections { ShippingName = "Parcel" });

        Assert.That(price.TaxLines.Select(line => line.Tax), Is.EqualTo(new[] { Usd(0.01m), Usd(0m) }));
        Assert.That(price.Adjustment.TotalTax, Is.EqualTo(Usd(0.01m)));
    }

    [Test]
    public void Rounding_UnnecessaryButRequired_Throws()
    {
        var flow = Taxed(Tables(Rule(0.0825m, new WorldArea()))) with { RoundingPolicy = Rounding(RoundingMode.Unnecessary, RoundingRule.Total) };

        Assert.That(Price(Cart([Item(100m)], flow)).Adjustment.TotalTax, Is.EqualTo(Usd(8.25m)));
        Assert.That(() => Price(Cart([Item(1m)], flow)), Throws.ArgumentException.With.Message.Contains("Unnecessary"));
    }

    [TestCase(RoundingMode.Unknown, RoundingRule.Total)]
    [TestCase(RoundingMode.Up, RoundingRule.Unknown)]
    public void Rounding_UndefinedModeOrRule_Throws(RoundingMode mode, RoundingRule rule)
    {
        var flow = Taxed(Tables(Rule(0.0825m, new WorldArea()))) with { RoundingPolicy = Rounding(mode, rule) };

        Assert.That(() => Price(Cart([Item(1m)], flow)), Throws.ArgumentException.With.Message.StartsWith("RoundingPolicy.").And.Message.Contains("is not a defined rounding"));
    }

    [TestCase("JPY", "8")]
    [TestCase("KWD", "8.250")]
    public void Rounding_AnyCurrency_RoundsToItsSmallestUnit(string currency, string tax)
    {
        var price = Price(Cart([Item(100m, currency: currency)], Taxed(Tables(Rule(0.0825m, new WorldArea())))));

        Assert.That(price.Adjustment.TotalTax!.Value.ToString(), Is.EqualTo($"{tax} {currency}"));
    }

    [Test]
    public void Discount_Taxed_ReducesTheTaxToAtLeastZero()
    {
        var tables = FoodAndBooks with { AlternateTaxTables = [Table("Free", standalone: true)] };

        Assert.That(Price(Cart([Item(100m), Item(-25m)], Taxed(tables))).Adjustment.TotalTax, Is.EqualTo(Usd(6m)));
        Assert.That(Price(Cart([Item(100m, table: "Free"), Item(-25m)], Taxed(tables))).Adjustment.TotalTax, Is.EqualTo(Usd(0m)));
    }

    [Test]
    public void TaxLines_SeveralItems_ContainAmountRateAndTable()
    {
        var flow = Taxed(FoodAndBooks with { DefaultTaxTable = new DefaultTaxTable { TaxRules = [Rule(0.0825m, State("CA"), shippingTaxed: true)] } }) with
        {
            ShippingMethods = [Parcel(10m)],
        };
        var items = new[] { Item(9.99m, 2), Item(3.33m, table: "FOOD"), Item(-1m, table: "Books") };

        var price = Price(Cart(items, flow), new CartSelections { ShippingName = "Parcel" });

        Assert.That(
            price.TaxLines.Select(line => (line.Item, line.Amount, line.Rate, line.TaxTable, line.Tax)),
            Is.EqualTo(new (Item?, Money, decimal, string?, Money)[]
            {
                (items[0], Usd(19.98m), 0.0825m, null, Usd(1.648350m)),
                (items[1], Usd(3.33m), 0.02m, "Food", Usd(0.0666m)),
                (items[2], Usd(-1m), 0.03m, "Books", Usd(-0.03m)),
                (null, Usd(10m), 0.0825m, null, Usd(0.825m)),
            }));
        Assert.That(price.Adjustment.TotalTax, Is.EqualTo(Usd(2.51m)));
    }

    private static MerchantCheckoutFlowSupport Taxed(TaxTables? tables) => new() { TaxTables = tables };

    private static decimal TaxOf(Item item, TaxTables? tables, string state = "CA", decimal? shipping = null, CartSelections? selections = null)
    {
        var flow = Taxed(tables) with { ShippingMethods = shipping is { } price ? [Parcel(price)] : [] };
        var chosen = (selections ?? new CartSelections()) with { ShippingName = shipping is null ? null : "Parcel" };
        return Price(Cart([item], flow), chosen, state).Adjustment.TotalTax!.Value.Amount;
    }

    private static CartPrice Price(CheckoutShoppingCart cart, CartSelections? selections = null, string state = "CA") =>
        CartCalculator.Calculate(cart, (selections ?? new CartSelections()) with { ShippingAddress = California with { Region = state } });
}
