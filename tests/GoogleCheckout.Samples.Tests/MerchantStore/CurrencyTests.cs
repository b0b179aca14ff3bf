using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>A store whose owner sells in pounds sterling, and then in dollars.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
public sealed class CurrencyTests(StoreEngine engine) : MerchantStoreTestBase(engine)
{
    private static readonly Address London = new()
    {
        ContactName = "Grace Sample",
        Email = "grace@example.com",
        Address1 = "1 Example Row",
        City = "London",
        Region = "London",
        PostalCode = "SW1A 1AA",
        CountryCode = "GB",
    };

    [Test]
    public async Task Store_InSterling_SellsAtItsOwnPricesAndOrdersKeepTheirCurrency()
    {
        await RestartAsync(("Currency", "GBP"), ("OrderPrefix", "K-"), ("Calculations:DefaultShippingCost", "6.66"));
        await AddAsync("Teapot", "Tea cup");
        await Browser.PressAsync("Apply", ("code", "TEA10"));
        await Browser.PressAsync("Apply", ("code", "GIFT-25-TEA"));
        await Browser.PressAsync("Apply", ("code", "GIFT-25-POUNDS"));
        Assert.That((Browser.Element("subtotal"), Browser.Element("shipping"), Browser.Element("total")), Is.EqualTo(("36.50 GBP", "3.50 GBP", "11.35 GBP")));
        Assert.That(Browser.Text, Does.Contain("within the United Kingdom").And.Contains("This gift certificate is in USD.").And.Contains("-25.00 GBP"));

        var redirect = await CheckOutAsync([]);
        var cart = (CheckoutShoppingCart)Sandbox.Requests.Single(request => request.Message is CheckoutShoppingCart).Message!;
        Assert.That(cart.CheckoutFlowSupport!.ShippingMethods.Cast<MerchantCalculatedShipping>().Select(method => method.Price), Has.All.EqualTo(new Money(6.66m, "GBP")), "if the store does not respond");
        var placed = await Sandbox.PlaceOrderAsync(redirect, buyer => buyer.ShippingAddress = London);
        await Sandbox.DeliverAsync();

        // 20 percent of 36.50 - 3.65 + 3.50; the certificate is a payment.
        Assert.That((placed.OrderAdjustment!.TotalTax, placed.OrderTotal), Is.EqualTo((new Money(7.27m, "GBP"), new Money(18.62m, "GBP"))));
        await AddAsync("Sencha");
        var cookie = Browser.Cookies.GetCookies(Store.Address)["cart"]!.Value;

        await RestartAsync(("Currency", "USD"));
        Browser.Cookies.SetCookies(Store.Address, $"cart={cookie}");
        await Browser.GoAsync("/Cart");
        Assert.That(Browser.Element("total"), Is.EqualTo("11.25 USD"), "the cart has the new prices");
        var order = (await ReadOrdersAsync()).Single();
        Assert.That((order.ShopOrderNumber, order.Currency, order.Total), Is.EqualTo(("K-1001", "GBP", 18.62m)));
        await Browser.GoAsync($"/MyOrder/{order.BuyerKey}");
        Assert.That(Browser.Element("invoice-total"), Is.EqualTo("18.62 GBP"));
    }
}
