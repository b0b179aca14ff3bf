using System.Net;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Api;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The integration console: one message, and what is sent again.</summary>
public sealed class ConsoleMessageTests : ShopFixture
{
    private const string FirstDelivery = $"{PageUrls.ConsoleMessage}?id=delivery-1";
    private const string Form = PageUrls.ConsoleMessage;

    [Test]
    public async Task Message_Delivery_ShowsBothBodies()
    {
        var number = await OpenFirstDeliveryAsync();

        Assert.That(Merchant.Text, Does.Contain("→ to the shop").And.Contain("200 OK").And.Contain("✓ Acknowledged").And.Contain($"Order {number}"));
        Assert.That(Merchant.Html, Does.Contain("&lt;new-order-notification</span>").And.Contain($"<span class=\"text\">{number}</span>"));
        Assert.That(Merchant.Html, Does.Contain("&lt;notification-acknowledgment</span>"));
        Assert.That(Merchant.Text, Does.Contain($"curl '{Shop.CallbackUrl}'").And.Contain("--user \"$MERCHANT_ID:$MERCHANT_KEY\""));
        Assert.That(Merchant.Html, Does.Not.Contain(Sandbox.MerchantKey));
    }

    [Test]
    public async Task Message_RequestWithTheKeyInItsBody_ShowsNoKey()
    {
        using var raw = new RawClient(Sandbox);
        await raw.PostAsync("request", $"<hello xmlns=\"http://checkout.google.com/schema/2\"><key>{Sandbox.MerchantKey}</key></hello>");
        await raw.PostAsync("request", $"{Sandbox.MerchantKey} <script>");
        await SignInAsync();

        foreach (var id in new[] { "request-1", "request-2" })
        {
            await Merchant.OpenAsync($"{PageUrls.ConsoleMessage}?id={id}");
            Assert.That(Merchant.Text, Does.Contain("***").And.Contain("✕ Refused").And.Contain("400 BadRequest"));
            Assert.That(Merchant.Html, Does.Not.Contain(Sandbox.MerchantKey).And.Not.Contain("<script"));
        }
    }

    [TestCase("resend", 1)]
    [TestCase("twice", 2)]
    public async Task Send_Again_SendsTheSameBytes(string action, int times)
    {
        await OpenFirstDeliveryAsync();
        var before = Shop.Posts;

        await Merchant.SubmitAsync(Form, ("action", action));

        var added = Shop.Posts.Skip(before.Count).ToList();
        Assert.That(added, Has.Count.EqualTo(times));
        Assert.That(added.Select(post => (post.Body, post.ContentType, post.Authorization)), Is.All.EqualTo((before[0].Body, before[0].ContentType, before[0].Authorization)));
        Assert.That(Merchant.Text, Does.Contain("The notification was sent.").And.Contain($"Attempt {1 + times}").And.Contain("✓ Acknowledged"));
        Assert.That(Sandbox.Deliveries[^1].Attempt, Is.EqualTo(1 + times));
    }

    [Test]
    public async Task Edit_NotAllowedByTheSchema_IsSentOnlyAllTheSame()
    {
        await OpenFirstDeliveryAsync();
        var edited = Shop.Posts[0].Body.Replace("<buyer-id>", "<buyer-idd>", StringComparison.Ordinal).Replace("</buyer-id>", "</buyer-idd>", StringComparison.Ordinal);
        var before = Shop.Posts.Count;

        await Merchant.SubmitAsync("action=\"/sell/console/message", ("action", "edit"), ("body", edited));

        Assert.That(Merchant.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Merchant.Text, Does.Match("/new-order-notification/buyer-idd \\(line 2, position \\d+\\) is not allowed").And.Contain("Send it all the same"));
        Assert.That(Shop.Posts, Has.Count.EqualTo(before));
        await Merchant.SubmitAsync(Form, ("action", "anyway"), ("body", edited));
        Assert.That(Shop.Posts[^1].Body, Is.EqualTo(edited));
    }

    [TestCase("<new-order-notification", "line 1")]
    [TestCase("", "")]
    public async Task Edit_NoXml_SaysWhere(string edited, string place)
    {
        await OpenFirstDeliveryAsync();

        await Merchant.SubmitAsync(Form, ("action", "edit"), ("body", edited));

        Assert.That(Merchant.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Merchant.Text, Does.Contain("It was not sent, because the schema does not allow it").And.Contain(place));
    }

    [Test]
    public async Task Edit_Allowed_IsSent()
    {
        await OpenFirstDeliveryAsync();
        var other = SampleNotifications.ChargeAmount() with { SerialNumber = "another-1" };

        await Merchant.SubmitAsync(Form, ("action", "edit"), ("body", other.ToXmlString() + "\r\n"));

        Assert.That(Merchant.Text, Does.Contain("✓ Acknowledged"), "the acknowledgment is compared with the serial number that was sent");
        Assert.That(Shop.Posts[^1].SerialNumber, Is.EqualTo("another-1"));
        Assert.That(Shop.Posts[^1].Body, Does.EndWith("\n").And.Not.Contain("\r"));
    }

    [Test]
    public async Task Resend_OfAFailedNotification_LetsTheOrderContinue()
    {
        Shop.AnswerWith(500, "no");
        await OpenFirstDeliveryAsync();
        Assert.That(Shop.Posts.Select(post => post.SerialNumber).Distinct().Count(), Is.EqualTo(1));
        Shop.AnswerWith(200, post => Callbacks.MerchantServer.Acknowledge(post.SerialNumber));

        await Merchant.SubmitAsync(Form, ("action", "resend"));
        await Sandbox.DeliverAsync();

        Assert.That(Sandbox.Deliveries[^1].Notification, Is.Not.InstanceOf<NewOrderNotification>());
        Assert.That(Shop.Posts.Select(post => post.SerialNumber).Distinct().Count(), Is.GreaterThan(1), "the next notification does not wait for the time of the retry");
    }

    [Test]
    public async Task Send_WithoutCallbackUrl_SaysSo()
    {
        await OpenFirstDeliveryAsync();
        Sandbox.CallbackUrl = null;

        await Merchant.SubmitAsync(Form, ("action", "resend"));

        Assert.That(Merchant.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Merchant.Text, Does.Contain("no callback URL"));
    }

    [TestCase("request-1", HttpStatusCode.UnprocessableEntity, "Only a notification that was sent")]
    [TestCase("delivery-999", HttpStatusCode.NotFound, "There is no such message")]
    public async Task Send_OtherMessage_IsRefused(string id, HttpStatusCode status, string text)
    {
        await OpenFirstDeliveryAsync();
        var token = Merchant.GetHiddenFields(Form)[0];

        using var response = await Merchant.PostAsync($"{PageUrls.ConsoleMessage}?id={id}", (token.Key, token.Value), ("action", "resend"));

        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(text));
    }

    private async Task<string> OpenFirstDeliveryAsync()
    {
        var number = await PlaceAsync();
        await SignInAsync();
        await Merchant.OpenAsync(FirstDelivery);
        return number;
    }
}
