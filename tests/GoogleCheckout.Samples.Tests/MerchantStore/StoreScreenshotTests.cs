using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox;
using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Pictures of the states that <see cref="StoreBrowserTests"/> does not have, for <c>eng/screenshots</c>: a person has to look at them.</summary>
[Explicit("Writes files. Run eng/screenshots.")]
public sealed class StoreScreenshotTests : MerchantStoreTestBase
{
    private const string Long = "Donaudampfschifffahrtsgesellschaftskapitänswitwe-Hohenlohe";

    [Test]
    public async Task Pages_InEachState_AreWrittenToTheFolder()
    {
        Assert.That(PageChecks.PictureFolder, Is.Not.Null.And.Not.Empty, "Run eng/screenshots, which sets the folder.");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await SignInAsync();
        await InEachLookAsync(browser, async (page, checks) =>
        {
            foreach (var (name, path) in new[] { ("orders-empty", "/Orders"), ("messages-empty", "/Messages") })
            {
                await page.GotoAsync(path);
                await checks.CheckAsync(name);
            }
        });

        var orders = await PlaceAllAsync();
        await FillCartAsync();
        await InEachLookAsync(browser, async (page, checks) =>
        {
            foreach (var (name, path) in Paths(orders))
            {
                await page.GotoAsync(path);
                await checks.CheckAsync(name);
            }

            await page.GotoAsync("/Invoice");
            await page.GetByLabel("E-mail").FillAsync("ada");
            await SendAsync(page, "Order now");
            await checks.CheckAsync("invoice-errors");
            await page.GotoAsync("/Settings/Password");
            await SendAsync(page, "Change the password");
            await checks.CheckAsync("password-error");
            await page.GotoAsync("/Settings");
            await page.GetByLabel("Highest amount").FillAsync("a lot");
            await SendAsync(page, "Save the settings");
            await checks.CheckAsync("settings-errors");
        });
        await TakeForReadmeAsync(browser, ("store", "/"), ("orders", "/Orders"), ("order", $"/Orders/{orders["nothing-matches"]}"));
    }

    private static async Task SendAsync(IPage page, string button)
    {
        await page.EvaluateAsync("for (const form of document.forms) form.noValidate = true");
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    private static IEnumerable<(string Name, string Path)> Paths(IReadOnlyDictionary<string, string> orders) =>
    [
        .. orders.Select(order => ($"order-{order.Key}", $"/Orders/{order.Value}")),
        ("orders-full", "/Orders"), ("orders-to-charge", "/Orders?filter=ToCharge"), ("orders-none-found", "/Orders?q=nobody"),
        ("messages-full", "/Messages"), ("messages-none-found", "/Messages?search=nothing"),
        ("cart-full", "/Cart"), ("thanks-early", "/Thanks/none"), ("error", "/Status/500"),
    ];

    private async Task InEachLookAsync(IBrowser browser, Func<IPage, PageChecks, Task> actAsync)
    {
        foreach (var (width, colors) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (375, ColorScheme.Light), (375, ColorScheme.Dark) })
        {
            var page = await OpenAsync(browser, width, 900, colors);
            await actAsync(page, new PageChecks(page, page, $"{width}-{colors.ToString().ToLowerInvariant()}"));
            await page.Context.CloseAsync();
        }
    }

    private async Task TakeForReadmeAsync(IBrowser browser, params (string Name, string Path)[] pictures)
    {
        var page = await OpenAsync(browser, 1100, 700, ColorScheme.Light);
        foreach (var (name, path) in pictures)
        {
            await page.GotoAsync(path);
            await page.ScreenshotAsync(new() { Path = Path.Combine(PageChecks.PictureFolder!, $"readme-{name}.png") });
        }
    }

    // With the cookies of the visitor, who is the owner, too.
    private async Task<IPage> OpenAsync(IBrowser browser, int width, int height, ColorScheme colors)
    {
        var shop = Store.Address.ToString();
        var context = await browser.NewContextAsync(new() { BaseURL = shop, ViewportSize = new() { Width = width, Height = height }, ColorScheme = colors, BypassCSP = true });
        await context.AddCookiesAsync(Browser.Cookies.GetCookies(Store.Address).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = shop }));
        return await context.NewPageAsync();
    }

    // The orders by what is special about them.
    private async Task<Dictionary<string, string>> PlaceAllAsync()
    {
        var orders = new Dictionary<string, string>();
        for (var i = 1; i <= 51; i++)
        {
            orders["chargeable"] = (await Sandbox.PlaceOrderAsync(await Client.CheckoutAsync(Lines(1)))).GoogleOrderNumber;
        }

        await PlaceAsync("declined", buyer => buyer.Card = TestCard.DeclinedAtReview);
        await PlaceAsync("canceled-by-google", buyer => buyer.Card = TestCard.RejectedForRisk);
        await PlaceAsync("nothing-matches", buyer => buyer.Card = TestCard.NothingMatches);
        await PlaceAsync("long-texts", buyer => buyer.ShippingAddress = buyer.ShippingAddress with { ContactName = Long, Address1 = Long, City = Long, Email = $"{Long.ToLowerInvariant()}@example.com" });
        var first = await CheckOutAsync();
        var second = await CheckOutAsync();
        await Sandbox.PlaceOrderAsync(first);
        orders["double"] = (await Sandbox.PlaceOrderAsync(second)).GoogleOrderNumber;
        orders["hundred-lines"] = (await Sandbox.PlaceOrderAsync(await Client.CheckoutAsync(Lines(100)))).GoogleOrderNumber;
        await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await PlaceAsync("reviewing");
        await Sandbox.DeliverAsync();
        await Eventually.Async(async () => (await ReadOrdersAsync()).Count, Is.EqualTo(59));
        return orders;

        async Task PlaceAsync(string name, Action<SandboxBuyer>? set = null) =>
            orders[name] = (await Sandbox.PlaceOrderAsync(await CheckOutAsync(), set ?? (_ => { }))).GoogleOrderNumber;
    }

    private static CheckoutShoppingCart Lines(int count) => new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items = [.. Enumerable.Range(1, count).Select(number => new Item
            {
                ItemName = number == 50 ? Long : $"Tea number {number}",
                ItemDescription = "From a garden of its own",
                UnitPrice = new Money(123.45m, "USD"),
                Quantity = number,
                MerchantItemId = $"tea-{number}",
            })],
        },
    };

    private async Task FillCartAsync()
    {
        foreach (var product in new[] { "sencha", "assam", "oolong", "chamomile", "teapot", "cup", "whisk", "honey", "handbook", "tea-of-the-month", "plum-wine" })
        {
            await Browser.GoAsync($"/Products/{product}");
            await Browser.PressAsync("Add to cart");
        }

        foreach (var code in new[] { "TEA10", "SPRING25", "THIS-CODE-IS-AS-LONG-AS-ONE-IS" })
        {
            await Browser.GoAsync("/Cart");
            await Browser.PressAsync("Apply", ("code", code));
        }
    }
}
