using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Samples.Forms;

/// <summary>A shop's page with the SDK's buttons, in a real browser, and what the sandbox makes of what the browser posts.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BrowserFormTests : IAsyncDisposable
{
    private const string Hostile = "\"'></form><script>document.title='x'</script><!-- &amp; é 茶 🍵\n\" onerror=\"document.title='x'";

    private CheckoutSandbox _sandbox = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private WebApplication? _shop;

    [SetUp]
    public async Task StartAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await ChromiumBrowser.LaunchAsync(_playwright);
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { RequireClientCertificate = false });
    }

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        if (_shop is not null)
        {
            await _shop.DisposeAsync();
        }

        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    [TestCase("checkout", "Check out with Google Checkout")]
    [TestCase("buy now", "Buy now with Google Checkout")]
    [TestCase("donate", "Donate with Google Checkout")]
    [TestCase("unsigned", "Check out with Google Checkout")]
    public async Task Button_PressedWithKeyboard_PostsCartUnchanged(string kind, string name)
    {
        var (form, button) = FormOf(kind);
        var page = await OpenAsync(form.ToHtml(button));

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The cart was accepted" })).ToBeVisibleAsync();
        var posted = _sandbox.Requests.Single();
        var order = await _sandbox.PlaceOrderAsync((CheckoutRedirect)posted.Response!);
        Assert.Multiple(() =>
        {
            Assert.That(posted.Message!.OriginalXml.ToArray(), Is.EqualTo(form.Cart.ToArray()));
            Assert.That(posted.ContentType, Is.EqualTo("application/x-www-form-urlencoded"));
            Assert.That(order.ShoppingCart.Items.Single().ItemName, Is.EqualTo("Tee für zwei 🍵 <&>"));
        });
    }

    [TestCase(1200, ColorScheme.Light)]
    [TestCase(375, ColorScheme.Light)]
    [TestCase(1200, ColorScheme.Dark)]
    [TestCase(375, ColorScheme.Dark)]
    public async Task Pages_OfEachKind_AreAccessibleAndShowImages(int width, ColorScheme colors)
    {
        var page = await OpenAsync(EveryButton(), width, colors);
        await ChromiumBrowser.CheckAsync(page);
        var undrawn = await page.EvaluateAsync<int>("[...document.querySelectorAll('img, input[type=image]')].filter(each => each.offsetWidth !== +each.getAttribute('width') || each.offsetHeight !== +each.getAttribute('height')).length");
        await ShootAsync(page, "buttons", width, colors);

        await page.GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(page.GetByText("The signature of the cart is valid")).ToBeVisibleAsync();
        await ChromiumBrowser.CheckAsync(page);
        await ShootAsync(page, "taken", width, colors);

        await page.GotoAsync("/");
        await page.EvaluateAsync("document.querySelector('input[name=signature]').value = 'AAAA'");
        await page.GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(page.GetByText("The signature does not match the cart")).ToBeVisibleAsync();
        await ChromiumBrowser.CheckAsync(page);
        await ShootAsync(page, "refused", width, colors);

        Assert.That(undrawn, Is.Zero);
    }

    [Test]
    public async Task Form_TextsWithMarkup_ArePostedUnchanged()
    {
        var form = CheckoutForm.Sign(Cart, Options());
        var button = new CheckoutButton { AlternativeText = Hostile, Locale = Hostile };
        var own = new CheckoutButton { AlternativeText = Hostile, CustomImage = new Uri("pictures/\"><script>document.title='x'</script>.png", UriKind.Relative) };
        var page = await OpenAsync(form.ToHtml(button) + form.ToHtml(own) + own.ToDisabledHtml(Options()));

        var elements = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main *')].map(each => each.localName)");
        var texts = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[alt]')].map(each => each.getAttribute('alt'))");
        var values = await page.EvaluateAsync<string[]>("[...document.forms[0].querySelectorAll('[type=hidden]')].map(each => each.value)");
        var attributes = await page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('main *')].flatMap(each => each.getAttributeNames()))].sort()");

        Assert.Multiple(async () =>
        {
            Assert.That(elements, Is.EqualTo(new[] { "h1", "form", "input", "input", "input", "form", "input", "input", "input", "img" }));
            Assert.That(texts, Is.EqualTo(new[] { Hostile, Hostile, Hostile }));
            Assert.That(values, Is.EqualTo(form.Fields.Select(field => field.Value)));
            Assert.That(attributes, Is.EqualTo(new[] { "action", "alt", "height", "method", "name", "src", "type", "value", "width" }));
            Assert.That(await page.TitleAsync(), Is.EqualTo("Shop"));
        });
    }

    private static CheckoutShoppingCart Cart =>
        CheckoutShoppingCart.Create(new Item { ItemName = "Tee für zwei 🍵 <&>", ItemDescription = "\"Grün\"; 100 g", UnitPrice = new Money(4.50m, "USD"), Quantity = 2 });

    private CheckoutOptions Options(bool donations = false)
    {
        var options = _sandbox.CreateOptions();
        options.Donations = donations;
        return options;
    }

    private (CheckoutForm Form, CheckoutButton Button) FormOf(string kind) => kind switch
    {
        "buy now" => (CheckoutForm.SignBuyNow(Cart, Options()), new CheckoutButton { Kind = CheckoutButtonKind.BuyNow }),
        "donate" => (CheckoutForm.Sign(Cart, Options(donations: true)), new CheckoutButton { Kind = CheckoutButtonKind.Donate }),
        "unsigned" => (CheckoutForm.CreateUnsigned(Cart, Options()), new CheckoutButton { Size = CheckoutButtonSize.Large }),
        _ => (CheckoutForm.Sign(Cart, Options()).WithAnalyticsData(), new CheckoutButton()),
    };

    private string EveryButton()
    {
        var looks = from kind in Enum.GetValues<CheckoutButtonKind>()
                    from size in Enum.GetValues<CheckoutButtonSize>()
                    from style in Enum.GetValues<CheckoutButtonStyle>()
                    select new CheckoutButton { Kind = kind, Size = size, Style = style };
        var form = CheckoutForm.Sign(Cart, Options());
        return string.Concat(looks.Select(look => form.ToHtml(look) + look.ToDisabledHtml(Options())));
    }

    private async Task<IPage> OpenAsync(string markup, int width = 800, ColorScheme colors = ColorScheme.Light)
    {
        _shop = Server();
        _shop.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(
                $$"""
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shop</title><style>:root { color-scheme: light dark }</style></head>
                <body><main><h1>Cart</h1>{{markup}}</main></body>
                </html>
                """);
        });
        await _shop.StartAsync();
        var page = await _browser.NewPageAsync(new()
        {
            BaseURL = _shop.Urls.Single(),
            IgnoreHTTPSErrors = true,
            BypassCSP = true,
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = colors,
        });
        await page.GotoAsync("/");
        return page;
    }

    private static WebApplication Server()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        return builder.Build();
    }

    private static async Task ShootAsync(IPage page, string name, int width, ColorScheme colors) =>
        await page.ScreenshotAsync(new() { Path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "screenshots", $"{name}-{width}-{colors}.png"), FullPage = true });
}
