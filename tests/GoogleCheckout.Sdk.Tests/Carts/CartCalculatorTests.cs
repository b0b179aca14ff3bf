using GoogleCheckout.Orders;
using NUnit.Framework;
using static GoogleCheckout.Carts.Shelf;

namespace GoogleCheckout.Carts;

/// <summary>The price of a cart: its parts, and what they need.</summary>
public class CartCalculatorTests
{
    [Test]
    public void Calculate_ItemsShippingAndTax_AddsThemUp()
    {
        var cart = Cart(
            [Item(12.95m, 2), Item(6.35m)],
            new MerchantCheckoutFlowSupport { ShippingMethods = [Parcel()], TaxTables = Tables(Rule(0.0825m, State("CA"))) });

        var price = CartCalculator.Calculate(cart, new CartChoices { ShippingAddress = California, ShippingName = "Parcel" });

        Assert.That(price.Subtotal, Is.EqualTo(Usd(32.25m)));
        Assert.That(price.Adjustment.TotalTax, Is.EqualTo(Usd(2.66m)));
        Assert.That(price.Adjustment.Shipping, Is.EqualTo(new FlatRateShippingAdjustment { ShippingName = "Parcel", ShippingCost = Usd(7.50m) }));
        Assert.That(price.Adjustment.AdjustmentTotal, Is.EqualTo(Usd(10.16m)));
        Assert.That(price.Adjustment.MerchantCalculationSuccessful, Is.Null);
        Assert.That(price.Total, Is.EqualTo(Usd(42.41m)));
    }
}
