using System.Net;
using GoogleCheckout.Samples;
using GoogleCheckout.Sandbox.Callbacks;
using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The settings of a merchant in a real browser: accessible, in two widths, light and dark.</summary>
public class SettingsBrowserTests
{
    [TestCase(1280, ColorScheme.Light)]
    [TestCase(1280, ColorScheme.Dark)]
    [TestCase(375, ColorScheme.Light)]
    [TestCase(375, ColorScheme.Dark)]
    public async Task Merchant_TestsTheUrlAndSaves(int width, ColorScheme colors)
    {
        await using var shop = await MerchantServer.StartAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { PagesEndpoint = new IPEndPoint(IPAddress.Loopback, 0) });
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = colors, BypassCSP = true });
        await page.GotoAsync(new Uri(sandbox.PagesAddress!, PageUrls.Settings).ToString());
        await page.GetByLabel("Merchant id").FillAsync(sandbox.MerchantId);
        await page.GetByLabel("Merchant key").FillAsync(sandbox.MerchantKey);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await ChromiumBrowser.CheckAsync(page);

        await page.GetByLabel("Callback URL").FillAsync(shop.CallbackUrl.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Test the URL" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The certificate is not trusted.");
        await ChromiumBrowser.CheckAsync(page);

        await page.GetByLabel("Review of an order takes").FillAsync("5 minutes");
        await page.GetByLabel("Accept only digitally signed carts").CheckAsync();
        await page.GetByLabel("Review of an order takes").PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was saved.");
        await ChromiumBrowser.CheckAsync(page);

        await page.GetByLabel("Review of an order takes").FillAsync("00:05:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the settings" }).Last.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The settings were saved.");
        await ChromiumBrowser.CheckAsync(page);
        Assert.That((sandbox.CallbackUrl, sandbox.Accounts.First.Settings.RequireSignedCarts, sandbox.Accounts.First.Settings.Policy.ReviewDelay), Is.EqualTo((shop.CallbackUrl, true, TimeSpan.FromMinutes(5))));
    }
}
