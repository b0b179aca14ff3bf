using GoogleCheckout.Notifications;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>The order and the retries of notifications that are pushed to a merchant's server.</summary>
public sealed class RedeliveryTests : DeliveryFixture
{
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromHours(1);

    [TestCase("no such status", 201, "<ack>", "The merchant responded with status 201.")]
    [TestCase("redirect", 302, "", "The merchant responded with status 302.")]
    [TestCase("refusal", 401, "", "The merchant responded with status 401.")]
    [TestCase("failure", 500, "", "The merchant responded with status 500.")]
    [TestCase("nothing", 200, "", "Expected serial number was not contained in notification acknowledgment: the response is empty.")]
    [TestCase("no serial number", 200, "<notification-acknowledgment xmlns='http://checkout.google.com/schema/2'/>", "Expected serial number was not contained in notification acknowledgment: it contains none.")]
    [TestCase("another serial number", 200, "<notification-acknowledgment xmlns='http://checkout.google.com/schema/2' serial-number='1'/>", "Expected serial number was not contained in notification acknowledgment: it contains a different one.")]
    [TestCase("another in a form", 200, "_type=notification-acknowledgment&serial-number=1", "Expected serial number was not contained in notification acknowledgment: it contains a different one.")]
    [TestCase("none in a form", 200, "_type=notification-acknowledgment", "Expected serial number was not contained in notification acknowledgment: it contains none.")]
    [TestCase("misspelled root", 200, "<notification-acknowledgement xmlns='http://checkout.google.com/schema/2' serial-number='{0}'/>", "Error parsing notification acknowledgment")]
    [TestCase("misspelled namespace", 200, "<notification-acknowledgment xmlns='http://checkout.google.com/schema/2/' serial-number='{0}'/>", "Error parsing notification acknowledgment")]
    [TestCase("misspelled form", 200, "_type=notification-acknowledgement&serial-number={0}", "Error parsing notification acknowledgment")]
    [TestCase("broken XML", 200, "<notification-acknowledgment", "Error parsing notification acknowledgment")]
    [TestCase("text", 200, "OK", "Error parsing notification acknowledgment: The XML cannot be read as a Google Checkout message: it is not XML")]
    [TestCase("line break first", 200, "\n<?xml version='1.0'?><notification-acknowledgment xmlns='http://checkout.google.com/schema/2' serial-number='{0}'/>", "Error parsing notification acknowledgment: The XML cannot be read as a Google Checkout message: white space precedes the XML declaration")]
    [TestCase("HTML entity", 200, "<notification-acknowledgment xmlns='http://checkout.google.com/schema/2' serial-number='{0}'>&nbsp;</notification-acknowledgment>", "Error parsing notification acknowledgment: The XML cannot be read as a Google Checkout message: the entity &nbsp; is one of HTML")]
    [TestCase("JSON", 200, "{\"serial-number\":\"{0}\"}", "Error parsing notification acknowledgment: The XML cannot be read as a Google Checkout message: it is JSON")]
    public async Task Response_WithoutAcknowledgment_IsSentAgain(string response, int status, string body, string error)
    {
        var sandbox = await StartAsync();
        Merchant.AnswerWith(status, post => body.Replace("{0}", post.SerialNumber, StringComparison.Ordinal));
        var order = await PlaceAsync();
        await sandbox.DeliverAsync();
        Assert.That(sandbox.Deliveries.Single().Error, Does.StartWith(error), response);
        Assert.That((int?)sandbox.Deliveries.Single().StatusCode, Is.EqualTo(status));

        Merchant.AnswerWith(200, post => MerchantServer.Acknowledge(post.SerialNumber));
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(6));

        Assert.That(Merchant.Posts.Take(2).Select(post => post.SerialNumber), Is.All.EqualTo(order.SerialNumber));
        Assert.That(sandbox.Deliveries.Select(delivery => (delivery.Attempt, delivery.IsAcknowledged)), Is.EqualTo(new[] { (1, false), (2, true) }));
    }

    [Test]
    public async Task Response_NotInTime_IsSentAgain()
    {
        var sandbox = await StartAsync(options => options.CallbackTimeout = TimeSpan.FromMilliseconds(200));
        Merchant.Answer = async (_, cancellationToken) =>
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
    public async Task Attempts_OfAPersonAndOfTheQueue_HaveEachNumberOnce()
    {
        var sandbox = await StartAsync();
        Merchant.AnswerWith(500, string.Empty);
        await PlaceAsync();
        await sandbox.DeliverAsync();
        var sent = sandbox.Deliveries.Single();
        var both = new TaskCompletionSource();
        Merchant.Answer = async (_, cancellationToken) =>
        {
            if (Merchant.Posts.Count >= 3)
            {
                both.TrySetResult();
            }

            await both.Task.WaitAsync(cancellationToken);
            return (500, string.Empty);
        };

        var queue = sandbox.Accounts.First.Queue;
        await Task.WhenAll(queue.SendAgainAsync(sent, sent.Body, CancellationToken.None), queue.SendAgainAsync(sent, sent.Body, CancellationToken.None));
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(6));

        Assert.That(sandbox.Deliveries.Select(delivery => delivery.Attempt).Order(), Is.EqualTo(new[] { 1, 2, 3, 4 }));
    }

    [Test]
    public async Task CallbackUrl_Unreachable_SendsAgainToTheNewUrl()
    {
        var closed = await MerchantServer.StartAsync();
        var unreachable = closed.CallbackUrl;
        await closed.DisposeAsync();
        var sandbox = await StartAsync(options => options.CallbackUrl = unreachable);
        var order = await PlaceAsync();
        await sandbox.DeliverAsync();
        Assert.That(sandbox.Deliveries.Single().Error, Does.StartWith("No response from the merchant: "));

        sandbox.CallbackUrl = Merchant.CallbackUrl;
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(6));

        Assert.That(Merchant.Posts.Single().SerialNumber, Is.EqualTo(order.SerialNumber));
        Assert.That(sandbox.Deliveries[^1].IsAcknowledged, Is.True);
    }

    [Test]
    public async Task Retry_EachTime_WaitsTwiceAsLongUpToAnHour()
    {
        var sandbox = await StartAsync(options => options.TimeProvider = new FakeTimeProvider(TestTime.Start));
        Merchant.AnswerWith(503, string.Empty);
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
    public async Task Order_WithSeveralNotifications_DeliversThemInOrder()
    {
        var sandbox = await StartAsync(options => options.ReviewDelay = TimeSpan.Zero);
        Merchant.AnswerWith(500, string.Empty);
        await PlaceAsync();
        await sandbox.DeliverAsync();
        Assert.That(sandbox.Deliveries.Select(delivery => delivery.SerialNumber[^7..]), Is.EqualTo(new[] { "00001-7" }));

        Merchant.AnswerWith(200, post => MerchantServer.Acknowledge(post.SerialNumber));
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(6));

        Assert.That(sandbox.Deliveries.Skip(1).Select(delivery => delivery.SerialNumber[^7..]), Is.EqualTo(new[] { "00001-7", "00002-1", "00002-5", "00002-6" }));
        Assert.That(Merchant.Posts.Select(post => post.SerialNumber), Is.EqualTo(sandbox.Deliveries.Select(delivery => delivery.SerialNumber)));
    }

    [Test]
    public async Task DeliverAsync_WithManyOrders_AttemptsEachOnce()
    {
        const int Count = 150;
        var sandbox = await StartAsync(options => options.TimeProvider = new FakeTimeProvider(TestTime.Start));
        Merchant.AnswerWith(503, string.Empty);
        for (var i = 0; i < Count; i++)
        {
            await PlaceAsync();
        }

        await sandbox.DeliverAsync();
        Assert.That(sandbox.Deliveries, Has.Count.EqualTo(Count));
        Assert.That(sandbox.Deliveries.Select(delivery => delivery.SerialNumber), Is.Unique);

        Merchant.AnswerWith(200, post => MerchantServer.Acknowledge(post.SerialNumber));
        await sandbox.AdvanceAsync(Review);

        var delivered = sandbox.Deliveries.Where(delivery => delivery.IsAcknowledged).GroupBy(delivery => delivery.Notification.GoogleOrderNumber, delivery => delivery.SerialNumber[^7..]).ToList();
        Assert.That(delivered, Has.Count.EqualTo(Count));
        Assert.That(delivered, Is.All.EqualTo(new[] { "00001-7", "00002-1", "00002-5", "00002-6" }));
    }

    [Test]
    public async Task Order_WhileAnotherOrderWaits_IsDelivered()
    {
        var sandbox = await StartAsync();
        var hung = new TaskCompletionSource();
        var stuck = await PlaceAsync(() => Merchant.Answer = async (post, cancellationToken) =>
        {
            await hung.Task.WaitAsync(cancellationToken);
            return (200, MerchantServer.Acknowledge(post.SerialNumber));
        });
        var received = new TaskCompletionSource<string>();
        var other = await PlaceAsync(() =>
        {
            var hang = Merchant.Answer;
            Merchant.Answer = (post, cancellationToken) => post.SerialNumber == stuck.SerialNumber ? hang(post, cancellationToken) : AcknowledgeAsync(post);
        });

        Task<(int, string)> AcknowledgeAsync(Post post)
        {
            received.TrySetResult(post.SerialNumber);
            return Task.FromResult((200, MerchantServer.Acknowledge(post.SerialNumber)));
        }

        Assert.That(await received.Task, Is.EqualTo(other.SerialNumber));
        Assert.That(sandbox.Deliveries.Any(delivery => delivery.SerialNumber == stuck.SerialNumber), Is.False);
        hung.SetResult();
        await sandbox.DeliverAsync();
        Assert.That(sandbox.Deliveries.Select(delivery => delivery.SerialNumber), Is.EquivalentTo(new[] { stuck.SerialNumber, other.SerialNumber }));
    }

    [Test]
    public async Task AdvanceAsync_WithCommandsFromTheMerchantsHandler_DeliversTheirNotifications()
    {
        var sandbox = await StartAsync();
        using var client = sandbox.CreateClient();
        Merchant.Answer = async (post, cancellationToken) =>
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
    public async Task Retry_WhenDue_NeedsNoCall()
    {
        var clock = new FakeTimeProvider(TestTime.Start);
        var sandbox = await StartAsync(options => options.TimeProvider = clock);
        Merchant.AnswerWith(503, string.Empty);
        var order = await PlaceAsync();
        await sandbox.DeliverAsync();
        var again = new TaskCompletionSource<string>();
        Merchant.Answer = (post, _) =>
        {
            again.TrySetResult(post.SerialNumber);
            return Task.FromResult((200, MerchantServer.Acknowledge(post.SerialNumber)));
        };

        clock.Advance(TimeSpan.FromSeconds(6));

        Assert.That(await again.Task, Is.EqualTo(order.SerialNumber));
    }

    [Test]
    public async Task DisposeAsync_WhileTheMerchantHangs_CancelsTheDelivery()
    {
        var sandbox = await StartAsync(options => options.CallbackTimeout = TimeSpan.FromHours(1));
        var arrived = new TaskCompletionSource();
        Merchant.Answer = async (_, cancellationToken) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return (200, string.Empty);
        };
        await PlaceAsync();
        var delivered = sandbox.DeliverAsync();
        await arrived.Task;

        await sandbox.DisposeAsync();

        Assert.That(async () => await delivered, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(sandbox.Deliveries, Is.Empty);
    }

    private static IReadOnlyList<SandboxDelivery> Deliveries(CheckoutSandbox sandbox, string ending) =>
        [.. sandbox.Deliveries.Where(delivery => delivery.SerialNumber.EndsWith(ending, StringComparison.Ordinal))];
}
