using System.Net;
using System.Text;
using System.Xml.Linq;
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>Notifications pushed to a merchant's server over TLS: what is posted, and how long it is posted again.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class DeliveryTests : IAsyncDisposable
{
    private static readonly TimeSpan Review = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromHours(1);

    private MerchantServer _merchant = null!;
    private CheckoutSandbox? _sandbox;

    [SetUp]
    public async Task StartMerchantAsync() => _merchant = await MerchantServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        await _merchant.DisposeAsync();
    }

    [Test]
    public async Task Xml_IsTheNotificationWithTheCredentials()
    {
        var sandbox = await StartAsync();
        var order = await PlaceAsync();
        await sandbox.DeliverAsync();

        var post = _merchant.Posts.Single();
        var delivery = sandbox.Deliveries.Single();
        Assert.Multiple(() =>
        {
            Assert.That(post.Body, Is.EqualTo(order.ToXmlString()));
            Assert.That(post.ContentType, Is.EqualTo("application/xml; charset=UTF-8"));
            Assert.That(post.Authorization, Is.EqualTo(Basic(sandbox)));
            Assert.That(delivery.Notification, Is.SameAs(order));
            Assert.That((delivery.Attempt, delivery.StatusCode, delivery.Error, delivery.IsAcknowledged), Is.EqualTo((1, (HttpStatusCode?)HttpStatusCode.OK, (string?)null, true)));
            Assert.That(delivery.ToString(), Is.EqualTo($"{order.SerialNumber}, attempt 1: acknowledged"));
        });
    }

    [Test]
    public async Task Xml_OfEveryNotification_IsValidBySchema()
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

        var documents = _merchant.Posts.Select(post => XElement.Parse(post.Body)).ToList();
        Assert.That(documents.Select(document => document.Name.LocalName).Distinct(), Is.EquivalentTo(new[]
        {
            "new-order-notification", "order-state-change-notification", "risk-information-notification",
            "authorization-amount-notification", "charge-amount-notification", "refund-amount-notification",
        }));
        Assert.That(documents.SelectMany(OfficialSchema.GetErrors), Is.Empty);
    }

    [Test]
    public async Task SerialNumber_IsAllThereIsAndIsWorthlessWithoutCredentials()
    {
        var sandbox = await StartAsync(options => options.CallbackFormat = CallbackFormat.SerialNumber);
        using var client = sandbox.CreateClient();
        var fetched = new TaskCompletionSource<Notification>();
        _merchant.Answer = async (post, cancellationToken) =>
        {
            fetched.SetResult(await client.GetNotificationAsync(post.SerialNumber, cancellationToken));
            return (200, MerchantServer.Acknowledge(post.SerialNumber));
        };

        var order = await PlaceAsync();
        await sandbox.DeliverAsync();

        var post = _merchant.Posts.Single();
        Assert.That(post, Is.EqualTo(new Post("application/x-www-form-urlencoded", Authorization: null, $"serial-number={order.SerialNumber}")));
        Assert.That((await fetched.Task).ToXmlString(), Is.EqualTo(order.ToXmlString()));
        Assert.That(sandbox.Deliveries.Single().IsAcknowledged, Is.True);
    }

    [Test]
    public async Task NameValue_NamesEachValueByItsPath()
    {
        var sandbox = await StartAsync(options => options.CallbackFormat = CallbackFormat.NameValue);
        _merchant.AnswerWith(200, post => $"_type=notification-acknowledgment&serial-number={post.SerialNumber}");

        var order = await PlaceAsync();
        await sandbox.DeliverAsync();

        var post = _merchant.Posts.Single();
        var expected = new Dictionary<string, string>
        {
            ["_type"] = "new-order-notification",
            ["serial-number"] = order.SerialNumber,
            ["google-order-number"] = order.GoogleOrderNumber,
            ["order-total"] = "50.00",
            ["order-total.currency"] = "USD",
            ["shopping-cart.items.item-1.merchant-item-id"] = "book",
            ["shopping-cart.items.item-1.quantity"] = "2",
            ["shopping-cart.items.item-2.item-name"] = "Map",
            ["shopping-cart.items.item-2.unit-price.currency"] = "USD",
            ["shopping-cart.merchant-private-data"] = "shop order 4711",
            ["buyer-shipping-address.email"] = "ada@example.com",
            ["order-summary.shopping-cart.items.item-2.merchant-item-id"] = "map",
            ["financial-order-state"] = "REVIEWING",
        };
        Assert.Multiple(() =>
        {
            Assert.That(post.ContentType, Is.EqualTo("application/x-www-form-urlencoded"));
            Assert.That(post.Authorization, Is.EqualTo(Basic(sandbox)));
            Assert.That(post.Body, Does.StartWith($"_type=new-order-notification&serial-number={order.SerialNumber}&"));
            Assert.That(expected.Select(field => (field.Key, post.Fields.GetValueOrDefault(field.Key))), Is.EqualTo(expected.Select(field => (field.Key, field.Value))));
            Assert.That(post.Fields.Keys.Where(name => name.Contains("xmlns", StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)), Is.Empty);
            Assert.That(sandbox.Deliveries.Single().IsAcknowledged, Is.True);
        });
    }

    [TestCase("no such status", 201, "<ack>", "The merchant responded with status 201.")]
    [TestCase("redirect", 302, "", "The merchant responded with status 302.")]
    [TestCase("refusal", 401, "", "The merchant responded with status 401.")]
    [TestCase("failure", 500, "", "The merchant responded with status 500.")]
    [TestCase("nothing", 200, "", "Expected serial number was not contained in notification acknowledgment: the response is empty.")]
    [TestCase("no serial number", 200, "<notification-acknowledgment xmlns='http://checkout.google.com/schema/2'/>", "Expected serial number was not contained in notification acknowledgment: it contains none.")]
    [TestCase("another serial number", 200, "<notification-acknowledgment xmlns='http://checkout.google.com/schema/2' serial-number='1'/>", "Expected serial number was not contained in notification acknowledgment: it contains a different one.")]
    [TestCase("another in a form", 200, "_type=notification-acknowledgment&serial-number=1", "Expected serial number was not contained in notification acknowledgment: it contains a different one.")]
    [TestCase("none in a form", 200, "_type=notification-acknowledgment", "Expected serial number was not contained in notification acknowledgment: it contains none.")]
    [TestCase("misspelt root", 200, "<notification-acknowledgement xmlns='http://checkout.google.com/schema/2' serial-number='{0}'/>", "Error parsing notification acknowledgment")]
    [TestCase("misspelt namespace", 200, "<notification-acknowledgment xmlns='http://checkout.google.com/schema/2/' serial-number='{0}'/>", "Error parsing notification acknowledgment")]
    [TestCase("misspelt form", 200, "_type=notification-acknowledgement&serial-number={0}", "Error parsing notification acknowledgment")]
    [TestCase("broken XML", 200, "<notification-acknowledgment", "Error parsing notification acknowledgment")]
    [TestCase("text", 200, "OK", "Error parsing notification acknowledgment")]
    public async Task WhatDoesNotAcknowledge_IsSentAgain(string answer, int status, string body, string fault)
    {
        var sandbox = await StartAsync();
        _merchant.AnswerWith(status, post => body.Replace("{0}", post.SerialNumber, StringComparison.Ordinal));
        var order = await PlaceAsync();
        await sandbox.DeliverAsync();
        Assert.That(sandbox.Deliveries.Single().Error, Does.StartWith(fault), answer);
        Assert.That((int?)sandbox.Deliveries.Single().StatusCode, Is.EqualTo(status));

        _merchant.AnswerWith(200, post => MerchantServer.Acknowledge(post.SerialNumber));
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(6));

        Assert.That(_merchant.Posts.Take(2).Select(post => post.SerialNumber), Is.All.EqualTo(order.SerialNumber));
        Assert.That(sandbox.Deliveries.Select(delivery => (delivery.Attempt, delivery.IsAcknowledged)), Is.EqualTo(new[] { (1, false), (2, true) }));
    }

    [Test]
    public async Task MerchantWhoDoesNotAnswer_IsAFailureAndGetsItAgain()
    {
        var sandbox = await StartAsync(options => options.CallbackTimeout = TimeSpan.FromMilliseconds(200));
        _merchant.Answer = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return (200, string.Empty);
        };
        await PlaceAsync();
        await sandbox.DeliverAsync();
        Assert.That(sandbox.Deliveries.Single().Error, Is.EqualTo("The merchant did not respond within 0.2 s."));
        Assert.That(sandbox.Deliveries.Single().StatusCode, Is.Null);

        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(6));

        Assert.That(sandbox.Deliveries.Select(delivery => delivery.Attempt), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task MerchantWhoIsNotThere_GetsItWhereHeIsLater()
    {
        var closed = await MerchantServer.StartAsync();
        var nobody = closed.CallbackUrl;
        await closed.DisposeAsync();
        var sandbox = await StartAsync(options => options.CallbackUrl = nobody);
        var order = await PlaceAsync();
        await sandbox.DeliverAsync();
        Assert.That(sandbox.Deliveries.Single().Error, Does.StartWith("No response from the merchant: "));

        sandbox.CallbackUrl = _merchant.CallbackUrl;
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(6));

        Assert.That(_merchant.Posts.Single().SerialNumber, Is.EqualTo(order.SerialNumber));
        Assert.That(sandbox.Deliveries[^1].IsAcknowledged, Is.True);
    }

    [Test]
    public async Task MerchantOfAnUnknownAuthority_IsToldNothing()
    {
        var sandbox = await StartAsync(options => options.CallbackTrustedCertificate = null);
        await PlaceAsync();
        await sandbox.DeliverAsync();

        Assert.That(_merchant.Posts, Is.Empty);
        Assert.That(sandbox.Deliveries.Single().Error, Does.StartWith("No TLS connection to the merchant: ").And.Contains("CallbackTrustedCertificate"));
    }

    [Test]
    public async Task MerchantOfAnotherName_IsToldNothing()
    {
        var sandbox = await StartAsync(options => options.CallbackUrl = new UriBuilder(_merchant.CallbackUrl) { Host = "127.0.0.2" }.Uri);
        await PlaceAsync();
        await sandbox.DeliverAsync();

        Assert.That(_merchant.Posts, Is.Empty);
        Assert.That(sandbox.Deliveries.Single().IsAcknowledged, Is.False);
    }

    [Test]
    public async Task Resending_WaitsTwiceAsLongEachTimeAndAnHourAtMost()
    {
        var sandbox = await StartAsync(options => options.TimeProvider = new FakeTimeProvider(TestTime.Start));
        _merchant.AnswerWith(503, string.Empty);
        await PlaceAsync();
        await sandbox.DeliverAsync();
        var waits = new List<double>();
        for (var seconds = 5.0; waits.Count < 12; seconds = Math.Min(2 * seconds, 3600))
        {
            await sandbox.AdvanceAsync(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            var before = Deliveries(sandbox, "-7").Count;
            await sandbox.AdvanceAsync(TimeSpan.FromMilliseconds(1));
            Assert.That(Deliveries(sandbox, "-7"), Has.Count.EqualTo(before + 1));
            waits.Add(seconds);
        }

        var sent = Deliveries(sandbox, "-7").Select(delivery => delivery.SentAt).ToList();
        Assert.That(sent.Zip(sent.Skip(1), (one, next) => (next - one).TotalSeconds), Is.EqualTo(waits));
        Assert.That(waits[^1], Is.EqualTo(MaxBackoff.TotalSeconds));
    }

    [Test]
    public async Task LaterNotificationsOfAnOrder_WaitForTheEarlierOnes()
    {
        var sandbox = await StartAsync(options => options.ReviewDelay = TimeSpan.Zero);
        _merchant.AnswerWith(500, string.Empty);
        await PlaceAsync();
        await sandbox.DeliverAsync();
        Assert.That(sandbox.Deliveries.Select(delivery => delivery.SerialNumber[^7..]), Is.EqualTo(new[] { "00001-7" }));

        _merchant.AnswerWith(200, post => MerchantServer.Acknowledge(post.SerialNumber));
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(6));

        Assert.That(sandbox.Deliveries.Skip(1).Select(delivery => delivery.SerialNumber[^7..]), Is.EqualTo(new[] { "00001-7", "00002-1", "00002-5", "00002-6" }));
        Assert.That(_merchant.Posts.Select(post => post.SerialNumber), Is.EqualTo(sandbox.Deliveries.Select(delivery => delivery.SerialNumber)));
    }

    [Test]
    public async Task ManyOrders_AreEachTriedOnceAndThenDeliveredInTheirOrder()
    {
        const int Count = 150;
        var sandbox = await StartAsync(options => options.TimeProvider = new FakeTimeProvider(TestTime.Start));
        _merchant.AnswerWith(503, string.Empty);
        for (var i = 0; i < Count; i++)
        {
            await PlaceAsync();
        }

        await sandbox.DeliverAsync();
        Assert.That(sandbox.Deliveries, Has.Count.EqualTo(Count));
        Assert.That(sandbox.Deliveries.Select(delivery => delivery.SerialNumber), Is.Unique);

        _merchant.AnswerWith(200, post => MerchantServer.Acknowledge(post.SerialNumber));
        await sandbox.AdvanceAsync(Review);

        var delivered = sandbox.Deliveries.Where(delivery => delivery.IsAcknowledged).GroupBy(delivery => delivery.Notification.GoogleOrderNumber, delivery => delivery.SerialNumber[^7..]).ToList();
        Assert.That(delivered, Has.Count.EqualTo(Count));
        Assert.That(delivered, Is.All.EqualTo(new[] { "00001-7", "00002-1", "00002-5", "00002-6" }));
    }

    [Test]
    public async Task OtherOrders_AreNotHeldUp()
    {
        var sandbox = await StartAsync();
        var hung = new TaskCompletionSource();
        var stuck = await PlaceAsync(() => _merchant.Answer = async (post, cancellationToken) =>
        {
            await hung.Task.WaitAsync(cancellationToken);
            return (200, MerchantServer.Acknowledge(post.SerialNumber));
        });
        var told = new TaskCompletionSource<string>();
        var other = await PlaceAsync(() =>
        {
            var hang = _merchant.Answer;
            _merchant.Answer = (post, cancellationToken) => post.SerialNumber == stuck.SerialNumber ? hang(post, cancellationToken) : Tell(post);
        });

        Task<(int, string)> Tell(Post post)
        {
            told.TrySetResult(post.SerialNumber);
            return Task.FromResult((200, MerchantServer.Acknowledge(post.SerialNumber)));
        }

        Assert.That(await told.Task, Is.EqualTo(other.SerialNumber));
        Assert.That(sandbox.Deliveries.Any(delivery => delivery.SerialNumber == stuck.SerialNumber), Is.False);
        hung.SetResult();
        await sandbox.DeliverAsync();
        Assert.That(sandbox.Deliveries.Select(delivery => delivery.SerialNumber), Is.EquivalentTo(new[] { stuck.SerialNumber, other.SerialNumber }));
    }

    [Test]
    public async Task CommandsFromTheMerchantsHandler_AreDeliveredBeforeAdvanceAsyncReturns()
    {
        var sandbox = await StartAsync();
        using var client = sandbox.CreateClient();
        _merchant.Answer = async (post, cancellationToken) =>
        {
            if (CheckoutXml.Parse(post.Body) is AuthorizationAmountNotification authorized)
            {
                await client.ChargeOrderAsync(authorized.GoogleOrderNumber, amount: null, cancellationToken);
            }

            return (200, MerchantServer.Acknowledge(post.SerialNumber));
        };
        await PlaceAsync();

        await sandbox.AdvanceAsync(Review);

        Assert.That(sandbox.Deliveries.Select(delivery => delivery.SerialNumber[^7..]), Is.EqualTo(new[]
        {
            "00001-7", "00002-1", "00002-5", "00002-6", "00003-1", "00004-1", "00004-2",
        }));
    }

    [Test]
    public async Task Resending_HappensByItselfWhenItsTimeHasCome()
    {
        var clock = new FakeTimeProvider(TestTime.Start);
        var sandbox = await StartAsync(options => options.TimeProvider = clock);
        _merchant.AnswerWith(503, string.Empty);
        var order = await PlaceAsync();
        await sandbox.DeliverAsync();
        var again = new TaskCompletionSource<string>();
        _merchant.Answer = (post, _) =>
        {
            again.TrySetResult(post.SerialNumber);
            return Task.FromResult((200, MerchantServer.Acknowledge(post.SerialNumber)));
        };

        clock.Advance(TimeSpan.FromSeconds(6));

        Assert.That(await again.Task, Is.EqualTo(order.SerialNumber));
    }

    [Test]
    public async Task Http_WillDoToo()
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
    public async Task Delivery_ToMerchantWhoRepeatsSecrets_TellsNone()
    {
        var sandbox = await StartAsync();
        _merchant.AnswerWith(200, post => $"{post.Authorization} {sandbox.MerchantKey} ada@example.com");
        await PlaceAsync();
        await sandbox.DeliverAsync();

        Assert.That(
            sandbox.Deliveries.Single().ToString(),
            Does.Contain("attempt 1: Error parsing").And.Not.Contain(sandbox.MerchantKey).And.Not.Contain(Basic(sandbox)).And.Not.Contain("ada@example.com"));
    }

    [Test]
    public async Task CallbackUrl_GivenLater_GetsWhatComesFromThenOn()
    {
        var sandbox = await StartAsync(options => options.CallbackUrl = null);
        await PlaceAsync();
        sandbox.CallbackUrl = _merchant.CallbackUrl;
        var order = await PlaceAsync();
        await sandbox.DeliverAsync();

        Assert.That(sandbox.CallbackUrl, Is.EqualTo(_merchant.CallbackUrl));
        Assert.That(_merchant.Posts.Single().SerialNumber, Is.EqualTo(order.SerialNumber));
    }

    [TestCase("ftp://localhost/callback")]
    [TestCase("/callback")]
    [TestCase("https://user:word@localhost/callback")]
    public async Task CallbackUrl_Wrong_IsRefused(string url)
    {
        var sandbox = await StartAsync();

        Assert.That(() => sandbox.CallbackUrl = new Uri(url, UriKind.RelativeOrAbsolute), Throws.ArgumentException.With.Message.StartsWith("CallbackUrl must be an absolute https or http URL"));
        Assert.That(
            async () => await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { CallbackUrl = new Uri(url, UriKind.RelativeOrAbsolute) }),
            Throws.ArgumentException.With.Message.StartsWith("CallbackUrl must be"));
    }

    [Test]
    public async Task DisposeAsync_WhileTheMerchantHangs_GivesUp()
    {
        var sandbox = await StartAsync(options => options.CallbackTimeout = TimeSpan.FromHours(1));
        var arrived = new TaskCompletionSource();
        _merchant.Answer = async (_, cancellationToken) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return (200, string.Empty);
        };
        await PlaceAsync();
        var delivered = sandbox.DeliverAsync();
        await arrived.Task;

        await sandbox.DisposeAsync();
        _sandbox = null;

        Assert.That(async () => await delivered, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(sandbox.Deliveries, Is.Empty);
    }

    [Test]
    public async Task SideBySide_SandboxesTellTheirOwnMerchantOnly()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            await using var merchant = await MerchantServer.StartAsync();
            await using var sandbox = await CheckoutSandbox.StartAsync(merchant.Options());
            using var client = sandbox.CreateClient();
            var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
            await sandbox.AdvanceAsync(Review);
            Assert.That(merchant.Posts.Select(post => post.SerialNumber[..^8]), Is.EqualTo(Enumerable.Repeat(order.GoogleOrderNumber, 4)));
            Assert.That(merchant.Posts.Select(post => post.Authorization), Is.All.EqualTo(Basic(sandbox)));
        }));
    }

    private static IReadOnlyList<SandboxDelivery> Deliveries(CheckoutSandbox sandbox, string ending) =>
        [.. sandbox.Deliveries.Where(delivery => delivery.SerialNumber.EndsWith(ending, StringComparison.Ordinal))];

    private static string Basic(CheckoutSandbox sandbox) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{sandbox.MerchantId}:{sandbox.MerchantKey}"))}";

    private async Task<CheckoutSandbox> StartAsync(Action<CheckoutSandboxOptions>? change = null)
    {
        var options = _merchant.Options();
        change?.Invoke(options);
        return _sandbox = await CheckoutSandbox.StartAsync(options);
    }

    private async Task<NewOrderNotification> PlaceAsync(Action? beforeOrder = null)
    {
        using var client = _sandbox!.CreateClient();
        var redirect = await client.CheckoutAsync(SampleCarts.Books);
        beforeOrder?.Invoke();
        return await _sandbox.PlaceOrderAsync(redirect);
    }
}
