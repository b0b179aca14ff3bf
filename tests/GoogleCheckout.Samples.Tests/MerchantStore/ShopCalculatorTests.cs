using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using MerchantStore.Calculations;
using MerchantStore.Codes;
using MerchantStore.Data;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The results for a cart that was sent before the owner changed the currency.</summary>
public sealed class ShopCalculatorTests(StoreEngine engine) : CommandTestBase(engine)
{
    [TestCase("GBP", "GB", ShippingTable.Ground, 3.50, 6.10)]
    [TestCase("USD", "GB", ShippingTable.International, 22.00, 0.00)]
    public async Task Cart_OfAnyCurrency_IsCalculatedInItsOwn(string currency, string country, string method, double shipping, double tax)
    {
        var teapot = new Item
        {
            ItemName = "Teapot",
            ItemDescription = "Cast iron",
            UnitPrice = new Money(27m, currency),
            Quantity = 1,
            ItemWeight = new ItemWeight { Value = 2.9m, Unit = WeightUnits.Pound },
        };
        var callback = new MerchantCalculationCallback
        {
            ShoppingCart = new ShoppingCart { Items = [teapot] },
            BuyerLanguage = "en_US",
            Calculate = new Calculate
            {
                Addresses = [new AnonymousAddress { Id = "1", City = "London", PostalCode = "SW1A 1AA", CountryCode = country }],
                Shipping = [new Method { Name = method }],
                Tax = true,
            },
        };

        var results = await Store.WithAsync<StoreContext, MerchantCalculationResults>(store =>
            new ShopCalculator(new CodeBook(store, TimeProvider.System)).CalculateAsync(callback, CancellationToken.None));

        Assert.That((results.Results[0].ShippingRate, results.Results[0].TotalTax), Is.EqualTo((new Money((decimal)shipping, currency), new Money((decimal)tax, currency))));
    }
}
