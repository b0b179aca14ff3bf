using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Samples;

/// <summary>The check of pages finds faults.</summary>
public class ChromiumBrowserTests
{
    [TestCase("<img src='teapot.png'>", "Images must have alternative text")]
    [TestCase("<p style='color: #ccc; background: #fff'>Teapot</p>", "contrast")]
    [TestCase("<p style='width: 2000px'>Teapot</p>", "less than or equal to 0")]
    public async Task CheckAsync_PageWithAFault_ReportsIt(string markup, string report)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 375, Height = 800 } });
        await page.SetContentAsync($"<!DOCTYPE html><html lang='en'><head><title>Store</title></head><body><main><h1>Store</h1>{markup}</main></body></html>");

        Assert.That(() => ChromiumBrowser.CheckAsync(page), Throws.InstanceOf<ResultStateException>().With.Message.Contains(report));
    }
}
