using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Samples;
using GoogleCheckout.Sandbox.Calculations;
using GoogleCheckout.Sandbox.Callbacks;
using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The Merchant Center in a real browser: accessible, in two widths, light and dark, with script and without.</summary>
public class MerchantBrowserTests
{
    [TestCase(1280, ColorScheme.Light)]
    [TestCase(1280, ColorScheme.Dark)]
    [TestCase(375, ColorScheme.Light)]
    [TestCase(375, ColorScheme.Dark)]
    public async Task Merchant_WithScript_ProcessesAnOrder(int width, ColorScheme colors)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await using var shop = await StartShopAsync();
        await using var sandbox = await StartAsync(shop);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = colors, BypassCSP = true });

        await ProcessAsync(sandbox, page, ChromiumBrowser.CheckAsync);

        AssertProcessed(sandbox);
    }

    [Test]
    public async Task Merchant_WithoutScript_ProcessesAnOrder()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await using var shop = await StartShopAsync();
        await using var sandbox = await StartAsync(shop);
        var page = await browser.NewPageAsync(new() { JavaScriptEnabled = false });

        await ProcessAsync(sandbox, page, _ => Task.CompletedTask);

        AssertProcessed(sandbox);
    }

    private static async Task ProcessAsync(CheckoutSandbox sandbox, IPage page, Func<IPage, Task> checkAsync)
    {
        await page.GotoAsync(new Uri(sandbox.PagesAddress!, PageUrls.Inbox).ToString());
        await checkAsync(page);
        await page.GetByLabel("Merchant id").FillAsync(sandbox.MerchantId);
        await page.GetByLabel("Merchant key").FillAsync("wrong");
        await PressAsync(page, "Sign in");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("There is no merchant with this id and key.");
        await checkAsync(page);
        await page.GetByLabel("Merchant id").FillAsync(sandbox.MerchantId);
        await page.GetByLabel("Merchant key").FillAsync(sandbox.MerchantKey);
        await PressAsync(page, "Sign in");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("There are no orders yet.");
        await checkAsync(page);

        await BuyAsync(sandbox, page, checkAsync);
        await page.GetByRole(AriaRole.Link, new() { Name = "Merchant Center" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await checkAsync(page);
        await page.GetByText("What the pictures mean").ClickAsync();
        await Assertions.Expect(page.GetByText("Partially charged")).ToBeVisibleAsync();
        await checkAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Charge order" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".totals").First).ToContainTextAsync("Coupon TEA");
        await checkAsync(page);

        await FillAsync(page, "#charge", "Amount in USD", "200");
        await PressAsync(page, "Charge");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The amount must be at most 52.55 USD.");
        await checkAsync(page);
        await FillAsync(page, "#charge", "Amount in USD", "20.00");
        await PressAsync(page, "Charge");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The order was charged.");
        await Assertions.Expect(page.Locator(".states")).ToContainTextAsync("Partially charged");
        await checkAsync(page);
        await PressAsync(page, "Charge");
        await Assertions.Expect(page.Locator(".states")).ToContainTextAsync("Fully charged");

        await page.GetByLabel("Select Map").CheckAsync();
        await page.Locator("#shipitems").GetByLabel("Carrier, to ship").SelectOptionAsync("UPS");
        await FillAsync(page, "#shipitems", "Tracking number", "1Z999");
        await PressAsync(page, "Ship");
        await Assertions.Expect(page.Locator(".states")).ToContainTextAsync("Some shipped");
        await checkAsync(page);

        await page.Locator("summary", new() { HasText = "Refund some money" }).ClickAsync();
        await checkAsync(page);
        await FillAsync(page, "#refund", "Amount in USD", "5.50");
        await FillAsync(page, "#refund", "Reason", "The map was torn");
        await PressAsync(page, "Refund some money");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The money was refunded.");
        await page.Locator("summary", new() { HasText = "Send a message" }).ClickAsync();
        await FillAsync(page, "#message", "Message", "Sorry for the map");
        await PressAsync(page, "Send a message");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Sorry for the map");
        await checkAsync(page);

        await page.Locator("summary", new() { HasText = "Archive" }).ClickAsync();
        await PressAsync(page, "Archive");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The order was archived.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Orders", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Archived" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await checkAsync(page);
        await PressAsync(page, "Sign out");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in to the Merchant Center");
    }

    // One order by the buyer's page, with a coupon, whose review ends; and one that is under review.
    private static async Task BuyAsync(CheckoutSandbox sandbox, IPage page, Func<IPage, Task> checkAsync)
    {
        using var shop = sandbox.CreateClient();
        var redirect = await shop.CheckoutAsync(CreateCart(sandbox.CallbackUrl!));
        await page.GotoAsync(redirect.RedirectUrl);
        await ExpectTotalAsync(page, "Tax", "4.55 USD", "54.55 USD");
        await page.GetByLabel("Saved address").SelectOptionAsync("uk");
        await PressAsync(page, "Update the total");
        await ExpectTotalAsync(page, "Tax", "0.00 USD", "45.50 USD");
        await page.GetByLabel("Saved address").SelectOptionAsync("us");
        await PressAsync(page, "Update the total");
        await page.GetByLabel("Ground").CheckAsync();
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("TEA");
        await PressAsync(page, "Add");
        await Assertions.Expect(page.Locator(".code")).ToContainTextAsync("✓ accepted");
        await ExpectTotalAsync(page, "Coupon TEA", "-2.00 USD", "52.55 USD");
        await checkAsync(page);
        await PressAsync(page, "Place your order now");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The total is 52.55 USD");
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await sandbox.PlaceOrderAsync(await shop.CheckoutAsync(SampleCarts.Books));
    }

    private static async Task ExpectTotalAsync(IPage page, string row, string amount, string total)
    {
        await Assertions.Expect(page.Locator("aside tr", new() { HasText = row })).ToContainTextAsync(amount);
        await Assertions.Expect(page.Locator("aside tfoot")).ToContainTextAsync(total);
    }

    // Taxed in Illinois only; the shop answers for the codes.
    private static CheckoutShoppingCart CreateCart(Uri calculationsUrl) => SampleCarts.Books with
    {
        CheckoutFlowSupport = SampleCarts.Books.CheckoutFlowSupport! with
        {
            TaxTables = TaxTables.FromRules(new DefaultTaxRule { Rate = 0.1m, TaxArea = new USStateArea { State = "IL" } }),
            MerchantCalculations = new MerchantCalculations { MerchantCalculationsUrl = calculationsUrl.ToString(), AcceptMerchantCoupons = true },
        },
    };

    private static void AssertProcessed(CheckoutSandbox sandbox)
    {
        var order = sandbox.Accounts.First.Service.GetOrders()[0];
        Assert.Multiple(() =>
        {
            Assert.That(order.FinancialOrderState, Is.EqualTo(FinancialOrderState.Charged));
            Assert.That(order.FulfillmentOrderState, Is.EqualTo(FulfillmentOrderState.Processing));
            Assert.That(order.TotalRefundAmount, Is.EqualTo(new Money(5.50m, "USD")));
            Assert.That(order.Archived, Is.True);
        });
    }

    private static Task FillAsync(IPage page, string form, string label, string text) => page.Locator(form).GetByLabel(label).FillAsync(text);

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task<MerchantServer> StartShopAsync()
    {
        var shop = await MerchantServer.StartAsync();
        shop.AnswerWith(200, post => post.Body.Contains("merchant-calculation-callback", StringComparison.Ordinal) ? CalculatedCarts.AnswerTo(post.Body).ToXmlString() : MerchantServer.Acknowledge(post.SerialNumber));
        return shop;
    }

    private static Task<CheckoutSandbox> StartAsync(MerchantServer shop)
    {
        var options = shop.Options();
        (options.PagesEndpoint, options.ReviewDelay) = (new IPEndPoint(IPAddress.Loopback, 0), TimeSpan.FromMinutes(1));
        return CheckoutSandbox.StartAsync(options);
    }
}
