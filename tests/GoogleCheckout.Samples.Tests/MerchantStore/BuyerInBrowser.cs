using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The steps of a buyer in a real browser, who finds everything by its name.</summary>
internal sealed class BuyerInBrowser(IPage page, PageChecks checks)
{
    /// <summary>A teapot and two packets of tea, with a code that does not exist.</summary>
    public async Task FillCartAsync()
    {
        await page.GotoAsync("/");
        await checks.CheckAsync("home");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Teaware" }).ClickAsync();
        await checks.CheckAsync("category");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Teapot" }).GetByRole(AriaRole.Link).ClickAsync();
        await checks.CheckAsync("product");
        await PressAsync("Add Teapot to the cart");
        await FollowAsync("Leaf & Kettle");
        await PressAsync("Add Sencha to the cart");
        await page.GetByLabel("Quantity of Sencha").FillAsync("2");
        await PressAsync("Update quantities");
        await EnterCodeAsync("TEA10");
        await EnterCodeAsync("nonsense");
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("51.80 USD");
        await checks.CheckAsync("cart");
        await PressAsync("Remove nonsense");

        async Task EnterCodeAsync(string code)
        {
            await page.GetByLabel("Coupon or gift certificate").FillAsync(code);
            await PressAsync("Apply");
        }
    }

    /// <summary>Orders the cart from Berlin. The coupon and a gift certificate are entered at Google Checkout, which asks the store for their value.</summary>
    public async Task CheckOutAsync()
    {
        await PressAsync("Checkout with Google");
        await page.GetByLabel("Saved address").SelectOptionAsync("de");
        await PressAsync("Update the total");
        await EnterCodeAsync("TEA10");
        await EnterCodeAsync("GIFT-25-TEA");
        await Assertions.Expect(page.Locator("aside tfoot")).ToContainTextAsync("43.80 USD");
        await PressAsync("Place your order now");
        await FollowAsync("Back to the shop");
        await Eventually.Async(
            async () =>
            {
                await page.ReloadAsync();
                return await page.Locator("#invoice-total").CountAsync();
            },
            Is.EqualTo(1));
        await Assertions.Expect(page.Locator("#invoice-total")).ToHaveTextAsync("43.80 USD");
        await checks.CheckAsync("thanks");

        async Task EnterCodeAsync(string code)
        {
            await page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
            await PressAsync("Add");
        }
    }

    /// <summary>Opens the page of the order, which is not shipped yet, and returns its address.</summary>
    public async Task<string> FollowOrderAsync()
    {
        await FollowAsync("Follow your order");
        await Assertions.Expect(page.Locator("#delivery")).ToHaveTextAsync("not shipped");
        await checks.CheckAsync("my-order-new");
        var address = page.Url;
        await FollowAsync("Cart");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Your cart is empty.");
        await checks.CheckAsync("cart-empty");
        return address;
    }

    /// <summary>Orders on invoice what is not sold through Google Checkout.</summary>
    public async Task OrderOnInvoiceAsync()
    {
        await page.GotoAsync("/Products/plum-wine");
        await checks.CheckAsync("product-on-invoice");
        await PressAsync("Add Plum wine to the cart");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Google Checkout is not available for this cart" })).ToBeVisibleAsync();
        await checks.CheckAsync("cart-on-invoice");
        await FollowAsync("Order on invoice");
        await checks.CheckAsync("invoice");
        await page.GetByLabel("Name").FillAsync("Ada Example");
        await page.GetByLabel("E-mail").FillAsync("ada@example.com");
        await page.GetByLabel("Street").FillAsync("12 Sample Street");
        await page.GetByLabel("City").FillAsync("Springfield");
        await page.GetByLabel("State or region").FillAsync("IL");
        await page.GetByLabel("Postal code").FillAsync("62701");
        await PressAsync("Show the total");
        await Assertions.Expect(page.Locator("#invoice-total")).ToHaveTextAsync("26.00 USD");
        await checks.CheckAsync("invoice-total");
        await PressAsync("Change the address");
        await page.GetByLabel("State or region").FillAsync("CA");
        await PressAsync("Show the total");
        await Assertions.Expect(page.Locator("#invoice-total")).ToHaveTextAsync("27.73 USD");
        await PressAsync("Order now");
        await Assertions.Expect(page.Locator("#invoice-total")).ToHaveTextAsync("27.73 USD");
        await checks.CheckAsync("thanks-on-invoice");
    }

    /// <summary>Opens the page of the order again, when it is shipped and a part is refunded.</summary>
    public async Task SeeRefundAsync(string address)
    {
        await page.GotoAsync(address);
        await Assertions.Expect(page.GetByText("FedEx 1234")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("7.00 USD")).ToBeVisibleAsync();
        await checks.CheckAsync("my-order");
    }

    public async Task LoseTheWayAsync()
    {
        await page.GotoAsync("/no-such-page");
        await checks.CheckAsync("status");
    }

    private Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task FollowAsync(string link) => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
}
