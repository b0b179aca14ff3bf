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
        await page.GetByRole(AriaRole.Link, new() { Name = "T-1001" }).ClickAsync();
        await Assertions.Expect(page.Locator("#financial-state")).ToHaveTextAsync("under review");
        await ClickAsync(page, "Advance one minute");
        await Assertions.Expect(page.Locator("#financial-state")).ToHaveTextAsync("ready to charge");
        await ChromiumBrowser.CheckAsync(page);

        // A minute between the commands: what the service tells of one has all come by then. A late "charging" would have the shop refuse the next.
        await page.GetByLabel("Amount in USD").First.FillAsync("12.50");
        await ClickAsync(page, "Charge");
        await Assertions.Expect(page.Locator("#charged")).ToHaveTextAsync("12.50 USD");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Cancel the order" })).ToBeDisabledAsync();
        await ClickAsync(page, "Advance one minute");
        await ClickAsync(page, "Charge");
        await Assertions.Expect(page.Locator("#financial-state")).ToHaveTextAsync("charged");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Charge", Exact = true })).ToBeDisabledAsync();
        await ClickAsync(page, "Advance one minute");
        await page.GetByLabel("Carrier").SelectOptionAsync("FedEx");
        await page.GetByLabel("Tracking number").FillAsync("1234");
        await ClickAsync(page, "Mark as shipped");
        await Assertions.Expect(page.Locator("#fulfillment-state")).ToHaveTextAsync("shipped");
        await ClickAsync(page, "Advance one minute");
        await page.GetByLabel("Reason, for the buyer").First.FillAsync("Broken in transit");
        await ClickAsync(page, "Refund");
        await Assertions.Expect(page.Locator("#refunded")).ToHaveTextAsync("57.00 USD");
        await ClickAsync(page, "Advance one day");
        await page.GetByLabel("Reason, for the buyer").Last.FillAsync("Out of stock");
        await ClickAsync(page, "Cancel the order");
        await Assertions.Expect(page.Locator("#financial-state")).ToHaveTextAsync("canceled");
        await ClickAsync(page, "Archive");
        await ClickAsync(page, "Take out of the archive");
        await ClickAsync(page, "Update from Google Checkout");
        await ChromiumBrowser.CheckAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Orders" }).ClickAsync();
        await ChromiumBrowser.CheckAsync(page);
        await ClickAsync(page, "Sign out");
    }

    private static Task ClickAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
