using GoogleCheckout.Calculations;
using GoogleCheckout.Orders;
using NUnit.Framework;
using static GoogleCheckout.Carts.FixtureCarts;

namespace GoogleCheckout.Carts;

/// <summary>Coupons and gift certificates: merchant-calculations.md section 3, of the protocol notes.</summary>
public class CartCodesTests
{
    [Test]
    public void MerchantCalculationSuccessful_OnlyCodesRequested_DependsOnTheResults()
    {
        var cart = Cart([Item(100m)], new MerchantCheckoutFlowSupport { MerchantCalculations = TakesCodes });
        var code = new CartSelections { MerchantCodeResults = [Coupon("FIVE", 5m)] };

        Assert.That(SuccessOf(new CartSelections()), Is.Null);
        Assert.That(SuccessOf(code), Is.True);
        Assert.That(SuccessOf(new CartSelections { MerchantCodeResults = [Coupon("FIVE", 5m) with { Valid = false }] }), Is.True);
        Assert.That(SuccessOf(new CartSelections { MerchantCalculationFailed = true }), Is.False);

        bool? SuccessOf(CartSelections selections) => CartCalculator.Calculate(cart, selections).Adjustment.MerchantCalculationSuccessful;
    }

    // 100.00 and 8.00 of tax and 3.00 of shipping: 111.00.
    [TestCase("C60 G20", "60 20", 31)]
    [TestCase("G20 C60", "20 60", 31, TestName = "Codes, in the order they were entered")]
    [TestCase("G90 C60", "51 60", 0, TestName = "Codes, coupons before certificates")]
    [TestCase("C60 C60b C60c", "60 51 0", 0, TestName = "Codes, no more than is left to pay")]
    [TestCase("G200", "111", 0)]
    [TestCase("C0 G0", "0 0", 111)]
    [TestCase("C5 c5", "5", 106, TestName = "Codes, one entered twice counts once")]
    [TestCase("", "", 111)]
    public void Codes_Valid_ReduceThePriceByAtMostTheAmountLeft(string codes, string applied, int total)
    {
        var flow = new MerchantCheckoutFlowSupport
        {
            ShippingMethods = [new MerchantCalculatedShipping { Name = "Bicycle", Price = Usd(4m) }],
            TaxTables = Tables(Rule(0.08m, new WorldArea())),
            MerchantCalculations = TakesCodes,
        };
        MerchantCodeResult[] results = [.. Words(codes).Select(code => Worth(code) is var worth && code[0] == 'G'
            ? Certificate(code, worth)
            : (MerchantCodeResult)Coupon(code, worth))];

        var price = CartCalculator.Calculate(
            Cart([Item(100m)], flow),
            new CartSelections { ShippingName = "Bicycle", ShippingRate = Usd(3m), MerchantCodeResults = results });

        Assert.That(price.Adjustment.MerchantCodes.Select(code => code.AppliedAmount), Is.EqualTo(Words(applied).Select(amount => Usd(Worth(amount)))));
        Assert.That(price.Adjustment.TotalTax, Is.EqualTo(Usd(8m)), "codes do not change the tax of the tables");
        Assert.That(price.Total, Is.EqualTo(Usd(total)));
    }

    [Test]
    public void Codes_Applied_ContainTheMerchantsValues()
    {
        var cart = Cart([Item(3m)], new MerchantCheckoutFlowSupport { MerchantCalculations = TakesCodes });

        var codes = CartCalculator.Calculate(cart, new CartSelections { MerchantCodeResults = [Coupon("FIVE", 5m), Certificate("TEN", 10m)] }).Adjustment.MerchantCodes;

        Assert.That(codes, Is.EqualTo(new MerchantCodeAdjustment[]
        {
            new CouponAdjustment { Code = "FIVE", AppliedAmount = Usd(3m), CalculatedAmount = Usd(5m), Message = "Thank you." },
            new GiftCertificateAdjustment { Code = "TEN", AppliedAmount = Usd(0m), CalculatedAmount = Usd(10m), Message = "Thank you." },
        }));
    }

    [Test]
    public void Codes_InvalidOrNotAccepted_DoNotReduceThePrice()
    {
        var coupons = new MerchantCheckoutFlowSupport { MerchantCalculations = TakesCodes with { AcceptGiftCertificates = null } };
        var results = new MerchantCodeResult[] { Coupon("FIVE", 5m) with { Valid = false }, Certificate("TEN", 10m), Coupon("ONE", 1m) with { CalculatedAmount = null } };
        var selections = new CartSelections { MerchantCodeResults = results };

        Assert.That(CartCalculator.Calculate(Cart([Item(100m)], coupons), selections).Adjustment.MerchantCodes.Select(code => code.Code), Is.EqualTo(new[] { "ONE" }));
        Assert.That(CartCalculator.Calculate(Cart([Item(100m)], coupons), selections).Total, Is.EqualTo(Usd(100m)));
        Assert.That(CartCalculator.Calculate(Cart([Item(100m)]), selections).Adjustment.MerchantCodes, Is.Empty);
        Assert.That(CartCalculator.Calculate(Cart([Item(100m)]), selections).Adjustment.MerchantCalculationSuccessful, Is.Null);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static decimal Worth(string code) => decimal.Parse(new string([.. code.Where(char.IsDigit)]), System.Globalization.CultureInfo.InvariantCulture);
}
