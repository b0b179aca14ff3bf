using System.Net;
using GoogleCheckout.Orders;
using GoogleCheckout.Samples;
using GoogleCheckout.Sandbox.Control;
using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The buyer's pages in a real browser: accessible, in two widths, light and dark, with script and without.</summary>
public class BuyerBrowserTests
{
    [TestCase(1280, ColorScheme.Light)]
    [TestCase(1280, ColorScheme.Dark)]
    [TestCase(375, ColorScheme.Light)]
    [TestCase(375, ColorScheme.Dark)]
    public async Task Buyer_WithScript_BuysAndCancels(int width, ColorScheme colors)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await using var sandbox = await StartAsync();
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = colors, BypassCSP = true });

        await BuyAsync(sandbox, page, ChromiumBrowser.CheckAsync);

        Assert.That(((IControlledSandbox)sandbox.Merchants[0]).Orders().Single().FinancialOrderState, Is.EqualTo(FinancialOrderState.Cancelled));
    }

    [Test]
    public async Task Buyer_WithoutScript_BuysAndCancels()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await using var sandbox = await StartAsync();
        var page = await browser.NewPageAsync(new() { JavaScriptEnabled = false });

        await BuyAsync(sandbox, page, _ => Task.CompletedTask);

        Assert.That(((IControlledSandbox)sandbox.Merchants[0]).Orders().Single().FinancialOrderState, Is.EqualTo(FinancialOrderState.Cancelled));
    }

    private static async Task BuyAsync(CheckoutSandbox sandbox, IPage page, Func<IPage, Task> checkAsync)
    {
        using var shop = sandbox.CreateClient();
        var redirect = await shop.CheckoutAsync(SampleCarts.Books with
        {
            ShoppingCart = SampleCarts.Books.ShoppingCart with
            {
                Items = [.. SampleCarts.Books.ShoppingCart.Items.Select(item => item with { ItemDescription = string.Join(' ', Enumerable.Repeat("A description that is as long as those of real shops.", 5)) })],
            },
        });

        await page.GotoAsync(redirect.RedirectUrl);
        await checkAsync(page);
        await page.GetByLabel("At the shop").CheckAsync();
        await PressAsync(page, "Update the total");
        await Assertions.Expect(page.Locator("aside tfoot")).ToContainTextAsync("45.50 USD");

        await page.GetByLabel("Saved address").SelectOptionAsync(PlaceOrderForm.OtherBuyer);
        await PressAsync(page, "Place your order now");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The address is not complete");
        await checkAsync(page);
        await page.GetByLabel("Saved address").SelectOptionAsync("uk");
        await PressAsync(page, "Update the total");
        await page.GetByLabel("Test card").SelectOptionAsync(TestCard.DeclinedAtReview.Number);
        await PressAsync(page, "Place your order now");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Thank you");
        await checkAsync(page);

        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await page.GetByRole(AriaRole.Link, new() { Name = "See the receipt" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your card was declined" })).ToBeVisibleAsync();
        await checkAsync(page);
        await page.GetByLabel("Pay with").SelectOptionAsync(TestCard.Accepted.Number);
        await PressAsync(page, "Use this card");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Not charged yet");
        await PressAsync(page, "Cancel this order");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("✕ Canceled");
        await checkAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Purchases" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await checkAsync(page);
    }

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task<CheckoutSandbox> StartAsync() =>
        await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { PagesEndpoint = new IPEndPoint(IPAddress.Loopback, 0), ReviewDelay = TimeSpan.FromMinutes(1) });
}
