using System.Net;
using GoogleCheckout.Orders;
using GoogleCheckout.Samples;
using GoogleCheckout.Sandbox.Callbacks;
using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The console, the clock and the faults in a real browser: accessible, in two widths, light and dark, with script and without.</summary>
public class ConsoleBrowserTests
{
    [TestCase(1280, ColorScheme.Light)]
    [TestCase(1280, ColorScheme.Dark)]
    [TestCase(375, ColorScheme.Light)]
    [TestCase(375, ColorScheme.Dark)]
    public async Task Developer_WithScript_FindsAndRepeatsAMessage(int width, ColorScheme colors) =>
        await RunAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = colors, BypassCSP = true }, ChromiumBrowser.CheckAsync);

    [Test]
    public async Task Developer_WithoutScript_FindsAndRepeatsAMessage() => await RunAsync(new() { JavaScriptEnabled = false }, _ => Task.CompletedTask);

    private static async Task RunAsync(BrowserNewPageOptions options, Func<IPage, Task> checkAsync)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await using var shop = await MerchantServer.StartAsync();
        var settings = shop.Options();
        (settings.PagesEndpoint, settings.ReviewDelay) = (new IPEndPoint(IPAddress.Loopback, 0), TimeSpan.FromMinutes(1));
        await using var sandbox = await CheckoutSandbox.StartAsync(settings);
        var page = await browser.NewPageAsync(options);
        await page.GotoAsync(new Uri(sandbox.PagesAddress!, PageUrls.Console).ToString());
        await page.GetByLabel("Merchant id").FillAsync(sandbox.MerchantId);
        await page.GetByLabel("Merchant key").FillAsync(sandbox.MerchantKey);
        await PressAsync(page, "Sign in");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("There are no messages yet.");
        await checkAsync(page);

        await AddFaultsAsync(page, checkAsync);
        using var client = sandbox.CreateClient();
        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
        await sandbox.DeliverAsync();
        await AdvanceAsync(page, checkAsync);
        Assert.That(async () => await client.ChargeOrderAsync(order.GoogleOrderNumber), Throws.InstanceOf<CheckoutApiException>());
        await client.ChargeOrderAsync(order.GoogleOrderNumber);
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        await FindAsync(page, checkAsync, order.GoogleOrderNumber);
        var before = shop.Posts.Count;
        await RepeatAsync(page, checkAsync);
        Assert.That(shop.Posts, Has.Count.EqualTo(before + 3));
        await page.GotoAsync(new Uri(sandbox.PagesAddress!, PageUrls.OfOrder(PageUrls.Receipt, order.GoogleOrderNumber)).ToString());
        var picture = await page.Locator("svg.life:visible").BoundingBoxAsync();
        Assert.That(picture!.X + picture.Width, Is.LessThanOrEqualTo(page.ViewportSize!.Width), "The picture does not scroll sideways.");
        await page.GetByText("The same as a table").ClickAsync();
        await checkAsync(page);
        Assert.That(sandbox.Accounts.First.Service.FindOrder(order.GoogleOrderNumber)!.FinancialOrderState, Is.EqualTo(FinancialOrderState.Charged));
    }

    private static async Task AddFaultsAsync(IPage page, Func<IPage, Task> checkAsync)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Faults" }).ClickAsync();
        await checkAsync(page);
        var requests = page.GetByRole(AriaRole.Region, new() { Name = "A request of the shop" });
        await PressAsync(requests, "Add");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Select what happens.");
        await requests.GetByLabel("Message").First.SelectOptionAsync("charge-order");
        await requests.GetByLabel("is refused with an error message").CheckAsync();
        await requests.GetByLabel("Error message, if it is refused").FillAsync("Not on Sundays");
        await PressAsync(requests, "Add");
        await Assertions.Expect(page.Locator(".entry")).ToContainTextAsync("charge-order is refused: Not on Sundays");
        var notifications = page.GetByRole(AriaRole.Region, new() { Name = "A notification to the shop" });
        await notifications.GetByLabel("is sent again after it is acknowledged").CheckAsync();
        await PressAsync(notifications, "Add");
        await Assertions.Expect(page.Locator(".entry")).ToHaveCountAsync(2);
        await page.GetByText("What the quirks are").ClickAsync();
        await checkAsync(page);
    }

    private static async Task AdvanceAsync(IPage page, Func<IPage, Task> checkAsync)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Clock" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await checkAsync(page);
        await PressAsync(page.Locator("main"), "1 minute");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The clock was advanced by 1 minute.");
        await checkAsync(page);
    }

    private static async Task FindAsync(IPage page, Func<IPage, Task> checkAsync, string number)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Console" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Not on Sundays");
        await checkAsync(page);
        await page.GetByLabel("Order number").FillAsync(number);
        await page.GetByLabel("Kind").SelectOptionAsync("new-order-notification");
        await PressAsync(page, "Show");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Link, new() { Name = "new-order-notification" }).First.ClickAsync();
        await checkAsync(page);
    }

    private static async Task RepeatAsync(IPage page, Func<IPage, Task> checkAsync)
    {
        await PressAsync(page, "Send twice");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The notification was sent.");
        await page.GetByText("Edit and send").ClickAsync();
        await page.GetByText("Copy as curl").ClickAsync();
        await checkAsync(page);
        var body = await page.GetByLabel("Body").InputValueAsync();
        await page.GetByLabel("Body").FillAsync(body.Replace("buyer-id>", "buyer>", StringComparison.Ordinal));
        await PressAsync(page, "Check and send");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("/new-order-notification/buyer");
        await checkAsync(page);
        await PressAsync(page, "Send it all the same");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The notification was sent.");
    }

    private static Task PressAsync(IPage page, string button) => PressAsync(page.Locator("body"), button);

    private static Task PressAsync(ILocator place, string button) => place.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
