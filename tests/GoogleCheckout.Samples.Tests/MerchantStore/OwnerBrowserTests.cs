using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>
/// The owner's work from the first start to the archive in a real browser, through pages only, with and without script. Each page is accessible and fits the
/// screen. If GOOGLE_CHECKOUT_SCREENSHOTS names a folder, it gets a picture of each.
/// </summary>
public class OwnerBrowserTests
{
    [TestCase(1280, ColorScheme.Light, true)]
    [TestCase(1280, ColorScheme.Dark, false)]
    [TestCase(375, ColorScheme.Dark, true)]
    [TestCase(375, ColorScheme.Light, false)]
    public async Task Owner_FromFirstStartToArchive_WorksThroughPagesOnly(int width, ColorScheme scheme, bool script)
    {
        var folder = Directory.CreateTempSubdirectory();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await using var shop = await ShopProcess.StartAsync(folder);
        var page = await browser.NewPageAsync(new()
        {
            BaseURL = shop.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            BypassCSP = true,
        });
        var owner = new OwnerInBrowser(page, $"{width}-{scheme}", script);

        await owner.BuyAsync();
        await owner.SetUpAsync(await shop.SetupCode);
        await owner.OpenOrderAsync();

        // A minute between the commands: what the service tells of one has all come by then. A late "charging" would have the shop refuse the next.
        await owner.PressAsync("Advance one minute");
        await Assertions.Expect(page.Locator("#financial-state")).ToHaveTextAsync("ready to charge");
        await owner.CheckAsync("order");

        await page.Locator("#charge-amount").FillAsync("12.50");
        await owner.PressAsync("Charge");
        await Assertions.Expect(page.Locator("#charged")).ToHaveTextAsync("12.50 USD");
        await owner.PressAsync("Advance one minute");
        await owner.PressAsync("Charge");
        await owner.CheckAsync("confirm");
        await owner.PressAsync("Yes, charge 44.50 USD");
        await Assertions.Expect(page.Locator("#charged")).ToHaveTextAsync("57.00 USD");
        await Assertions.Expect(page.Locator("#why-not-charge")).ToHaveTextAsync("You cannot charge an order that is already completely charged");

        await owner.PressAsync("Advance one minute");
        await owner.OpenCommandAsync("Ship single items");
        await page.GetByLabel("1 × Teapot").CheckAsync();
        await page.Locator("#items-carrier").SelectOptionAsync("FedEx");
        await page.Locator("#items-tracking").FillAsync("1234");
        await owner.PressAsync("Ship the items");
        await Assertions.Expect(page.GetByText("FedEx 1234 (Teapot)")).ToBeVisibleAsync();

        await owner.OpenCommandAsync("Send a message");
        await page.Locator("#message").FillAsync("The teapot is on its way. The tea follows tomorrow.");
        await owner.PressAsync("Send the message");
        await Assertions.Expect(page.GetByText("Send a message to the buyer: accepted")).ToBeVisibleAsync();

        await owner.PressAsync("Advance one minute");
        await owner.OpenCommandAsync("Refund");
        await page.Locator("#refund-amount").FillAsync("7");
        await page.Locator("#refund-reason").SelectOptionAsync("Item arrived damaged");
        await page.Locator("#refund-comment").FillAsync("The lid was chipped");
        await owner.PressAsync("Refund");
        await Assertions.Expect(page.Locator("#refunded")).ToHaveTextAsync("7.00 USD");
        await owner.CheckAsync("order-refunded");

        await owner.PressAsync("Advance one day");
        await owner.OpenCommandAsync("Archive");
        await owner.PressAsync("Archive");
        await Assertions.Expect(page.GetByText("Nothing. The order is archived.")).ToBeVisibleAsync();

        await page.GotoAsync("/Orders?filter=Archived");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "T-1001" })).ToBeVisibleAsync();
        await owner.CheckAsync("orders");
        await owner.ChangeSettingsAsync();
        await owner.PressAsync("Sign out");
        await page.GotoAsync("/SignIn");
        await owner.CheckAsync("sign-in");
    }
}
