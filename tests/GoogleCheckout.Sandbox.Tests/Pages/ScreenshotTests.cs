using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Samples;
using GoogleCheckout.Sandbox.Callbacks;
using GoogleCheckout.Sandbox.Pages.MerchantCenter;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>Pictures of all pages, for <c>eng/screenshots</c>: a person has to look at them.</summary>
public class ScreenshotTests
{
    private const string Variable = "GOOGLE_CHECKOUT_SCREENSHOTS";

    // Pages that only lead to another one, or are as another one; and a file.
    private static readonly string[] WithoutPicture = ["/", "/sell", PageUrls.MerchantCenter, PageUrls.PlaceDonation, PageUrls.OrderFile];

    [TestCase(1280, ColorScheme.Light)]
    [TestCase(1280, ColorScheme.Dark)]
    [TestCase(375, ColorScheme.Light)]
    [TestCase(375, ColorScheme.Dark)]
    [Explicit("Writes files. Run eng/screenshots.")]
    public async Task Pages_Each_IsWrittenToTheFolder(int width, ColorScheme colors)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await using var shop = await MerchantServer.StartAsync();
        await using var sandbox = await StartAsync(shop);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = colors });

        foreach (var (path, url) in await FillAsync(sandbox, shop))
        {
            await page.GotoAsync(new Uri(sandbox.PagesAddress!, url).ToString());
            if (path == PageUrls.SignIn)
            {
                await TakeAsync(page, path);
                await SignInAsync(sandbox, page);
                continue;
            }

            await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = details.open || !details.closest('.actions, .legend'))");
            await TakeAsync(page, path);
        }

        Task<byte[]> TakeAsync(IPage shown, string path)
        {
            var name = $"{path.Trim('/').Replace('/', '-')}-{width}-{colors.ToString().ToLowerInvariant()}.png";
            return shown.ScreenshotAsync(new() { Path = Path.Combine(Folder, name), FullPage = true });
        }
    }

    [Test]
    [Explicit("Writes files. Run eng/screenshots, and copy them to docs/images.")]
    public async Task Readme_FourPages_AreWrittenToTheFolder()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await using var shop = await MerchantServer.StartAsync();
        await using var sandbox = await StartAsync(shop);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 960, Height = 600 } });
        var urls = (await FillAsync(sandbox, shop)).ToDictionary(entry => entry.Path, entry => entry.Url);

        await TakeAsync(PageUrls.PlaceOrder, "place-order");
        await page.GotoAsync(new Uri(sandbox.PagesAddress!, PageUrls.SignIn).ToString());
        await SignInAsync(sandbox, page);
        await TakeAsync(PageUrls.Inbox, "inbox");
        await TakeAsync(PageUrls.ConsoleMessage, "console-message");
        await page.GotoAsync(new Uri(sandbox.PagesAddress!, urls[PageUrls.Order]).ToString());
        await page.GetByRole(AriaRole.Region, new() { Name = "Life of the order" }).ScreenshotAsync(new() { Path = Path.Combine(Folder, "readme-order-life.png") });

        async Task TakeAsync(string path, string name)
        {
            await page.GotoAsync(new Uri(sandbox.PagesAddress!, urls[path]).ToString());
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"readme-{name}.png") });
        }
    }

    // With the links of a shop, and a download beside what is shipped.
    private static CheckoutShoppingCart Books => SampleCarts.Books with
    {
        ShoppingCart = SampleCarts.Books.ShoppingCart with
        {
            Items = [.. SampleCarts.Books.ShoppingCart.Items.Select(item => item.MerchantItemId == "book" ? item with { ItemDescription = "A novel in two volumes, hardcover, with the letters of the author" } : item)],
        },
        CheckoutFlowSupport = SampleCarts.Books.CheckoutFlowSupport! with
        {
            EditCartUrl = "https://shop.example/cart",
            ContinueShoppingUrl = "https://shop.example/",
            ParameterizedUrls = [new ParameterizedUrl { Url = "https://shop.example/pixel", Parameters = [new UrlParameter { Name = "total", Type = UrlParameterTypes.OrderTotal }] }],
            MerchantCalculations = new MerchantCalculations { MerchantCalculationsUrl = "https://shop.example/calculations", AcceptMerchantCoupons = true },
        },
    };

    private static string Folder => Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"Set {Variable} to a folder, or run eng/screenshots.");

    private static async Task SignInAsync(CheckoutSandbox sandbox, IPage page)
    {
        await page.GetByLabel("Merchant id").FillAsync(sandbox.MerchantId);
        await page.GetByLabel("Merchant key").FillAsync(sandbox.MerchantKey);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    // The addresses of all pages, in an order in which the login precedes those that need it.
    private static async Task<IReadOnlyList<(string Path, string Url)>> FillAsync(CheckoutSandbox sandbox, MerchantServer shop)
    {
        using var client = sandbox.CreateClient();
        var number = await LiveAsync(sandbox, client, shop);
        var cart = await client.CheckoutAsync(Books);
        await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
        await sandbox.DeliverAsync();
        sandbox.Faults.Next(SandboxFault.Refuse("Try again in 24 hours"));
        new FaultForm { Target = FaultTarget.Notifications, Fault = "quirk", Quirk = nameof(Quirk.ByteOrderMark), Kind = "new-order-notification" }.AddTo(sandbox.Accounts.First.Faults);
        return
        [
            .. BuyerRoutes.Create(sandbox.Accounts).Concat(new MerchantRoutes(sandbox.Accounts).ToPageRoutes())
                .Where(route => route.Method == HttpMethods.Get && !WithoutPicture.Contains(route.Path))
                .Select(route => (route.Path, route.Path switch
                {
                    PageUrls.PlaceOrder => new Uri(cart.RedirectUrl).PathAndQuery,
                    PageUrls.Confirmation or PageUrls.Receipt or PageUrls.Order => PageUrls.OfOrder(route.Path, number),
                    PageUrls.ConsoleMessage => $"{route.Path}?id=delivery-1",
                    _ => route.Path,
                })),
        ];
    }

    // An order with as much as can happen to one, and a few others.
    private static async Task<string> LiveAsync(CheckoutSandbox sandbox, CheckoutClient client, MerchantServer shop)
    {
        foreach (var card in new[] { TestCard.DeclinedAtReview, TestCard.RejectedForRisk, TestCard.Accepted })
        {
            await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books), buyer => buyer.Card = card);
        }

        await sandbox.AdvanceAsync(TimeSpan.FromHours(3));
        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(Books));
        var number = order.GoogleOrderNumber;
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await client.ChargeOrderAsync(number, new Money(30m, "USD"));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(20));
        await client.AddMerchantOrderNumberAsync(number, "B-2041");
        await client.ShipItemsAsync(new ShipItemsRequest
        {
            GoogleOrderNumber = number,
            ItemShippingInformationList = [new ItemShippingInformation { ItemId = new ItemId { MerchantItemId = "map" }, TrackingDataList = [new TrackingData { Carrier = Carriers.UPS, TrackingNumber = "1Z9999W99999999999" }] }],
        });
        await sandbox.AdvanceAsync(TimeSpan.FromDays(1));
        await client.ChargeOrderAsync(number);
        await sandbox.AdvanceAsync(TimeSpan.FromHours(2));
        await client.RefundOrderAsync(number, "The map was torn", new Money(5.50m, "USD"));
        await client.SendBuyerMessageAsync(number, "We are sorry for the torn map.");
        await sandbox.DeliverAsync();
        shop.AnswerWith(500, "The shop is closed");
        return number;
    }

    private static Task<CheckoutSandbox> StartAsync(MerchantServer shop)
    {
        var options = shop.Options();
        (options.PagesEndpoint, options.ReviewDelay, options.Seed) = (new IPEndPoint(IPAddress.Loopback, 0), TimeSpan.FromMinutes(1), 4);
        return CheckoutSandbox.StartAsync(options);
    }
}
