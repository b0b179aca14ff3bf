using MerchantStore.Calculations;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The store's tables of shipping rates and taxes.</summary>
public class ShippingAndTaxTableTests
{
    private static readonly ShippingTable Dollars = ShippingTable.In("USD");

    [TestCase(ShippingTable.Ground, "US", "IL", 5.0, 5.00)]
    [TestCase(ShippingTable.Ground, "US", "IL", 5.1, 11.50)]
    [TestCase(ShippingTable.Ground, "US", "HI", 5.0, 9.00)]
    [TestCase(ShippingTable.Ground, "US", "AE", 20.0, 24.00)]
    [TestCase(ShippingTable.Ground, "US", "HI", 20.1, null, TestName = "{m}(too heavy for Hawaii)")]
    [TestCase(ShippingTable.Ground, "DE", "BE", 1.0, null, TestName = "{m}(not overseas)")]
    [TestCase(ShippingTable.Express, "US", "NY", 1.0, 15.00)]
    [TestCase(ShippingTable.International, "GB", "London", 1.0, 22.00)]
    [TestCase(ShippingTable.International, "JP", "Tokyo", 1.0, 29.00)]
    [TestCase(ShippingTable.Ground, "PR", null, 1.0, 9.00)]
    [TestCase(ShippingTable.Ground, "US", "IL", 70.1, null, TestName = "{m}(too heavy)")]
    [TestCase("Pigeon", "US", "IL", 1.0, null, TestName = "{m}(unknown method)")]
    public void GetRate_ByZoneAndWeight_ReturnsTheRateOfTheTable(string method, string country, string? region, double pounds, double? expected) =>
        Assert.That((double?)Dollars.GetRate(method, Dollars.GetZone(country, region), (decimal)pounds)?.Amount, Is.EqualTo(expected));

    [TestCase(ShippingTable.Ground, "GB", 1.0, 3.50)]
    [TestCase(ShippingTable.Ground, "JE", 1.0, 6.50)]
    [TestCase(ShippingTable.Express, "JE", 1.0, null, TestName = "{m}(not to the islands)")]
    [TestCase(ShippingTable.International, "DE", 1.0, 11.00)]
    [TestCase(ShippingTable.International, "US", 1.0, 19.00)]
    [TestCase(ShippingTable.International, "GB", 1.0, null, TestName = "{m}(not at home)")]
    public void GetRate_InSterling_ReturnsTheRateFromTheUnitedKingdom(string method, string country, double pounds, double? expected)
    {
        var rate = ShippingTable.In("GBP").GetRate(method, ShippingTable.In("GBP").GetZone(country, null), (decimal)pounds);

        Assert.That((double?)rate?.Amount, Is.EqualTo(expected));
        Assert.That(rate?.Currency ?? "GBP", Is.EqualTo("GBP"));
    }

    [Test]
    public void In_AnotherCurrency_SaysWhichThereAre() =>
        Assert.That(() => ShippingTable.In("EUR"), Throws.InvalidOperationException.With.Message.Contains("Set the currency to USD or GBP."));

    [Test]
    public void GetMethods_HeavyCart_HasGroundOnly()
    {
        var methods = Dollars.GetMethods(44, defaultCost: null).ToList();

        Assert.That(methods.Select(method => (method.Name, method.Price)), Is.EqualTo(new[] { (ShippingTable.Ground, new Money(49m, "USD")) }));
    }

    [Test]
    public void GetMethods_DefaultCost_IsThePriceOfEachMethod() =>
        Assert.That(Dollars.GetMethods(1, 12.50m).Select(method => method.Price.Amount), Is.EqualTo(new[] { 12.50m, 12.50m, 12.50m }));

    [TestCase("USD", "US", "CA", 8.25)]
    [TestCase("USD", "US", "NY", 4.40)]
    [TestCase("USD", "US", "IL", 0.00)]
    [TestCase("USD", "GB", "London", 0.00)]
    [TestCase("GBP", "GB", "London", 22.00)]
    [TestCase("GBP", "US", "CA", 0.00)]
    public void Calculate_ByDestination_TaxesGoodsAndShippingByTheTable(string currency, string country, string region, double expected) =>
        Assert.That(TaxTable.Calculate(country, region, new Money(100m, currency), new Money(10m, currency)), Is.EqualTo(new Money((decimal)expected, currency)));

    [Test]
    public void ToCheckout_HasTheSameRates()
    {
        var rules = TaxTable.ToCheckout("USD").DefaultTaxTable!.TaxRules;

        Assert.That(rules.Select(rule => (rule.Rate, rule.ShippingTaxed)), Is.EqualTo(new[] { ((decimal?)0.0825m, (bool?)false), (0.04m, true), (0.0625m, true) }));
        Assert.That(TaxTable.ToCheckout("GBP").DefaultTaxTable!.TaxRules.Select(rule => rule.Rate), Is.EqualTo(new decimal?[] { 0.20m, 0.20m }));
    }
}
