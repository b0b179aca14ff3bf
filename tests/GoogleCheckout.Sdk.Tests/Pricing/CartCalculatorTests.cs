using GoogleCheckout.Orders;
using NUnit.Framework;
using NUnit.Framework.Constraints;
using static GoogleCheckout.Carts.FixtureCarts;

namespace GoogleCheckout.Carts;

/// <summary>Tests the parts of a price, the results of merchant and carriers, and the errors.</summary>
public class CartCalculatorTests
{
    private const string Items = "/checkout-shopping-cart/shopping-cart/items";

    private static readonly MerchantCheckoutFlowSupport Asking = new()
    {
        ShippingMethods = [new MerchantCalculatedShipping { Name = "Bicycle", Price = Usd(4m) }],
        TaxTables = Tables(Rule(0.08m, new WorldArea())) with { MerchantCalculated = true },
        MerchantCalculations = TakesCodes,
    };

    private static readonly CartSelections Answered = new() { ShippingName = "Bicycle", ShippingRate = Usd(3m), TotalTax = Usd(9.99m) };

    [Test]
    public void Calculate_ItemsShippingAndTax_AddsThemUp()
    {
        var cart = Cart(
            [Item(12.95m, 2), Item(6.35m)],
            new MerchantCheckoutFlowSupport { ShippingMethods = [Parcel()], TaxTables = Tables(Rule(0.0825m, State("CA"))) });

        var price = CartCalculator.Calculate(cart, new CartSelections { ShippingAddress = California, ShippingName = "Parcel" });

        Assert.That(price.Subtotal, Is.EqualTo(Usd(32.25m)));
        Assert.That(price.Adjustment.TotalTax, Is.EqualTo(Usd(2.66m)));
        Assert.That(price.Adjustment.Shipping, Is.EqualTo(new FlatRateShippingAdjustment { ShippingName = "Parcel", ShippingCost = Usd(7.50m) }));
        Assert.That(price.Adjustment.AdjustmentTotal, Is.EqualTo(Usd(10.16m)));
        Assert.That(price.Adjustment.MerchantCalculationSuccessful, Is.Null);
        Assert.That(price.Total, Is.EqualTo(Usd(42.41m)));
    }

    [Test]
    public void Calculate_OnlyItems_ReturnsTheirSum()
    {
        var price = CartCalculator.Calculate(Cart([Item(12.95m), Item(-2.95m)]), new CartSelections());

        Assert.That((price.Subtotal, price.Total), Is.EqualTo((Usd(10m), Usd(10m))));
        Assert.That(price.Adjustment.Shipping, Is.Null);
        Assert.That(price.Adjustment.AdjustmentTotal, Is.EqualTo(Usd(0m)));
    }

    // The example of orders.md, section 6, of the protocol notes.
    [Test]
    public void Calculate_DocumentedExample_MatchesToTheCent()
    {
        var price = CartCalculator.Calculate(Cart([Item(213.00m)], Asking), new CartSelections
        {
            ShippingName = "Bicycle",
            ShippingRate = Usd(13.00m),
            TotalTax = Usd(15.06m),
            MerchantCodeResults = [Coupon("FIVE", 5m), Certificate("TEN", 10m)],
        });

        Assert.That(price.Adjustment.AdjustmentTotal, Is.EqualTo(Usd(13.06m)));
        Assert.That(price.Total, Is.EqualTo(Usd(226.06m)));
    }

    [Test]
    public void Calculate_MerchantResults_UsesThem()
    {
        var price = CartCalculator.Calculate(Cart([Item(100m)], Asking), Answered);

        Assert.That(price.Adjustment.Shipping, Is.EqualTo(new MerchantCalculatedShippingAdjustment { ShippingName = "Bicycle", ShippingCost = Usd(3m) }));
        Assert.That(price.Adjustment.TotalTax, Is.EqualTo(Usd(9.99m)), "it replaces that of the tables");
        Assert.That(price.TaxLines, Is.Empty);
        Assert.That(price.Adjustment.MerchantCalculationSuccessful, Is.True);
    }

    [TestCase(true, true, false, 3.0, 9.99)]
    [TestCase(false, true, false, 4.0, 9.99)]
    [TestCase(true, false, false, 3.0, 8.0)]
    [TestCase(false, false, false, 4.0, 8.0)]
    [TestCase(true, true, true, 4.0, 8.0)]
    public void Calculate_IncompleteOrNoMerchantResults_UsesTheCartForWhatIsMissing(bool hasRate, bool hasTax, bool hasFailed, decimal shipping, decimal tax)
    {
        var selections = Answered with
        {
            ShippingRate = hasRate ? Answered.ShippingRate : null,
            TotalTax = hasTax ? Answered.TotalTax : null,
            MerchantCodeResults = [Coupon("FIVE", 5m)],
            MerchantCalculationFailed = hasFailed,
        };

        var price = CartCalculator.Calculate(Cart([Item(100m)], Asking), selections);

        Assert.Multiple(() =>
        {
            Assert.That(price.Adjustment.Shipping!.ShippingCost, Is.EqualTo(Usd(shipping)));
            Assert.That(price.Adjustment.TotalTax, Is.EqualTo(Usd(tax)));
            Assert.That(price.Adjustment.MerchantCodes, Has.Count.EqualTo(hasFailed ? 0 : 1));
            Assert.That(price.Adjustment.MerchantCalculationSuccessful, Is.EqualTo(hasRate && hasTax && !hasFailed));
        });
    }

    [Test]
    public void Calculate_NoMerchantResult_RequiresAFallbackPriceForTheAddress()
    {
        var restrictions = new ShippingRestrictions { AllowedAreas = [State("NV")] };
        var cart = Cart([Item(100m)], Asking with
        {
            ShippingMethods = [new MerchantCalculatedShipping { Name = "Bicycle", Price = Usd(4m), ShippingRestrictions = restrictions }],
        });

        Assert.That(CartCalculator.Calculate(cart, Answered with { ShippingAddress = California }).Adjustment.Shipping!.ShippingCost, Is.EqualTo(Usd(3m)));
        Assert.That(
            () => CartCalculator.Calculate(cart, Answered with { ShippingAddress = California, ShippingRate = null }),
            Throws.ArgumentException.With.Message.EqualTo("The shipping method 'Bicycle' is not available at the shipping address without the merchant's result: set CartSelections.ShippingRate."));
    }

    [TestCase("10.00", null, null, "10.00")]
    [TestCase("10.00", "12.5", null, "11.25")]
    [TestCase("10.00", "12.5", "2.00", "13.25", TestName = "Carrier, the fixed charge comes after the percent")]
    [TestCase("10.00", "-50", "1.00", "6.00")]
    [TestCase("9.99", "0.5", null, "10.04", TestName = "Carrier, 10.03995")]
    [TestCase("1.00", "0.5", null, "1.01", TestName = "Carrier, 1.005: half up")]
    [TestCase("10.00", "-150", "1.00", "0.00", TestName = "Carrier, not below zero")]
    [TestCase(null, "12.5", "2.00", "8.00", TestName = "Carrier, the fallback price is charged unchanged")]
    public void Calculate_CarrierRate_AddsTheChargesOfTheCart(string? rate, string? percent, string? charge, string expected)
    {
        var option = new CarrierCalculatedShippingOption
        {
            Price = Usd(8m),
            ShippingCompany = "UPS",
            ShippingType = "Ground",
            AdditionalVariableChargePercent = percent is null ? null : Parse(percent),
            AdditionalFixedCharge = charge is null ? null : Usd(Parse(charge)),
        };
        var cart = Cart([Item(100m)], new MerchantCheckoutFlowSupport { ShippingMethods = [new CarrierCalculatedShipping { CarrierCalculatedShippingOptions = [option] }] });

        var price = CartCalculator.Calculate(
            cart,
            new CartSelections { ShippingAddress = California, ShippingName = "UPS Ground", ShippingRate = rate is null ? null : Usd(Parse(rate)) });

        Assert.That(price.Adjustment.Shipping, Is.EqualTo(new CarrierCalculatedShippingAdjustment { ShippingName = "UPS Ground", ShippingCost = Usd(Parse(expected)) }));
        Assert.That(price.Adjustment.MerchantCalculationSuccessful, Is.Null, "a carrier is not the merchant");
    }

    [Test]
    public void Calculate_NoAddress_SucceedsOnlyIfThePriceDoesNotDependOnIt()
    {
        var world = Tables(Rule(0.08m, new WorldArea()), Rule(0.05m, State("CA")));
        var states = Tables(Rule(0.05m, State("CA")), Rule(0.08m, new WorldArea()));

        Assert.That(CartCalculator.Calculate(Taxed(world), new CartSelections()).Total, Is.EqualTo(Usd(108m)));
        Assert.That(
            () => CartCalculator.Calculate(Taxed(states), new CartSelections()),
            Throws.ArgumentException.With.Message.EqualTo("The tax depends on the shipping address: set CartSelections.ShippingAddress."));

        static CheckoutShoppingCart Taxed(TaxTables tables) => Cart([Item(100m)], new MerchantCheckoutFlowSupport { TaxTables = tables });
    }

    [Test]
    public void Calculate_AmountInAnotherCurrency_ThrowsWithItsPath()
    {
        var dollars = Cart([Item(100m)], Asking with { TaxTables = Asking.TaxTables, ShippingMethods = [Parcel(currency: "GBP"), .. Asking.ShippingMethods] });
        var pounds = new Money(1m, "GBP");

        Assert.Multiple(() =>
        {
            Assert.That(() => Calculate(Cart([Item(1m), Item(1m, currency: "GBP")]), new CartSelections()), Refused($"{Items}/item[2]/unit-price is in GBP, but the first item is in USD."));
            Assert.That(() => Calculate(dollars, new CartSelections { ShippingName = "Parcel" }), Refused("The price of the shipping method 'Parcel' is in GBP, but the items are in USD."));
            Assert.That(() => Calculate(dollars, Answered with { ShippingRate = pounds }), Refused("CartSelections.ShippingRate must be in USD, the currency of the cart."));
            Assert.That(() => Calculate(dollars, Answered with { TotalTax = pounds }), Refused("CartSelections.TotalTax must be in USD, the currency of the cart."));
            Assert.That(
                () => Calculate(dollars, Answered with { MerchantCodeResults = [Coupon("ONE", 1m), Coupon("TWO", 1m) with { CalculatedAmount = pounds }] }),
                Refused("CartSelections.MerchantCodeResults[1].CalculatedAmount must be in USD, the currency of the cart."));
        });
    }

    [Test]
    public void Calculate_InvalidOrUnrequestedResult_Throws()
    {
        var cart = Cart([Item(100m)], Asking with { ShippingMethods = [Parcel(), .. Asking.ShippingMethods] });

        Assert.Multiple(() =>
        {
            Assert.That(() => Calculate(cart, Answered with { ShippingRate = Usd(-1m) }), Refused("CartSelections.ShippingRate must not be negative."));
            Assert.That(() => Calculate(cart, Answered with { TotalTax = Usd(0.005m) }), Refused("CartSelections.TotalTax has a fraction of the currency's smallest unit; round it."));
            Assert.That(() => Calculate(cart, Answered with { ShippingName = "Parcel" }), Refused("CartSelections.ShippingRate must be null: the cart does not request this calculation for the selections."));
            Assert.That(() => Calculate(cart, Answered with { ShippingName = null }), Refused("CartSelections.ShippingRate must be null: the cart does not request this calculation for the selections."));
            Assert.That(
                () => Calculate(Cart([Item(100m)]), new CartSelections { TotalTax = Usd(1m) }),
                Refused("CartSelections.TotalTax must be null: the cart does not request this calculation for the selections."));
        });
    }

    [Test]
    public void Calculate_NoItemsOrNegativeSum_Throws()
    {
        Assert.That(() => Calculate(Cart([]), new CartSelections()), Refused($"{Items} has no item."));
        Assert.That(() => Calculate(Cart([Item(1m), Item(-2m)]), new CartSelections()), Refused($"{Items} has a negative sum."));
    }

    [Test]
    public void Calculate_AmountsBeyondTheLimit_ThrowOverflowException()
    {
        const string Beyond = " exceeds the maximum of 10,000,000,000,000.";
        var absurdRate = Cart([Item(100m)], new MerchantCheckoutFlowSupport { TaxTables = Tables(Rule(decimal.MaxValue, new WorldArea())) });
        var highRate = Cart([Item(100m)], new MerchantCheckoutFlowSupport { TaxTables = Tables(Rule(10_000_000_000_000m, new WorldArea())) });

        Assert.Multiple(() =>
        {
            Assert.That(() => Calculate(Cart([Item(1m), Item(decimal.MaxValue)]), new CartSelections()), Overflows($"{Items}/item[2]/unit-price{Beyond}"));
            Assert.That(() => Calculate(Cart([Item(1_000_000m, int.MaxValue)]), new CartSelections()), Overflows($"{Items}/item[1]/unit-price{Beyond}"));
            Assert.That(() => Calculate(Cart([Item(9_000_000_000_000m), Item(9_000_000_000_000m)]), new CartSelections()), Overflows(Items + Beyond));
            Assert.That(() => Calculate(absurdRate, new CartSelections()), Overflows("The tax" + Beyond));
            Assert.That(() => Calculate(highRate, new CartSelections()), Overflows("The tax" + Beyond));
            Assert.That(Calculate(Cart([Item(9_999_999_999_999.99m)]), new CartSelections()).Total, Is.EqualTo(Usd(9_999_999_999_999.99m)));
        });

        static EqualStringConstraint Overflows(string message) => Throws.TypeOf<OverflowException>().With.Message.EqualTo(message);
    }

    [Test]
    public void Calculate_NullArgument_Throws()
    {
        Assert.That(() => CartCalculator.Calculate(null!, new CartSelections()), Throws.ArgumentNullException);
        Assert.That(() => CartCalculator.Calculate(Cart([Item(1m)]), null!), Throws.ArgumentNullException);
        Assert.That(() => CartCalculator.GetShippingOptions(null!, California), Throws.ArgumentNullException);
    }

    private static EqualStringConstraint Refused(string message) => Throws.ArgumentException.With.Message.EqualTo(message);

    private static CartPrice Calculate(CheckoutShoppingCart cart, CartSelections selections) => CartCalculator.Calculate(cart, selections);

    private static decimal Parse(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
