using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Carts;

public class CartPriceTests
{
    private static readonly ShippingMethod[] Methods =
    [
        new FlatRateShipping { Name = "Ground", Price = Usd(4.50m) },
        new Pickup { Name = "At the shop", Price = Usd(1m) },
        new CarrierCalculatedShipping
        {
            CarrierCalculatedShippingOptions = [new CarrierCalculatedShippingOption { ShippingCompany = "UPS", ShippingType = "Ground", Price = Usd(9m) }],
        },
        new MerchantCalculatedShipping { Name = "By bicycle", Price = Usd(7m) },
    ];

    [TestCase("Ground", typeof(FlatRateShippingAdjustment), 4.50, null)]
    [TestCase("At the shop", typeof(PickupShippingAdjustment), 1, null)]
    [TestCase("UPS Ground", typeof(CarrierCalculatedShippingAdjustment), 9, null)]
    [TestCase("By bicycle", typeof(MerchantCalculatedShippingAdjustment), 7, false)]
    public void Of_EachKindOfShipping_AddsThePriceNamedInTheCart(string name, Type adjustment, decimal cost, bool? calculated)
    {
        var cart = With(Methods);

        var price = CartPrice.Of(cart, ShippingChoice.Of(cart).Single(choice => choice.Name == name));

        Assert.Multiple(() =>
        {
            Assert.That(price.Total, Is.EqualTo(Usd(45.50m + cost)));
            Assert.That(price.Adjustment.AdjustmentTotal, Is.EqualTo(Usd(cost)));
            Assert.That(price.Adjustment.Shipping, Is.InstanceOf(adjustment));
            Assert.That(price.Adjustment.Shipping!.ShippingName, Is.EqualTo(name));
            Assert.That(price.Adjustment.Shipping.ShippingCost, Is.EqualTo(Usd(cost)));
            Assert.That(price.Adjustment.MerchantCalculationSuccessful, Is.EqualTo(calculated));
        });
    }

    [Test]
    public void Of_NoShipping_IsThePriceOfTheItems()
    {
        var cart = SampleCarts.Books with { CheckoutFlowSupport = null };

        var price = CartPrice.Of(cart, shipping: null);

        Assert.That(price.Total, Is.EqualTo(Usd(45.50m)));
        Assert.That(price.Adjustment.Shipping, Is.Null);
    }

    [TestCaseSource(nameof(Faulty))]
    public void WhyNot_AFaultyCart_SaysWhy(CheckoutShoppingCart cart, string reason)
    {
        Assert.That(CartCheck.WhyNot(cart), Does.Contain(reason));
    }

    [Test]
    public void WhyNot_AGoodCart_IsNull()
    {
        Assert.That(CartCheck.WhyNot(SampleCarts.Books), Is.Null);
    }

    private static IEnumerable<TestCaseData> Faulty()
    {
        yield return Case("no items", WithItems());
        yield return Case("quantity", WithItems(Item() with { Quantity = 0 }));
        yield return Case("no currency", WithItems(Item() with { UnitPrice = default }));
        yield return Case("same currency", WithItems(Item(), Item() with { UnitPrice = new Money(1, "GBP") }));
        yield return Case("same currency", With(new Pickup { Name = "Here", Price = new Money(1, "GBP") }), "of shipping");
        yield return Case("negative", With(new Pickup { Name = "Here", Price = Usd(-1) }));
        yield return Case("different names", With(new Pickup { Name = "Here", Price = Usd(1) }, new Pickup { Name = " here ", Price = Usd(1) }));
        yield return Case("mixed", With(Methods));

        static TestCaseData Case(string reason, CheckoutShoppingCart cart, string? more = null) =>
            new TestCaseData(cart, reason).SetName($"WhyNot_AFaultyCart_SaysWhy {reason} {more}".TrimEnd());
    }

    private static Item Item() => new() { ItemName = "Book", ItemDescription = "A novel", UnitPrice = Usd(20), Quantity = 1 };

    private static CheckoutShoppingCart WithItems(params Item[] items) => new() { ShoppingCart = new ShoppingCart { Items = items } };

    private static CheckoutShoppingCart With(params ShippingMethod[] methods) =>
        SampleCarts.Books with { CheckoutFlowSupport = new MerchantCheckoutFlowSupport { ShippingMethods = methods } };

    private static Money Usd(decimal amount) => new(amount, "USD");
}
