using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The buyer's pages in a real browser: accessible, in two widths, light and dark, with script and without.</summary>
public class ShopBrowserTests
{
    [TestCase(1280, ColorScheme.Light)]
    [TestCase(1280, ColorScheme.Dark)]
    [TestCase(375, ColorScheme.Light)]
    [TestCase(375, ColorScheme.Dark)]
    public async Task Buyer_WithScript_BuysFromAnotherZone(int width, ColorScheme colors)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await using var shop = await ShopProcess.StartAsync(Directory.CreateTempSubdirectory(), ("Codes:SendAsItems", "false"));
        var page = await browser.NewPageAsync(new() { BaseURL = shop.Address.ToString(), ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = colors, BypassCSP = true });

        await BuyAsync(page, ChromiumBrowser.CheckAsync);
    }

    [Test]
    public async Task Buyer_WithoutScript_BuysFromAnotherZone()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await using var shop = await ShopProcess.StartAsync(Directory.CreateTempSubdirectory(), ("Codes:SendAsItems", "false"));
        var page = await browser.NewPageAsync(new() { BaseURL = shop.Address.ToString(), JavaScriptEnabled = false });

        await BuyAsync(page, _ => Task.CompletedTask);
    }

    // To Berlin, with a coupon and a gift certificate that are entered at Google Checkout; then on invoice.
    private static async Task BuyAsync(IPage page, Func<IPage, Task> checkAsync)
    {
        await page.GotoAsync("/");
        await checkAsync(page);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Teaware" }).ClickAsync();
        await checkAsync(page);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Teapot" }).GetByRole(AriaRole.Link).ClickAsync();
        await checkAsync(page);
        await ClickAsync(page, "Add Teapot to the cart");
        await page.GetByLabel("Quantity of Teapot").FillAsync("2");
        await ClickAsync(page, "Update quantities");
        await page.GetByLabel("Coupon or gift certificate").FillAsync("TEA10");
        await ClickAsync(page, "Apply");
        await page.GetByLabel("Coupon or gift certificate").FillAsync("nonsense");
        await ClickAsync(page, "Apply");
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("82.60 USD");
        await checkAsync(page);
        await ClickAsync(page, "Remove nonsense");
        await ClickAsync(page, "Checkout with Google");

        await page.GetByLabel("Saved address").SelectOptionAsync("de");
        await ClickAsync(page, "Update the total");
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("TEA10");
        await ClickAsync(page, "Add");
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("GIFT-25-TEA");
        await ClickAsync(page, "Add");
        await Assertions.Expect(page.Locator("aside tfoot")).ToContainTextAsync("104.10 USD");
        await ClickAsync(page, "Place your order now");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the shop" }).ClickAsync();
        await Eventually.Async(
            async () =>
            {
                await page.ReloadAsync();
                return await page.Locator("#invoice-total").CountAsync();
            },
            Is.EqualTo(1));
        await Assertions.Expect(page.Locator("#invoice-total")).ToHaveTextAsync("104.10 USD");
        await checkAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Follow your order" }).ClickAsync();
        await Assertions.Expect(page.Locator("#delivery")).ToHaveTextAsync("not shipped");
        await checkAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Cart", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Your cart is empty.");
        await checkAsync(page);

        await OrderOnInvoiceAsync(page, checkAsync);
    }

    private static async Task OrderOnInvoiceAsync(IPage page, Func<IPage, Task> checkAsync)
    {
        await page.GotoAsync("/Products/plum-wine");
        await checkAsync(page);
        await ClickAsync(page, "Add Plum wine to the cart");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Google Checkout is not available for this cart" })).ToBeVisibleAsync();
        await checkAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Order on invoice" }).ClickAsync();
        await checkAsync(page);
        await page.GetByLabel("Name").FillAsync("Ada Example");
        await page.GetByLabel("E-mail").FillAsync("ada@example.com");
        await page.GetByLabel("Street").FillAsync("12 Sample Street");
        await page.GetByLabel("City").FillAsync("Springfield");
        await page.GetByLabel("State or region").FillAsync("IL");
        await page.GetByLabel("Postal code").FillAsync("62701");
        await ClickAsync(page, "Order now");
        await Assertions.Expect(page.Locator("#invoice-total")).ToHaveTextAsync("26.00 USD");
        await checkAsync(page);
    }

    private static Task ClickAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
