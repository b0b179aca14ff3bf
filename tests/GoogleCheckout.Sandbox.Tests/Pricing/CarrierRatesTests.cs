using System.Reflection;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pricing;

public class CarrierRatesTests
{
    [TestCase(0.5, "LB", 1, 7.00)]
    [TestCase(1, "LB", 1, 7.00)]
    [TestCase(1, "LB", 3, 8.20)]
    [TestCase(1.2, "LB", 2, 8.20)]
    [TestCase(1, "KG", 1, 8.20)]
    [TestCase(1, "kg", 2, 9.40)]
    public void FindPrice_ByWeight_AddsEachStartedPound(decimal weight, string unit, int quantity, decimal price)
    {
        Item[] items = [Book with { ItemWeight = new ItemWeight { Value = weight, Unit = unit }, Quantity = quantity }, Book with { DigitalContent = new DigitalContent() }];

        Assert.That(CarrierRates.FindPrice(Option("ups", " Ground "), items), Is.EqualTo(Usd(price)));
    }

    [TestCase(ShippingCompanies.FedEx, typeof(FedExShippingTypes))]
    [TestCase(ShippingCompanies.UPS, typeof(UpsShippingTypes))]
    [TestCase(ShippingCompanies.USPS, typeof(UspsShippingTypes))]
    public void FindPrice_EveryServiceOfTheSdk_IsNotNull(string company, Type types)
    {
        var names = types.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.That(names, Is.Not.Empty);
        Assert.That(names.Where(type => CarrierRates.FindPrice(Option(company, type), [Book]) is null), Is.Empty);
    }

    [Test]
    public void FindPrice_UnknownService_IsNull()
    {
        Assert.That(CarrierRates.FindPrice(Option("DHL", "Ground"), [Book]), Is.Null);
    }

    [TestCase(true, "Ground", 8.70)]
    [TestCase(true, "By balloon", 9.00)]
    [TestCase(false, "Ground", 9.00)]
    public async Task Order_ShippedByACarrier_CostsItsRateWithAdditionalChargesOrTheFallback(bool enableCarrierRates, string type, decimal cost)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { EnableCarrierRates = enableCarrierRates });
        using var client = sandbox.CreateClient();
        var cart = CheckoutShoppingCart.Create(Book).WithShipping(new CarrierCalculatedShipping
        {
            CarrierCalculatedShippingOptions = [Option("UPS", type) with { AdditionalVariableChargePercent = 10m, AdditionalFixedCharge = Usd(1m) }],
            ShippingPackages = [new ShippingPackage { ShipFrom = new AnonymousAddress { Id = "depot", City = "Nome", Region = "AK", PostalCode = "99762", CountryCode = "US" } }],
        });

        NewOrderNotification order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(cart));

        Assert.That(order.OrderAdjustment!.Shipping, Is.EqualTo(new CarrierCalculatedShippingAdjustment { ShippingName = $"UPS {type}", ShippingCost = Usd(cost) }));
        Assert.That(order.OrderTotal, Is.EqualTo(Usd(20m + cost)));
    }

    private static Item Book => new()
    {
        ItemName = "Book",
        ItemDescription = "A novel",
        UnitPrice = Usd(20m),
        Quantity = 1,
        ItemWeight = new ItemWeight { Value = 0.8m, Unit = WeightUnits.Pound },
    };

    private static CarrierCalculatedShippingOption Option(string company, string type) => new() { ShippingCompany = company, ShippingType = type, Price = Usd(9m) };

    private static Money Usd(decimal amount) => new(amount, "USD");
}
