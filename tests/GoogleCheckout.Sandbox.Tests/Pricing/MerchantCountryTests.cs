using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pricing;

/// <summary>Shipping methods without restrictions, which are offered in the merchant's country only.</summary>
[Parallelizable(ParallelScope.All)]
public class MerchantCountryTests
{
    [TestCase("USD", null, "US", true)]
    [TestCase("USD", null, "PR", true)]
    [TestCase("USD", null, "GB", false)]
    [TestCase("GBP", null, "GB", true)]
    [TestCase("GBP", null, "US", false)]
    [TestCase("USD", "CA", "CA", true)]
    [TestCase("USD", "CA", "US", false)]
    [TestCase("EUR", null, "FR", true)]
    [TestCase("EUR", "DE", "FR", false)]
    public async Task FlatRate_WithoutRestrictions_IsOfferedInTheMerchantsCountry(string currency, string? merchantCountry, string buyerCountry, bool isOffered)
    {
        var cart = Cart(currency).WithShipping(new FlatRateShipping { Name = "Post", Price = new Money(4m, currency) });
        var options = new CheckoutSandboxOptions { MerchantCountry = merchantCountry };

        await AssertOfferedAsync(cart, options, buyer => buyer.ShippingAddress = buyer.ShippingAddress with { CountryCode = buyerCountry }, isOffered);
    }

    [Test]
    public async Task Pickup_BuyerAbroad_IsOffered()
    {
        var cart = Cart("USD").WithShipping(new Pickup { Name = "Post", Price = new Money(4m, "USD") });

        await AssertOfferedAsync(cart, new CheckoutSandboxOptions(), buyer => buyer.ShippingAddress = buyer.ShippingAddress with { CountryCode = "JP" }, isOffered: true);
    }

    [TestCase(false, "NV", true)]
    [TestCase(false, "HI", false)]
    [TestCase(true, "NV", false)]
    public async Task EmptyAllowedAreas_ByTheRule_ShipInTheMerchantsCountryOrNowhere(bool nowhere, string state, bool isOffered)
    {
        var restrictions = new ShippingRestrictions { AllowedAreas = [], ExcludedAreas = [Area.USState("HI")] };
        var cart = Cart("USD").WithShipping(new FlatRateShipping { Name = "Post", Price = new Money(4m, "USD"), ShippingRestrictions = restrictions });
        var options = new CheckoutSandboxOptions { Rules = new SandboxRules { EmptyAllowedAreasShipNowhere = nowhere } };

        await AssertOfferedAsync(cart, options, buyer => buyer.ShippingAddress = buyer.ShippingAddress with { CountryCode = "US", Region = state }, isOffered);
    }

    [TestCase("HU1 1AA", true)]
    [TestCase("hu11aa", true)]
    [TestCase("HU10 6AB", false)]
    [TestCase("HU106AB", false)]
    public async Task PostalPattern_WithABlank_ComparesTheFirstPart(string postalCode, bool isOffered)
    {
        var restrictions = new ShippingRestrictions { AllowedAreas = [Area.Country("GB", "HU1 *")] };
        var cart = Cart("GBP").WithShipping(new FlatRateShipping { Name = "Post", Price = new Money(4m, "GBP"), ShippingRestrictions = restrictions });

        await AssertOfferedAsync(cart, new CheckoutSandboxOptions(), buyer => buyer.ShippingAddress = buyer.ShippingAddress with { CountryCode = "GB", PostalCode = postalCode }, isOffered);
    }

    [TestCase("usa")]
    [TestCase("us")]
    [TestCase("")]
    public void MerchantCountry_NotACode_Throws(string country)
    {
        Assert.That(
            () => CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { MerchantCountry = country }),
            Throws.ArgumentException.With.Message.EqualTo("MerchantCountry must be the two upper-case letters of a country, for example GB."));
    }

    private static CheckoutShoppingCart Cart(string currency) =>
        CheckoutShoppingCart.Create(new Item { ItemName = "Cup", ItemDescription = "Blue", UnitPrice = new Money(10m, currency), Quantity = 1 });

    private static async Task AssertOfferedAsync(CheckoutShoppingCart cart, CheckoutSandboxOptions options, Action<SandboxBuyer> buyer, bool isOffered)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(options);
        using var client = sandbox.CreateClient();
        var redirect = await client.CheckoutAsync(cart);

        if (isOffered)
        {
            NewOrderNotification order = await sandbox.PlaceOrderAsync(redirect, buyer);
            Assert.That((order.OrderTotal.Amount, order.OrderAdjustment!.Shipping!.ShippingName), Is.EqualTo((14m, "Post")));
        }
        else
        {
            Assert.That(() => sandbox.PlaceOrderAsync(redirect, buyer), Throws.ArgumentException.With.Message.EqualTo("No shipping method of the cart is offered at the buyer's address."));
        }
    }
}
