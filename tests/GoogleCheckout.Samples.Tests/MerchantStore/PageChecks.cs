using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>
/// Checks the page on which a browser is: accessible, as wide as the screen, without script. If GOOGLE_CHECKOUT_SCREENSHOTS names a folder, it gets a
/// picture of each: see <c>eng/screenshots</c>.
/// </summary>
/// <param name="page">The browser's page.</param>
/// <param name="scripted">The same page; if the browser runs no script there, a page of the same size and colors on which it does, because axe is a script.</param>
/// <param name="look">Distinguishes the pictures, for example by width and colors.</param>
internal sealed class PageChecks(IPage page, IPage scripted, string look)
{
    private readonly HashSet<string> _checked = [];

    public static string? PictureFolder => Environment.GetEnvironmentVariable("GOOGLE_CHECKOUT_SCREENSHOTS");

    /// <summary>The pages of the store that were not checked.</summary>
    public IEnumerable<string> Unchecked => StorePages.Names.Except(_checked);

    /// <param name="picture">The name of the picture.</param>
    public async Task CheckAsync(string picture)
    {
        // After a click, the address is that of the new page before the document is.
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        if (PictureFolder is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"store-{picture}-{look}.png"), FullPage = true });
        }

        // No page has a script, so the two kinds of browsers show the same elements.
        Assert.That(await page.Locator("script").CountAsync(), Is.Zero, page.Url);
        await CopyAsync();
        await ChromiumBrowser.CheckAsync(scripted);
        _checked.Add(StorePages.NameOf(new Uri(page.Url)));
    }

    // Shows the document in the page with script. Its style sheet comes from the store.
    private async Task CopyAsync()
    {
        if (scripted == page)
        {
            return;
        }

        var (url, html) = (page.Url, await page.ContentAsync());
        await scripted.UnrouteAllAsync();
        await scripted.RouteAsync(address => address == url, route => route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" }));
        await scripted.GotoAsync(url);
    }
}
