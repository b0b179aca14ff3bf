using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>
/// The store with its own sandbox, as a developer starts it, in a real browser: the buyer's way and the owner's work, through pages only, wide and narrow,
/// light and dark, with script and without. Each page of the store is accessible and fits the screen.
/// </summary>
public class StoreBrowserTests
{
    [TestCase(1280, ColorScheme.Light, true)]
    [TestCase(1280, ColorScheme.Dark, false)]
    [TestCase(375, ColorScheme.Light, false)]
    [TestCase(375, ColorScheme.Dark, true)]
    public async Task Order_FromCatalogToArchive_WorksThroughPagesOnly(int width, ColorScheme colors, bool script)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await using var shop = await ShopProcess.StartAsync(Directory.CreateTempSubdirectory(), ("Codes:SendAsItems", "false"));
        var page = await browser.NewPageAsync(Options(script));
        var checks = new PageChecks(page, script ? page : await browser.NewPageAsync(Options(script: true)), $"{width}-{colors.ToString().ToLowerInvariant()}");
        var buyer = new BuyerInBrowser(page, checks);
        var owner = new OwnerInBrowser(page, checks);

        await buyer.FillCartAsync();
        await buyer.CheckOutAsync();
        var order = await buyer.FollowOrderAsync();
        await buyer.OrderOnInvoiceAsync();

        await owner.SetUpAsync(await shop.SetupCode);
        await owner.OpenOrdersAsync();
        await owner.ChargeInTwoPartsAsync();
        await owner.ShipPartlyAsync();
        await owner.SendMessageAsync();
        await owner.RefundAsync();
        await owner.ArchiveAsync();
        await owner.ReadMessagesAsync();
        await owner.ChangeSettingsAsync();
        await owner.SignOutAsync();

        await buyer.SeeRefundAsync(order);
        await buyer.LoseTheWayAsync();
        Assert.That(checks.Unchecked, Is.Empty, "Each page of the folder Pages is a step of this test.");

        BrowserNewPageOptions Options(bool script) => new()
        {
            BaseURL = shop.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = colors,
            JavaScriptEnabled = script,
            BypassCSP = true,
        };
    }
}
