using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The steps of the owner in a real browser.</summary>
internal sealed class OwnerInBrowser(IPage page, string look, bool script)
{
    private const string Password = "correct horse battery";

    /// <summary>A teapot and two packets of tea for 57.00 USD with shipping.</summary>
    public async Task BuyAsync()
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add Teapot to the cart", Exact = true }).ClickAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add Sencha to the cart", Exact = true }).ClickAsync();
        await page.GetByLabel("Quantity of Sencha").FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Checkout with Google", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Place your order now", Exact = true }).ClickAsync();
    }

    public async Task SetUpAsync(string code)
    {
        await page.GotoAsync("/Orders");
        await CheckAsync("setup");
        await page.GetByLabel("Setup code").FillAsync(code);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("The same password again").FillAsync(Password);
        await PressAsync("Set the password");
    }

    public async Task OpenOrderAsync()
    {
        var order = page.GetByRole(AriaRole.Link, new() { Name = "T-1001" });
        await Eventually.Async(
            async () =>
            {
                await page.ReloadAsync();
                return await order.CountAsync();
            },
            Is.EqualTo(1));
        await CheckAsync("orders-new");
        await order.ClickAsync();
    }

    public async Task ChangeSettingsAsync()
    {
        await page.GotoAsync("/Settings");
        await CheckAsync("settings");
        await page.GetByLabel("Charge automatically").SelectOptionAsync("true");
        await PressAsync("Save the settings");
        await Assertions.Expect(page.GetByLabel("Charge automatically")).ToHaveValueAsync("true");
        await PressAsync("Test the account");
        await Assertions.Expect(page.GetByText("Google Checkout accepts the account.")).ToBeVisibleAsync();
        await PressAsync("Test the callback");
        await Assertions.Expect(page.GetByText("The callback URL works")).ToBeVisibleAsync();
        await CheckAsync("settings-tested");
        await page.GetByRole(AriaRole.Link, new() { Name = "Change the password" }).ClickAsync();
        await CheckAsync("password");
    }

    /// <summary>Opens the form of a command, unless it is the next step, whose form is open.</summary>
    public async Task OpenCommandAsync(string heading)
    {
        var command = page.Locator("details", new() { Has = page.Locator($"summary:text-is(\"{heading}\")") });
        if (await command.GetAttributeAsync("open") is null)
        {
            await command.Locator("summary").ClickAsync();
        }
    }

    public Task PressAsync(string button) => page.Locator($"button:text-is(\"{button}\")").ClickAsync();

    /// <summary>Nothing that axe finds fault with, and nothing that sticks out to the side. Without script, axe cannot run.</summary>
    public async Task CheckAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("GOOGLE_CHECKOUT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{look}.png"), FullPage = true });
        }

        if (script)
        {
            await ChromiumBrowser.CheckAsync(page);
        }
    }
}
