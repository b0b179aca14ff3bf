using System.Collections.Concurrent;
using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Api;
using GoogleCheckout.Sandbox.Callbacks;
using GoogleCheckout.Sandbox.Control;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>Delivery faults, with a merchant's server over TLS.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class DeliveryFaultTests : IAsyncDisposable
{
    private static readonly TimeSpan Review = TimeSpan.FromMinutes(1);
    private static readonly string[] InOrder = ["00001-7", "00002-1", "00002-5", "00002-6"];

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
    public async Task Duplicate_AfterAcknowledgment_HasTheSameSerialNumberAndDocument()
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Duplicate(2));

        await PlaceAndReviewAsync();

        Assert.That(Came, Is.EqualTo(new[] { "00001-7", "00001-7", "00001-7", "00002-1", "00002-5", "00002-6" }));
        Assert.That(_merchant.Posts.Take(3).Select(post => post.Body).Distinct().Count(), Is.EqualTo(1));
        Assert.That(sandbox.Deliveries.Take(3).Select(delivery => (delivery.Attempt, delivery.IsAcknowledged)), Is.EqualTo(new[] { (1, true), (2, true), (3, true) }));
    }

    [Test]
    public async Task Duplicate_NotAcknowledgedAtFirst_IsSentOnceMoreAfterAcknowledgment()
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Duplicate());
        _merchant.AnswerWith(500, string.Empty);
        await PlaceAsync();
        await sandbox.DeliverAsync();

        _merchant.AnswerWith(200, post => MerchantServer.Acknowledge(post.SerialNumber));
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(6));
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(30));

        Assert.That(Came, Is.EqualTo(new[] { "00001-7", "00001-7", "00001-7" }));
    }

    [Test]
    public async Task Delay_ByTheSandboxClock_DoesNotHoldOthers()
    {
        var sandbox = await StartAsync(options => options.TimeProvider = new FakeTimeProvider(TestTime.Start));
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Delay(TimeSpan.FromHours(1)));

        await PlaceAndReviewAsync();
        Assert.That(Came, Is.EqualTo(InOrder[1..]));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(58));
        Assert.That(Came, Is.EqualTo(InOrder[1..]));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.That(Came, Is.EqualTo(new[] { "00002-1", "00002-5", "00002-6", "00001-7" }));
        Assert.That(sandbox.Deliveries[^1].Attempt, Is.EqualTo(1));
    }

    [Test]
    public async Task Reorder_OneNotification_ExchangesItWithTheNext()
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Reorder());

        await PlaceAsync();
        await sandbox.DeliverAsync();
        Assert.That(Came, Is.Empty);
        await sandbox.AdvanceAsync(Review);

        Assert.That(Came, Is.EqualTo(new[] { "00002-1", "00001-7", "00002-5", "00002-6" }));
    }

    [Test]
    public async Task Reorder_AllNotifications_ExchangesPairs()
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery<Notification>(DeliveryFault.Reorder());

        await PlaceAndReviewAsync();

        Assert.That(Came, Is.EqualTo(new[] { "00002-1", "00001-7", "00002-6", "00002-5" }));
    }

    [Test]
    public async Task Reorder_DelayedNotification_WaitsForTheNext()
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Reorder());
        sandbox.Faults.OnDelivery<OrderStateChangeNotification>(DeliveryFault.Delay(TimeSpan.FromDays(1)));

        await PlaceAndReviewAsync();
        await sandbox.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(Came, Is.EqualTo(new[] { "00002-5", "00001-7", "00002-6", "00002-1" }));
    }

    [Test]
    public async Task AllFaults_OnOneNotification_LoseNothing()
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery<Notification>(DeliveryFault.Delay(TimeSpan.FromSeconds(1)));
        sandbox.Faults.OnDelivery<Notification>(DeliveryFault.Reorder());
        sandbox.Faults.OnDelivery<Notification>(DeliveryFault.Duplicate());

        await PlaceAndReviewAsync();
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(2));

        Assert.That(Came, Is.EquivalentTo(InOrder.Concat(InOrder)));
    }

    [Test]
    public async Task RandomFaults_OnManyOrders_DeliverTheExpectedCount([Range(1, 16)] int seed)
    {
        const int Count = 5;
        var random = new Random(seed);
        var failures = new ConcurrentDictionary<string, bool>();
        var sandbox = await StartAsync(options => options.TimeProvider = new FakeTimeProvider(TestTime.Start));
        _merchant.Answer = (post, _) => Task.FromResult(failures.TryAdd(post.SerialNumber, true) && post.SerialNumber.EndsWith('5') ? (500, string.Empty) : (200, MerchantServer.Acknowledge(post.SerialNumber)));
        foreach (var ending in InOrder.Select(each => each[^1]))
        {
            DeliveryFault[] faults = [DeliveryFault.Duplicate(random.Next(1, 4)), DeliveryFault.Delay(TimeSpan.FromSeconds(random.Next(1, 90))), DeliveryFault.Reorder()];
            sandbox.Faults.OnDelivery(notification => notification.SerialNumber.EndsWith(ending), faults[random.Next(3)], random.Next(1, Count + 2));
        }

        for (var i = 0; i < Count; i++)
        {
            await PlaceAndReviewAsync();
        }

        for (var i = 0; i < 20; i++)
        {
            await sandbox.AdvanceAsync(TimeSpan.FromMinutes(i));
        }

        // The last notification of an order may wait for the next one, so another event is needed.
        sandbox.Faults.Clear();
        using var client = sandbox.CreateClient();
        foreach (var order in ((IControlledSandbox)sandbox.Merchants[0]).Orders())
        {
            await client.CancelOrderAsync(order.GoogleOrderNumber, "The test is over");
        }

        await sandbox.DeliverAsync();
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        var delivered = sandbox.Deliveries.Where(delivery => delivery.IsAcknowledged).GroupBy(delivery => delivery.SerialNumber).ToList();
        Assert.That(delivered.Count(each => InOrder.Contains(each.Key[^7..])), Is.EqualTo(Count * InOrder.Length));
        Assert.That(delivered.Select(each => each.Count()), Is.All.LessThan(5));
    }

    [Test]
    public async Task Edit_OneKind_AppliesToEveryAttemptAndReport()
    {
        var sandbox = await StartAsync();
        using var client = sandbox.CreateClient();
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Edit<NewOrderNotification>(order => order with { BuyerId = 4711 }), times: 1);
        _merchant.AnswerWith(500, string.Empty);
        var placed = await PlaceAsync();
        await sandbox.DeliverAsync();
        _merchant.AnswerWith(200, post => MerchantServer.Acknowledge(post.SerialNumber));
        await sandbox.AdvanceAsync(Review);

        var pushed = _merchant.Posts.Select(post => CheckoutXml.Parse(post.Body)).OfType<NewOrderNotification>().ToList();
        var history = await client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [placed.GoogleOrderNumber] }).ToListAsync();

        Assert.That(pushed.Select(order => order.BuyerId), Is.EqualTo(new long?[] { 4711, 4711 }));
        Assert.That(((NewOrderNotification)await client.GetNotificationAsync(placed.SerialNumber)).BuyerId, Is.EqualTo(4711));
        Assert.That(history.OfType<NewOrderNotification>().Single().BuyerId, Is.EqualTo(4711));
        Assert.That(history, Has.Count.EqualTo(4));
        Assert.That(sandbox.Deliveries[0].Notification, Is.SameAs(placed));
    }

    [Test]
    public async Task EditXml_SerialNumber_IsAcknowledgedAndRequested([Values] CallbackFormat contents)
    {
        var sandbox = await StartAsync(options => options.CallbackFormat = contents);
        using var client = sandbox.CreateClient();
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.EditXml(root =>
        {
            root.SetAttributeValue("serial-number", "foo-bar");
            return root;
        }));

        var placed = await PlaceAsync();
        await sandbox.DeliverAsync();

        Assert.That(_merchant.Posts.Single().SerialNumber, Is.EqualTo("foo-bar"));
        Assert.That(sandbox.Deliveries.Single().IsAcknowledged, Is.True);
        Assert.That((await client.GetNotificationAsync("foo-bar")).GoogleOrderNumber, Is.EqualTo(placed.GoogleOrderNumber));
    }

    [Test]
    public async Task Unknown_Kind_IsSentUntilItIsAcknowledged([Values] CallbackFormat contents)
    {
        var sandbox = await StartAsync(options => options.CallbackFormat = contents);
        using var client = sandbox.CreateClient();
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Unknown("brand-new-notification"));

        var placed = await PlaceAsync();
        await sandbox.DeliverAsync();

        var got = contents == CallbackFormat.SerialNumber ? (await RawAsync(sandbox, placed.SerialNumber)).Root!.Name.LocalName : _merchant.Posts.Single().Body;
        Assert.That(got, Does.Contain("brand-new-notification"));
        Assert.That(sandbox.Deliveries.Single().IsAcknowledged, Is.True);
        Assert.That(await client.GetNotificationAsync(placed.SerialNumber), Is.TypeOf<UnknownNotification>());
    }

    [Test]
    public async Task NoSerialNumber_InXml_CannotBeAcknowledged()
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.WithQuirks(Quirk.NoSerialNumber));
        _merchant.AnswerWith(200, _ => MerchantServer.Acknowledge("1"));

        await PlaceAsync();
        await sandbox.DeliverAsync();

        Assert.That(sandbox.Deliveries.Single().Error, Does.Contain("no serial number"));
    }

    [Test]
    public async Task NoSerialNumber_InSerialNumberFormat_IsSentAndAcknowledged()
    {
        var sandbox = await StartAsync(options => options.CallbackFormat = CallbackFormat.SerialNumber);
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.WithQuirks(Quirk.NoSerialNumber));

        var placed = await PlaceAsync();
        await sandbox.DeliverAsync();

        Assert.That(_merchant.Posts.Single().SerialNumber, Is.EqualTo(placed.SerialNumber));
        Assert.That(sandbox.Deliveries.Single().IsAcknowledged, Is.True);
    }

    [Test]
    public async Task TestCode_Throwing_FailsTheAttemptWithItsMessage([Values] bool asked)
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery(
            _ => asked ? throw new InvalidOperationException("No such thing") : true,
            DeliveryFault.EditXml(_ => throw new InvalidOperationException("No such thing")));
        await PlaceAsync();
        await sandbox.DeliverAsync();
        Assert.That(sandbox.Deliveries.Single().Error, Does.Contain("No such thing"));
        Assert.That(_merchant.Posts, Is.Empty);

        sandbox.Faults.Clear();
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(6));

        Assert.That(Came, Is.EqualTo(new[] { "00001-7" }));
    }

    [Test]
    public async Task Predicate_UsingTheSandbox_DoesNotHang()
    {
        var sandbox = await StartAsync();
        using var client = sandbox.CreateClient();
        sandbox.Faults.OnDelivery(
            notification => client.GetOrderSummariesAsync([notification.GoogleOrderNumber]).GetAwaiter().GetResult().Count == 1 && sandbox.Deliveries.Count == 0,
            DeliveryFault.Duplicate());

        await PlaceAndReviewAsync();

        Assert.That(Came, Is.EqualTo(InOrder.Prepend("00001-7")));
    }

    [Test]
    public async Task Faults_AfterTimesOrClear_DoNotApply()
    {
        var sandbox = await StartAsync();
        sandbox.Faults.OnDelivery<Notification>(DeliveryFault.Duplicate(), times: 1);
        sandbox.Faults.OnDelivery<RiskInformationNotification>(DeliveryFault.Unknown());
        await PlaceAsync();
        await sandbox.DeliverAsync();
        sandbox.Faults.Clear();
        await sandbox.AdvanceAsync(Review);

        Assert.That(Came, Is.EqualTo(InOrder.Prepend("00001-7")));
        Assert.That(_merchant.Posts.Any(post => post.Body.Contains("some-new-notification", StringComparison.Ordinal)), Is.False);
    }

    [Test]
    public async Task Notifications_WithDeliveryFaults_AreValidBySchema()
    {
        SharedFolder.Require();
        var sandbox = await StartAsync();
        using var client = sandbox.CreateClient();
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Duplicate());
        sandbox.Faults.OnDelivery<OrderStateChangeNotification>(DeliveryFault.Reorder());
        sandbox.Faults.OnDelivery<AuthorizationAmountNotification>(DeliveryFault.Delay(TimeSpan.FromHours(1)));
        var placed = await PlaceAndReviewAsync();
        await client.ChargeOrderAsync(placed.GoogleOrderNumber);
        await client.RefundOrderAsync(placed.GoogleOrderNumber, "Late");
        await sandbox.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.That(Came, Has.Count.GreaterThan(8));
        Assert.That(_merchant.Posts.SelectMany(post => OfficialSchema.GetErrors(XElement.Parse(post.Body))), Is.Empty);
        var report = await RawAsync(sandbox, placed.SerialNumber);
        Assert.That(OfficialSchema.GetErrors(report.Root!), Is.Empty);
    }

    [Test]
    public void Faults_InvalidArguments_Throw()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => DeliveryFault.Duplicate(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => DeliveryFault.Delay(TimeSpan.Zero), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => DeliveryFault.Delay(TimeSpan.MaxValue), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => DeliveryFault.Unknown("no name"), Throws.ArgumentException);
            Assert.That(() => DeliveryFault.WithQuirks((Quirk)(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new SandboxFaults().OnDelivery<Notification>(DeliveryFault.Duplicate(), times: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }

    private IReadOnlyList<string> Came => [.. _merchant.Posts.Select(post => post.SerialNumber[^7..])];

    private static async Task<XDocument> RawAsync(CheckoutSandbox sandbox, string serialNumber)
    {
        using var client = new RawClient(sandbox);
        var path = $"/checkout/api/checkout/v2/reports/Merchant/{sandbox.MerchantId}";
        using var response = await client.SendRawAsync(HttpMethod.Post, path, new NotificationHistoryRequest { SerialNumber = serialNumber }.ToXmlString());
        return XDocument.Load(await response.Content.ReadAsStreamAsync());
    }

    private async Task<CheckoutSandbox> StartAsync(Action<CheckoutSandboxOptions>? change = null)
    {
        var options = _merchant.Options();
        change?.Invoke(options);
        return _sandbox = await CheckoutSandbox.StartAsync(options);
    }

    private async Task<NewOrderNotification> PlaceAsync()
    {
        using var client = _sandbox!.CreateClient();
        return await _sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
    }

    private async Task<NewOrderNotification> PlaceAndReviewAsync()
    {
        var placed = await PlaceAsync();
        await _sandbox!.AdvanceAsync(Review);
        return placed;
    }
}
