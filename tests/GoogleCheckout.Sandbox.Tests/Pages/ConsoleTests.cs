using System.Net;
using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The integration console: the list of messages.</summary>
public sealed class ConsoleTests : ShopFixture
{
    [Test]
    public async Task List_Purchase_HasEachMessageWithItsOutcome()
    {
        Shop.AnswerWith(500, "no");
        var number = await PlaceAsync();
        Assert.That(async () => await Client.ChargeOrderAsync(number, new Money(1000m, "USD")), Throws.InstanceOf<CheckoutApiException>());
        await SignInAsync();

        await Merchant.OpenAsync(PageUrls.Console);

        Assert.That(Merchant.Text, Does.Match("checkout-shopping-cart ← from the shop 200 [0-9.]+ ms ✓ Executed"));
        Assert.That(Merchant.Text, Does.Match($"new-order-notification → to the shop {number} 500 [0-9.]+ ms ✕ Not acknowledged The merchant responded with status 500\\."));
        Assert.That(Merchant.Text, Does.Match($"charge-order ← from the shop {number} 400 [0-9.]+ ms ✕ Refused"));
        Assert.That(Merchant.Text.IndexOf("charge-order ←", StringComparison.Ordinal), Is.LessThan(Merchant.Text.IndexOf("checkout-shopping-cart ←", StringComparison.Ordinal)), "the newest first");
        Assert.That(Merchant.Html, Does.Not.Contain(Sandbox.MerchantKey));
    }

    [Test]
    public async Task List_FilteredByOrderAndKind_ShowsThese()
    {
        var first = await PlaceAsync();
        var second = await PlaceAsync();
        await SignInAsync();

        await Merchant.OpenAsync($"{PageUrls.Console}?order={first}");
        Assert.That(Merchant.Text, Does.Contain(first).And.Not.Contain(second).And.Not.Contain("checkout-shopping-cart ←"));
        await Merchant.OpenAsync($"{PageUrls.Console}?order={second}&kind=new-order-notification");
        Assert.That(Merchant.Text, Does.Contain("1–1 of 1").And.Contain(second));
        await Merchant.OpenAsync($"{PageUrls.Console}?kind=nothing");
        Assert.That(Merchant.Text, Does.Contain("No message matches. Show all"));
    }

    [Test]
    public async Task List_ManyMessages_IsPaged()
    {
        for (var i = 0; i < 60; i++)
        {
            await Client.HelloAsync();
        }

        await SignInAsync();

        await Merchant.OpenAsync(PageUrls.Console);
        Assert.That(Merchant.Text, Does.Contain("1–50 of 60").And.Contain("Older").And.Not.Contain("Newer"));
        await Merchant.OpenAsync($"{PageUrls.Console}?page=2");
        Assert.That(Merchant.Text, Does.Contain("51–60 of 60").And.Contain("Newer").And.Not.Contain("Older"));
        await Merchant.OpenAsync($"{PageUrls.Console}?page=2147483647");
        Assert.That(Merchant.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task List_NoMessages_SaysWhatToDo()
    {
        await SignInAsync();

        await Merchant.OpenAsync(PageUrls.Console);

        Assert.That(Merchant.Text, Does.Contain("There are no messages yet. Check out in your shop"));
    }

    [Test]
    public async Task List_Renewed_LoadsItselfAgainOnlyOnRequest()
    {
        await SignInAsync();
        await Merchant.OpenAsync(PageUrls.Console);
        Assert.That(Merchant.Header("Refresh"), Is.Null);

        await Merchant.OpenAsync($"{PageUrls.Console}?renew=1");

        Assert.That(Merchant.Header("Refresh"), Is.EqualTo("5"));
        Assert.That(Merchant.Text, Does.Contain("renews itself every 5 seconds. Stop"));
    }

    [Test]
    public async Task List_Calculation_HasItsIssues()
    {
        Shop.Answer = (post, _) => Task.FromResult((200, post.Body.Contains("merchant-calculation-callback", StringComparison.Ordinal) ? "<results" : MerchantServer.Acknowledge(post.SerialNumber)));
        await Sandbox.PlaceOrderAsync(await Client.CheckoutAsync(Calculations.CalculatedCarts.All(Shop.CallbackUrl)));
        await SignInAsync();

        await Merchant.OpenAsync($"{PageUrls.Console}?kind=merchant-calculation-callback");
        Assert.That(Merchant.Text, Does.Contain("✕ Not used Error parsing merchant calculation results"));
        await Merchant.OpenAsync($"{PageUrls.ConsoleMessage}?id=calculation-1");
        Assert.That(Merchant.Text, Does.Contain("<merchant-calculation-callback").And.Contain("<results").And.Contain("curl '").And.Not.Contain("Resend"));
    }
}
