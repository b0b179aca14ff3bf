using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Coupons and gift certificates, in the store's cart and at Google Checkout.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
public sealed class ShopCodeTests(StoreEngine engine) : MerchantStoreTestBase(engine)
{
    private static readonly Address Berlin = new()
    {
        ContactName = "Clara Beispiel",
        Email = "clara@example.com",
        Address1 = "Musterweg 3",
        City = "Berlin",
        Region = "BE",
        PostalCode = "10115",
        CountryCode = "DE",
    };

    [Test]
    public async Task Codes_OfTheCart_AreNegativeItems()
    {
        await AddAsync("Teapot", "Sencha");
        await ApplyAsync("gift-25-tea");
        await ApplyAsync("TEA10");
        Assert.That(Browser.Text, Does.Contain("-4.58 USD").And.Contains("-25.00 USD"), "the coupon is applied first");
        Assert.That(Browser.Element("total"), Is.EqualTo("21.17 USD"));

        var placed = await Sandbox.PlaceOrderAsync(await CheckOutAsync([]));

        Assert.That(placed.ShoppingCart.Items.Select(item => item.UnitPrice.Amount), Is.EqualTo(new[] { 39.50m, 6.25m, -4.58m, -25.00m }));
        Assert.That(placed.OrderTotal.Amount, Is.EqualTo(21.17m));
    }

    [Test]
    public async Task Certificate_OfAnOrder_IsReservedAndReturnedWhenItIsCanceled()
    {
        await AddAsync("Teapot");
        await ApplyAsync("GIFT-25-TEA");
        var placed = await Sandbox.PlaceOrderAsync(await CheckOutAsync([]));
        await Sandbox.AdvanceAsync(TimeSpan.FromHours(2));

        await AddAsync("Teapot");
        await ApplyAsync("GIFT-25-TEA");
        Assert.That(Browser.Text, Does.Contain("This gift certificate is used up."));

        await Client.CancelOrderAsync(placed.GoogleOrderNumber, "Out of stock");
        await Sandbox.AdvanceAsync(TimeSpan.FromHours(2));
        await Browser.GoAsync("/Cart");
        Assert.That(Browser.Text, Does.Contain("This gift certificate is worth 25.00 USD.").And.Contains("-25.00 USD"));
    }

    [Test]
    public async Task Certificate_UsedByTwoOrdersAtOnce_PaysOneAndLeavesTheOtherToTheOwner()
    {
        await AddAsync("Teapot");
        await ApplyAsync("GIFT-25-TEA");
        var first = await CheckOutAsync([]);
        await Browser.GoAsync("/Cart");
        var second = await CheckOutAsync([]);
        await Sandbox.PlaceOrderAsync(first);
        await Sandbox.PlaceOrderAsync(second);
        await Sandbox.DeliverAsync();

        var orders = await ReadOrdersAsync();
        Assert.That(orders.Count(order => order.OnHold), Is.EqualTo(1));
        Assert.That(orders.Single(order => order.OnHold).Decision, Does.Contain("25.00 USD of this order is not paid"));
    }

    [Test]
    public async Task Codes_RemovedBySetting_AreEnteredAtGoogleCheckoutAndCalculatedByTheStore()
    {
        await RestartAsync(("Codes:SendAsItems", "false"));
        await AddAsync("Teapot", "Sencha");
        await ApplyAsync("TEA10");
        Assert.That(Browser.Text, Does.Contain("Please enter your codes there again."));

        var placed = await Sandbox.PlaceOrderAsync(await CheckOutAsync([]), buyer =>
        {
            buyer.ShippingAddress = Berlin;
            buyer.ShippingMethod = "International";
            buyer.Codes = ["gift-25-tea", "TEA10", "SPRING25", "nonsense"];
        });

        Assert.That(Sandbox.Calculations, Has.Count.GreaterThan(0));
        Assert.That(Sandbox.Calculations[^1].Issues, Is.Empty);
        Assert.That(placed.ShoppingCart.Items, Has.Count.EqualTo(2), "the cart has no discounts");
        Assert.That(placed.OrderAdjustment!.MerchantCalculationSuccessful, Is.True);
        Assert.That(placed.OrderAdjustment.Shipping!.ShippingCost.Amount, Is.EqualTo(22.00m), "the rate of Europe");
        Assert.That(placed.OrderAdjustment.MerchantCodes.Select(code => code.AppliedAmount.Amount), Is.EquivalentTo(new[] { 25.00m, 4.58m }));
        Assert.That(placed.OrderTotal.Amount, Is.EqualTo(38.17m));

        await Sandbox.DeliverAsync();
        await AddAsync("Teapot");
        await ApplyAsync("gift-25-tea");
        Assert.That(Browser.Text, Does.Contain("This gift certificate is used up."));
    }

    [Test]
    public async Task Tax_OfAnOrder_IsReducedByTheCouponAndNotByTheCertificate()
    {
        await AddAsync("Teapot");
        await ApplyAsync("TEA10");
        await ApplyAsync("GIFT-25-TEA");

        var placed = await Sandbox.PlaceOrderAsync(await CheckOutAsync([]), buyer => buyer.ShippingAddress = Berlin with { Region = "NY", PostalCode = "10001", CountryCode = "US" });

        // New York taxes the shipping, too: 4 percent of 39.50 - 3.95 + 5.00.
        Assert.That(placed.OrderAdjustment!.TotalTax!.Value.Amount, Is.EqualTo(1.62m));
    }

    [Test]
    public async Task Codes_ThatDoNotCount_AreShownWithTheReasonAndChangeNoPrice()
    {
        await AddAsync("Teapot");
        foreach (var hostile in new[] { "<b>", new string('A', 31), "TEA10'; --", "TEA10~GIFT", string.Empty })
        {
            await ApplyAsync(hostile);
            Assert.That(Browser.Text, Does.Contain("A code has letters, digits and hyphens."), hostile);
        }

        await ApplyAsync("nonsense");
        await ApplyAsync("Winter15");
        await ApplyAsync("WINTER15");
        await ApplyAsync("GIFT-25-POUNDS");

        Assert.That(Browser.Text, Does.Contain("We do not know this code.").And.Contains("This coupon was valid until February 28, 2011.").And.Contains("This gift certificate is in GBP."));
        Assert.That(Browser.Element("total"), Is.EqualTo("44.50 USD"));
        Assert.That(Browser.Page, Does.Contain("aria-label=\"Remove WINTER15\"").And.Not.Contains("aria-label=\"Remove Winter15\""), "a code counts once");
    }

    private Task ApplyAsync(string code) => Browser.PressAsync("Apply", ("code", code));
}
