using Microsoft.Playwright;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The steps of the owner in a real browser.</summary>
internal sealed class OwnerInBrowser(IPage page, PageChecks checks)
{
    private const string Password = "correct horse battery";

    public async Task SetUpAsync(string code)
    {
        await FollowAsync("For the owner");
        await checks.CheckAsync("setup");
        await page.GetByLabel("Setup code").FillAsync(code);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("The same password again").FillAsync(Password);
        await PressAsync("Set the password");
    }

    /// <summary>Opens the order on invoice, and then that of Google Checkout.</summary>
    public async Task OpenOrdersAsync()
    {
        await checks.CheckAsync("orders-new");
        await FollowAsync("T-1002");
        await checks.CheckAsync("order-on-invoice");
        await FollowAsync("Orders");
        await FollowAsync("T-1001");
        foreach (var words in new[] { "Coupon TEA10", "Gift certificate GIFT-25-TEA", "Shipping: International" })
        {
            await Assertions.Expect(page.GetByText(words)).ToBeVisibleAsync();
        }
    }

    public async Task ChargeInTwoPartsAsync()
    {
        // A minute between the commands: what the service tells of one has all come by then. A late "charging" would have the shop refuse the next.
        await PressAsync("Advance one minute");
        await Assertions.Expect(page.Locator("#financial-state")).ToHaveTextAsync("ready to charge");
        await checks.CheckAsync("order");

        await page.Locator("#charge-amount").FillAsync("12.50");
        await PressAsync("Charge");
        await Assertions.Expect(page.Locator("#charged")).ToHaveTextAsync("12.50 USD");
        await PressAsync("Advance one minute");
        await PressAsync("Charge");
        await checks.CheckAsync("order-confirm");
        await PressAsync("Yes, charge 31.30 USD");
        await Assertions.Expect(page.Locator("#charged")).ToHaveTextAsync("43.80 USD");
        await Assertions.Expect(page.Locator("#why-not-charge")).ToHaveTextAsync("You cannot charge an order that is already completely charged");
    }

    /// <summary>Ships the teapot without the tea.</summary>
    public async Task ShipPartlyAsync()
    {
        await PressAsync("Advance one minute");
        await OpenCommandAsync("Single items");
        await checks.CheckAsync("order-to-ship");
        await page.GetByLabel("1 × Teapot").CheckAsync();
        await page.Locator("#items-carrier").SelectOptionAsync("FedEx");
        await page.Locator("#items-tracking").FillAsync("1234");
        await PressAsync("Ship the items");
        await Assertions.Expect(page.GetByText("FedEx 1234 (Teapot)")).ToBeVisibleAsync();
    }

    public async Task SendMessageAsync()
    {
        await OpenCommandAsync("Send a message");
        await page.Locator("#message").FillAsync("The teapot is on its way. The tea follows tomorrow.");
        await PressAsync("Send the message");
        await Assertions.Expect(page.GetByText("Send a message to the buyer: accepted")).ToBeVisibleAsync();
    }

    public async Task RefundAsync()
    {
        await PressAsync("Advance one minute");
        await OpenCommandAsync("Refund");
        await page.Locator("#refund-amount").FillAsync("7");
        await page.Locator("#refund-reason").SelectOptionAsync("Item arrived damaged");
        await page.Locator("#refund-comment").FillAsync("The lid was chipped");
        await PressAsync("Refund");
        await Assertions.Expect(page.Locator("#refunded")).ToHaveTextAsync("7.00 USD");
        await checks.CheckAsync("order-refunded");
    }

    public async Task ArchiveAsync()
    {
        await PressAsync("Advance one day");
        await OpenCommandAsync("Archive");
        await PressAsync("Archive");
        await Assertions.Expect(page.GetByText("Nothing. The order is archived.")).ToBeVisibleAsync();
        await FollowAsync("Orders");
        await page.GetByRole(AriaRole.List, new() { Name = "Filters" }).GetByRole(AriaRole.Link, new() { Name = "Archived" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "T-1001" })).ToBeVisibleAsync();
        await checks.CheckAsync("orders-archived");
    }

    public async Task ReadMessagesAsync()
    {
        await FollowAsync("Messages");
        await checks.CheckAsync("messages");
        await page.GetByRole(AriaRole.Link, new() { Name = "refund-order" }).First.ClickAsync();
        await checks.CheckAsync("message");
    }

    public async Task ChangeSettingsAsync()
    {
        await FollowAsync("Settings");
        await checks.CheckAsync("settings");
        await page.GetByLabel("Charge automatically").SelectOptionAsync("true");
        await PressAsync("Save the settings");
        await Assertions.Expect(page.GetByLabel("Charge automatically")).ToHaveValueAsync("true");
        await PressAsync("Test the account");
        await Assertions.Expect(page.GetByText("Google Checkout accepts the account.")).ToBeVisibleAsync();
        await PressAsync("Test the callback");
        await Assertions.Expect(page.GetByText("The callback URL works")).ToBeVisibleAsync();
        await checks.CheckAsync("settings-tested");
        await FollowAsync("Change the password");
        await checks.CheckAsync("password");
    }

    public async Task SignOutAsync()
    {
        await PressAsync("Sign out");
        await FollowAsync("For the owner");
        await checks.CheckAsync("sign-in");
    }

    // Opens the form of a command, unless it is the next step, whose form is open.
    private async Task OpenCommandAsync(string heading)
    {
        var command = page.Locator("details", new() { Has = page.Locator($"summary:text-is(\"{heading}\")") });
        if (await command.GetAttributeAsync("open") is null)
        {
            await command.Locator("summary").ClickAsync();
        }
    }

    private Task PressAsync(string button) => page.Locator($"button:text-is(\"{button}\")").ClickAsync();

    private Task FollowAsync(string link) => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
}
