using System.Text;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Calculations;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>The records of requests, deliveries and calculations contain the bytes that were sent and received, and how long it took.</summary>
public sealed class RecordedBytesTests : DeliveryFixture
{
    [TestCase(CallbackFormat.Xml, "application/xml; charset=UTF-8")]
    [TestCase(CallbackFormat.SerialNumber, "application/x-www-form-urlencoded")]
    [TestCase(CallbackFormat.NameValue, "application/x-www-form-urlencoded")]
    public async Task Delivery_EachFormat_HasWhatWasSentAndReceived(CallbackFormat format, string contentType)
    {
        var sandbox = await StartAsync(options => options.CallbackFormat = format);
        Merchant.AnswerWith(500, "no & never");

        await PlaceAsync();
        await sandbox.DeliverAsync();

        var delivery = sandbox.Deliveries.Single();
        Assert.That(Encoding.UTF8.GetString(delivery.Body.Span), Is.EqualTo(Merchant.Posts.Single().Body));
        Assert.That(Merchant.Posts.Single().ContentType, Is.EqualTo(contentType));
        Assert.That(delivery.ContentType, Is.EqualTo(contentType));
        Assert.That(Encoding.UTF8.GetString(delivery.ResponseBody.Span), Is.EqualTo("no & never"));
        Assert.That(delivery.Url, Is.EqualTo(Merchant.CallbackUrl));
        Assert.That(delivery.Duration, Is.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public async Task Delivery_WithFault_HasTheChangedDocument()
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Unknown("a-new-kind"));

        await PlaceAsync();
        await sandbox.DeliverAsync();

        Assert.That(Encoding.UTF8.GetString(sandbox.Deliveries.Single().Body.Span), Does.Contain("<a-new-kind").And.EqualTo(Merchant.Posts.Single().Body));
    }

    [Test]
    public async Task Request_WithFault_HasTheResponseAsItWasSent()
    {
        var sandbox = await StartAsync();
        using var client = sandbox.CreateClient();
        sandbox.Faults.Next(SandboxFault.Truncate);

        Assert.That(async () => await client.CheckoutAsync(SampleCarts.Books), Throws.InstanceOf<CheckoutException>());
        await client.CheckoutAsync(SampleCarts.Books);

        Assert.That(sandbox.Requests.Select(request => Encoding.UTF8.GetString(request.ResponseBody.Span).EndsWith("</checkout-redirect>", StringComparison.Ordinal)), Is.EqualTo(new[] { false, true }));
        Assert.That(sandbox.Requests.Select(request => request.ResponseBody.IsEmpty), Is.All.False);
        Assert.That(sandbox.Requests.Select(request => request.Duration), Is.All.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public async Task Calculation_UnreadableResponse_HasItsBytes()
    {
        var sandbox = await StartAsync();
        Merchant.Answer = (post, _) => Task.FromResult((200, post.Body.Contains("merchant-calculation-callback", StringComparison.Ordinal) ? "<results" : MerchantServer.Acknowledge(post.SerialNumber)));
        using var client = sandbox.CreateClient();

        await sandbox.PlaceOrderAsync(await client.CheckoutAsync(CalculatedCarts.All(Merchant.CallbackUrl)));

        Assert.That(Encoding.UTF8.GetString(sandbox.Calculations.Single().ResponseBody.Span), Is.EqualTo("<results"));
        Assert.That(sandbox.Calculations.Single().Duration, Is.GreaterThan(TimeSpan.Zero));
    }
}
