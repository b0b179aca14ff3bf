using MerchantStore.Calculations;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The store's tables of shipping rates and taxes.</summary>
public class ShippingAndTaxTableTests
{
    [TestCase(ShippingTable.Ground, "US", "IL", 5.0, 5.00)]
    [TestCase(ShippingTable.Ground, "US", "IL", 5.1, 11.50)]
    [TestCase(ShippingTable.Ground, "US", "HI", 5.0, 9.00)]
    [TestCase(ShippingTable.Ground, "US", "AE", 20.0, 24.00)]
    [TestCase(ShippingTable.Ground, "US", "HI", 20.1, null, TestName = "{m}(too heavy for Hawaii)")]
    [TestCase(ShippingTable.Ground, "DE", "BE", 1.0, null, TestName = "{m}(not overseas)")]
    [TestCase(ShippingTable.Express, "US", "NY", 1.0, 15.00)]
    [TestCase(ShippingTable.International, "GB", "London", 1.0, 22.00)]
    [TestCase(ShippingTable.International, "JP", "Tokyo", 1.0, 29.00)]
    [TestCase(ShippingTable.Ground, "US", "IL", 70.1, null, TestName = "{m}(too heavy)")]
    [TestCase("Pigeon", "US", "IL", 1.0, null, TestName = "{m}(unknown method)")]
    public void GetRate_ByZoneAndWeight_ReturnsTheRateOfTheTable(string method, string country, string region, double pounds, double? expected) =>
        Assert.That((double?)ShippingTable.GetRate(method, ShippingTable.GetZone(country, region), (decimal)pounds), Is.EqualTo(expected));

    [Test]
    public void GetMethods_HeavyCart_HasGroundOnly()
    {
        var methods = ShippingTable.GetMethods(44, "USD", defaultCost: null).ToList();

        Assert.That(methods.Select(method => (method.Name, method.Price)), Is.EqualTo(new[] { (ShippingTable.Ground, new Money(49m, "USD")) }));
    }

    [Test]
    public void GetMethods_DefaultCost_IsThePriceOfEachMethod() =>
        Assert.That(ShippingTable.GetMethods(1, "USD", 12.50m).Select(method => method.Price.Amount), Is.EqualTo(new[] { 12.50m, 12.50m, 12.50m }));

    [TestCase("US", "CA", 8.25)]
    [TestCase("US", "NY", 4.40)]
    [TestCase("GB", "London", 22.00)]
    [TestCase("US", "IL", 0.00)]
    [TestCase("DE", "BE", 0.00)]
    public void Calculate_ByDestination_TaxesGoodsAndShippingByTheTable(string country, string region, double expected) =>
        Assert.That((double)TaxTable.Calculate(country, region, goods: 100m, shipping: 10m), Is.EqualTo(expected));

    [Test]
    public void ToCheckout_HasTheSameRates()
    {
        var rules = TaxTable.ToCheckout().DefaultTaxTable!.TaxRules;

        Assert.That(rules.Select(rule => (rule.Rate, rule.ShippingTaxed)), Is.EqualTo(new[] { ((decimal?)0.0825m, (bool?)false), (0.04m, true), (0.0625m, true), (0.20m, true) }));
    }
}
