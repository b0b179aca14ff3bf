using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The shop with its own sandbox, as a developer starts it, in a real browser.</summary>
public class BrowserTests
{
    [TestCase(1200)]
    [TestCase(375)]
    public async Task Store_ClickedThrough_SellsAndEachPageIsAccessible(int width)
    {
        var folder = Directory.CreateTempSubdirectory();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await using var shop = await ShopProcess.StartAsync(folder);
        var page = await browser.NewPageAsync(new() { BaseURL = shop.Address.ToString(), ViewportSize = new() { Width = width, Height = 800 }, BypassCSP = true });

        await page.GotoAsync("/");
        await ChromiumBrowser.CheckAsync(page);
        await ClickAsync(page, "Add Teapot to the cart");
        await page.GotoAsync("/");
        await ClickAsync(page, "Add Sencha to the cart");
        await page.GotoAsync("/");
        await ClickAsync(page, "Add Tea cup to the cart");
        await ClickAsync(page, "Remove Tea cup");
        await page.GetByLabel("Quantity of Sencha").FillAsync("2");
        await ClickAsync(page, "Update quantities");
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("57.00 USD");
        await ChromiumBrowser.CheckAsync(page);
        await ClickAsync(page, "Checkout with Google");
        await ChromiumBrowser.CheckAsync(page);
        await ClickAsync(page, "Place your order now");
        await ChromiumBrowser.CheckAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the shop" }).ClickAsync();
        await ChromiumBrowser.CheckAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Orders" }).ClickAsync();
        await ChromiumBrowser.CheckAsync(page);
        await page.GetByLabel("Setup code").FillAsync(await shop.SetupCode);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("correct horse battery");
        await page.GetByLabel("The same password again").FillAsync("correct horse battery");
        await ClickAsync(page, "Set the password");
        await ChromiumBrowser.CheckAsync(page);
        await Eventually.Async(
            async () =>
            {
                await page.ReloadAsync();
                return await page.GetByRole(AriaRole.Link, new() { Name = "T-1001" }).CountAsync();
            },
            Is.EqualTo(1));
    }

    private static Task ClickAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
