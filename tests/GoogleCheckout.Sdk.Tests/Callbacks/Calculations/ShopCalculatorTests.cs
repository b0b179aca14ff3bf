using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Calculations;

/// <summary>Shows how a merchant tests a calculator, without a server.</summary>
public class ShopCalculatorTests
{
    // <test>
    [Test]
    public async Task CalculateAsync_TwoAddresses_ReturnsAResultForEachShippingMethod()
    {
        var callback = new MerchantCalculationCallback
        {
            ShoppingCart = new ShoppingCart
            {
                Items = [new Item { ItemName = "Sencha", ItemDescription = "100 g", UnitPrice = new Money(12.00m, "USD"), Quantity = 2 }],
            },
            BuyerLanguage = "en_US",
            Calculate = new Calculate
            {
                Addresses = [new AnonymousAddress { Id = "1", Region = "CA" }, new AnonymousAddress { Id = "2", Region = "HI" }],
                Shipping = [new Method { Name = "Parcel" }, new Method { Name = "Overnight" }],
                MerchantCodeStrings = [new MerchantCodeString { Code = "tea5" }],
                Tax = true,
            },
        };

        var results = await new ShopCalculator().CalculateAsync(callback, CancellationToken.None);

        Assert.That(MerchantCalculationValidator.Validate(callback, results), Is.Empty);
        Assert.That(results.Results[0].TotalTax, Is.EqualTo(new Money(2.60m, "USD")));
        Assert.That(results.Results[3].Shippable, Is.False);
    }
    // </test>

    [Test]
    public async Task CalculateAsync_DocumentedCalculator_ReturnsRatesTaxAndCoupon()
    {
        var callback = SampleCallbacks.Of(["ca"], ["Parcel", "Overnight"], ["TEA5", "TEA6"], true, SampleCallbacks.Usd(10m));

        var results = (await new ShopCalculator().CalculateAsync(callback, CancellationToken.None)).Results;

        Assert.Multiple(() =>
        {
            Assert.That(results.Select(result => result.ShippingRate), Is.EqualTo(new Money?[] { SampleCallbacks.Usd(7.50m), SampleCallbacks.Usd(19.95m) }));
            Assert.That(results.Select(result => result.TotalTax), Is.EqualTo(new Money?[] { SampleCallbacks.Usd(2.27m), SampleCallbacks.Usd(3.30m) }));
            Assert.That(results[0].MerchantCodeResults.Select(code => code.Valid), Is.EqualTo(new[] { true, false }));
        });
    }
}
