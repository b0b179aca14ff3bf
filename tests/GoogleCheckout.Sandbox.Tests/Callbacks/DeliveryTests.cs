using System.Net;
using System.Xml.Linq;
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>The content, the URL and the security of notifications that are pushed to a merchant's server.</summary>
public sealed class DeliveryTests : DeliveryFixture
{
    [Test]
    public async Task Format_Xml_PostsTheNotificationWithCredentials()
    {
        var sandbox = await StartAsync();
        var order = await PlaceAsync();
        await sandbox.DeliverAsync();

        var post = Merchant.Posts.Single();
        var delivery = sandbox.Deliveries.Single();
        Assert.Multiple(() =>
        {
            Assert.That(post.Body, Is.EqualTo(order.ToXmlString()));
            Assert.That(post.ContentType, Is.EqualTo("application/xml; charset=UTF-8"));
            Assert.That(post.Authorization, Is.EqualTo(GetCredentials(sandbox)));
            Assert.That(delivery.Notification, Is.SameAs(order));
            Assert.That((delivery.Attempt, delivery.StatusCode, delivery.Error, delivery.IsAcknowledged), Is.EqualTo((1, (HttpStatusCode?)HttpStatusCode.OK, (string?)null, true)));
            Assert.That(delivery.ToString(), Is.EqualTo($"NewOrderNotification {order.SerialNumber} of order {order.GoogleOrderNumber}, attempt 1: acknowledged"));
        });
    }

    [Test]
    public async Task Format_XmlOfEveryNotification_IsValidBySchema()
    {
        SharedFolder.Require();
        var sandbox = await StartAsync();
        using var client = sandbox.CreateClient();
        foreach (var card in TestCard.All)
        {
            var placed = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books), buyer => buyer.Card = card);
            await sandbox.AdvanceAsync(Review);
            if (card == TestCard.Accepted)
            {
                await client.ChargeOrderAsync(placed.GoogleOrderNumber);
                await client.RefundOrderAsync(placed.GoogleOrderNumber, "Late");
            }
        }

        await sandbox.DeliverAsync();

        var documents = Merchant.Posts.Select(post => XElement.Parse(post.Body)).ToList();
        Assert.That(documents.Select(document => document.Name.LocalName).Distinct(), Is.EquivalentTo(new[]
        {
            "new-order-notification", "order-state-change-notification", "risk-information-notification",
            "authorization-amount-notification", "charge-amount-notification", "refund-amount-notification",
        }));
        Assert.That(documents.SelectMany(OfficialSchema.GetErrors), Is.Empty);
    }

    [Test]
    public async Task Format_SerialNumber_PostsOnlyTheSerialNumberWithoutCredentials()
    {
        var sandbox = await StartAsync(options => options.CallbackFormat = CallbackFormat.SerialNumber);
        using var client = sandbox.CreateClient();
        var fetched = new TaskCompletionSource<Notification>();
        Merchant.Answer = async (post, cancellationToken) =>
        {
            fetched.SetResult(await client.GetNotificationAsync(post.SerialNumber, cancellationToken));
            return (200, MerchantServer.Acknowledge(post.SerialNumber));
        };

        var order = await PlaceAsync();
        await sandbox.DeliverAsync();

        var post = Merchant.Posts.Single();
        Assert.That(post, Is.EqualTo(new Post("application/x-www-form-urlencoded", Authorization: null, $"serial-number={order.SerialNumber}")));
        Assert.That((await fetched.Task).ToXmlString(), Is.EqualTo(order.ToXmlString()));
        Assert.That(sandbox.Deliveries.Single().IsAcknowledged, Is.True);
    }

    [Test]
    public async Task Format_NameValue_NamesEachFieldByItsPath()
    {
        var sandbox = await StartAsync(options => options.CallbackFormat = CallbackFormat.NameValue);
        Merchant.AnswerWith(200, post => $"_type=notification-acknowledgment&serial-number={post.SerialNumber}");

        var order = await PlaceAsync();
        await sandbox.DeliverAsync();

        var post = Merchant.Posts.Single();
        var expected = new Dictionary<string, string>
        {
            ["_type"] = "new-order-notification",
            ["serial-number"] = order.SerialNumber,
            ["google-order-number"] = order.GoogleOrderNumber,
            ["order-total"] = "50.0",
            ["order-total.currency"] = "USD",
            ["shopping-cart.items.item-1.merchant-item-id"] = "book",
            ["shopping-cart.items.item-1.quantity"] = "2",
            ["shopping-cart.items.item-2.item-name"] = "Map",
            ["shopping-cart.items.item-2.unit-price.currency"] = "USD",
            ["shopping-cart.items"] = "shopping-cart.items.item-1,shopping-cart.items.item-2",
            ["order-summary.shopping-cart.items"] = "order-summary.shopping-cart.items.item-1,order-summary.shopping-cart.items.item-2",
            ["order-summary.total-charge-amount"] = "0.0",
            ["shopping-cart.items.item-1.unit-price"] = "20.0",
            ["shopping-cart.merchant-private-data"] = "shop order 4711",
            ["buyer-shipping-address.email"] = "ada@example.com",
            ["order-summary.shopping-cart.items.item-2.merchant-item-id"] = "map",
            ["financial-order-state"] = "REVIEWING",
        };
        Assert.Multiple(() =>
        {
            Assert.That(post.ContentType, Is.EqualTo("application/x-www-form-urlencoded"));
            Assert.That(post.Authorization, Is.EqualTo(GetCredentials(sandbox)));
            Assert.That(post.Body, Does.StartWith($"_type=new-order-notification&serial-number={order.SerialNumber}&"));
            Assert.That(expected.Select(field => (field.Key, post.Fields.GetValueOrDefault(field.Key))), Is.EqualTo(expected.Select(field => (field.Key, field.Value))));
            Assert.That(post.Fields.Keys.Where(name => name.Contains("xmlns", StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)), Is.Empty);
            Assert.That(sandbox.Deliveries.Single().IsAcknowledged, Is.True);
        });
    }

    [Test]
    public async Task Certificate_OfAnUnknownAuthority_IsSentNothing()
    {
        var sandbox = await StartAsync(options => options.CallbackTrustedCertificate = null);
        await PlaceAsync();
        await sandbox.DeliverAsync();

        Assert.That(Merchant.Posts, Is.Empty);
        Assert.That(sandbox.Deliveries.Single().Error, Does.StartWith("No TLS connection to the merchant: ").And.Contains("CallbackTrustedCertificate"));
    }

    [Test]
    public async Task Certificate_WithAnotherHostName_IsSentNothing()
    {
        var sandbox = await StartAsync(options => options.CallbackUrl = new UriBuilder(Merchant.CallbackUrl) { Host = "127.0.0.2" }.Uri);
        await PlaceAsync();
        await sandbox.DeliverAsync();

        Assert.That(Merchant.Posts, Is.Empty);
        Assert.That(sandbox.Deliveries.Single().IsAcknowledged, Is.False);
    }

    [Test]
    public async Task CallbackUrl_PlainHttp_IsDelivered()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var merchant = builder.Build();
        merchant.Run(async context => await context.Response.WriteAsync(
            MerchantServer.Acknowledge(CheckoutXml.Parse<NewOrderNotification>(await new StreamReader(context.Request.Body).ReadToEndAsync()).SerialNumber)));
        await merchant.StartAsync();
        var sandbox = await StartAsync(options => options.CallbackUrl = new Uri(merchant.Urls.Single()));

        await PlaceAsync();
        await sandbox.DeliverAsync();

        Assert.That(sandbox.Deliveries.Single().IsAcknowledged, Is.True);
    }

    [Test]
    public async Task ToString_ResponseWithSecrets_ContainsNone()
    {
        var sandbox = await StartAsync();
        Merchant.AnswerWith(200, post => $"{post.Authorization} {sandbox.MerchantKey} ada@example.com");
        await PlaceAsync();
        await sandbox.DeliverAsync();

        Assert.That(
            sandbox.Deliveries.Single().ToString(),
            Does.Contain("attempt 1: Error parsing").And.Not.Contain(sandbox.MerchantKey).And.Not.Contain(GetCredentials(sandbox)).And.Not.Contain("ada@example.com"));
    }

    [Test]
    public async Task CallbackUrl_SetLater_ReceivesLaterNotifications()
    {
        var sandbox = await StartAsync(options => options.CallbackUrl = null);
        await PlaceAsync();
        sandbox.CallbackUrl = Merchant.CallbackUrl;
        var order = await PlaceAsync();
        await sandbox.DeliverAsync();

        Assert.That(sandbox.CallbackUrl, Is.EqualTo(Merchant.CallbackUrl));
        Assert.That(Merchant.Posts.Single().SerialNumber, Is.EqualTo(order.SerialNumber));
    }

    [TestCase("ftp://localhost/callback")]
    [TestCase("/callback")]
    [TestCase("https://user:word@localhost/callback")]
    public async Task CallbackUrl_Invalid_Throws(string url)
    {
        var sandbox = await StartAsync();

        Assert.That(() => sandbox.CallbackUrl = new Uri(url, UriKind.RelativeOrAbsolute), Throws.ArgumentException.With.Message.StartsWith("CallbackUrl must be an absolute https or http URL"));
        Assert.That(
            async () => await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { CallbackUrl = new Uri(url, UriKind.RelativeOrAbsolute) }),
            Throws.ArgumentException.With.Message.StartsWith("CallbackUrl must be"));
    }

    [Test]
    public async Task Sandboxes_InParallel_NotifyOnlyTheirMerchant()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            await using var merchant = await MerchantServer.StartAsync();
            await using var sandbox = await CheckoutSandbox.StartAsync(merchant.Options());
            using var client = sandbox.CreateClient();
            var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
            await sandbox.AdvanceAsync(Review);
            Assert.That(merchant.Posts.Select(post => post.SerialNumber[..^8]), Is.EqualTo(Enumerable.Repeat(order.GoogleOrderNumber, 4)));
            Assert.That(merchant.Posts.Select(post => post.Authorization), Is.All.EqualTo(GetCredentials(sandbox)));
        }));
    }
}
