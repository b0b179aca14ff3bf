using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Callbacks;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Section 9 of the protocol's order tables, over HTTPS: subscriptions of both kinds, and their cancellation.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class SubscriptionsTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new FakeTimeProvider(TestTime.Start).GetUtcNow();

    private MerchantServer _merchant = null!;
    private CheckoutSandbox _sandbox = null!;
    private CheckoutClient _client = null!;

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        await _merchant.DisposeAsync();
    }

    [SetUp]
    public Task StartAsync() => StartAsync(_ => { });

    [Test]
    public async Task GoogleHandled_EachPeriod_CreatesOrderWithRecurrentItem()
    {
        var first = await PlaceAsync(Google());
        await _sandbox.AdvanceAsync(TimeSpan.FromDays(93));

        var orders = NewOrders();
        Assert.Multiple(() =>
        {
            Assert.That(orders.Select(order => order.Timestamp), Is.EqualTo(new DateTimeOffset?[] { Start, Start.AddMonths(1), Start.AddMonths(2), Start.AddMonths(3) }));
            Assert.That(orders.Select(order => order.GoogleOrderNumber), Is.Unique);
            Assert.That(orders[0].GoogleOrderNumber, Is.EqualTo(first));
            Assert.That(orders.Skip(1).Select(order => order.ShoppingCart!.Items.Single().ItemName), Is.All.EqualTo("One month"));
            Assert.That(orders.Skip(1).Select(order => order.ShoppingCart!.Items.Single().MerchantPrivateItemData!.Text), Is.All.EqualTo("subscriber 7"), "The private data links the recurrence to the first order.");
            Assert.That(orders.Skip(1).Select(order => order.OrderTotal), Is.All.EqualTo(Usd(10.00m)));
            Assert.That(orders[1].BuyerId, Is.EqualTo(orders[0].BuyerId));
        });
    }

    [Test]
    public async Task Recurrence_Charge_Succeeds()
    {
        await PlaceAsync(Google());
        await _sandbox.AdvanceAsync(TimeSpan.FromDays(32));
        var recurrence = NewOrders()[^1].GoogleOrderNumber;

        var receipt = await _client.ChargeOrderAsync(recurrence);

        Assert.That(receipt.ChargeAmountNotification!.TotalChargeAmount, Is.EqualTo(Usd(10.00m)));
    }

    [Test]
    public async Task GoogleHandled_Times_LimitsRecurrences()
    {
        await PlaceAsync(Google(subscription => subscription with { Payments = [new SubscriptionPayment { MaximumCharge = Usd(12), Times = 2 }] }));

        await _sandbox.AdvanceAsync(TimeSpan.FromDays(365));

        Assert.That(NewOrders(), Has.Count.EqualTo(3), "The first order and two recurrences.");
    }

    [Test]
    public async Task GoogleHandled_NoChargeAfter_EndsRecurrences()
    {
        await PlaceAsync(Google(subscription => subscription with { NoChargeAfter = Start.AddMonths(2) }));

        await _sandbox.AdvanceAsync(TimeSpan.FromDays(365));

        Assert.That(NewOrders(), Has.Count.EqualTo(3));
    }

    [TestCase(DatePeriod.Daily, 1)]
    [TestCase(DatePeriod.Weekly, 7)]
    [TestCase(DatePeriod.SemiMonthly, 15)]
    [TestCase(DatePeriod.Monthly, 31)]
    [TestCase(DatePeriod.EveryTwoMonths, 61)]
    [TestCase(DatePeriod.Quarterly, 92)]
    [TestCase(DatePeriod.Yearly, 365)]
    public async Task GoogleHandled_Period_IsTimeUntilFirstRecurrence(DatePeriod period, int days)
    {
        await PlaceAsync(Google(subscription => subscription with { Period = period }));
        await _sandbox.AdvanceAsync(TimeSpan.FromDays(days) - TimeSpan.FromMinutes(1));
        Assert.That(NewOrders(), Has.Count.EqualTo(1));

        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.That(NewOrders(), Has.Count.EqualTo(2));
    }

    [TestCase(0, 10, TestName = "start-date: without a price, the first payment is due then")]
    [TestCase(5, 31, TestName = "start-date: with a price, the first payment is due a period after the order")]
    public async Task GoogleHandled_StartDate_DeterminesFirstPayment(decimal price, int days)
    {
        await PlaceAsync(Google(subscription => subscription with { StartDate = Start.AddDays(10) }, price));

        await _sandbox.AdvanceAsync(TimeSpan.FromDays(days));

        Assert.That(NewOrders().Select(order => order.Timestamp), Is.EqualTo(new DateTimeOffset?[] { Start, Start.AddDays(days) }));
    }

    [Test]
    public async Task GoogleHandled_TotalWithTaxOverMaximumCharge_IsSkipped()
    {
        var tables = new TaxTables { DefaultTaxTable = new DefaultTaxTable { TaxRules = [new DefaultTaxRule { Rate = 0.1m, TaxArea = new WorldArea() }] } };
        await PlaceAsync(Google() with { CheckoutFlowSupport = new MerchantCheckoutFlowSupport { TaxTables = tables } });
        await _sandbox.AdvanceAsync(TimeSpan.FromDays(32));
        Assert.That(NewOrders()[^1].OrderTotal, Is.EqualTo(Usd(11.00m)));

        await PlaceAsync(Google(subscription => subscription with { Payments = [new SubscriptionPayment { MaximumCharge = Usd(10.99m) }] }) with
        {
            CheckoutFlowSupport = new MerchantCheckoutFlowSupport { TaxTables = tables },
        });
        await _sandbox.DeliverAsync();
        var before = NewOrders().Count;
        await _sandbox.AdvanceAsync(TimeSpan.FromDays(31));

        Assert.That(NewOrders(), Has.Count.EqualTo(before + 1), "Only the first subscription created a recurrence.");
    }

    [Test]
    public async Task MerchantHandled_Request_CreatesOrderAndReturnsReceipt()
    {
        var first = await PlaceAsync(Merchant());
        await _sandbox.AdvanceAsync(TimeSpan.FromDays(40));
        Assert.That(NewOrders(), Has.Count.EqualTo(1));

        var receipt = await _client.SendAsync(Recurrence(first));
        await _sandbox.DeliverAsync();

        var order = NewOrders().Single(order => order.GoogleOrderNumber != first);
        Assert.That(receipt.NewGoogleOrderNumber, Is.Null);
        Assert.That((order.OrderTotal, order.FinancialOrderState), Is.EqualTo((Usd(10.00m), FinancialOrderState.Reviewing)));
    }

    [Test]
    public async Task MerchantHandled_ReturnRecurrenceOrderNumber_ReturnsNumber()
    {
        await StartAsync(options => options.Rules = new SandboxRules { ReturnRecurrenceOrderNumber = true });
        var first = await PlaceAsync(Merchant());

        var receipt = await _client.SendAsync(Recurrence(first));
        await _sandbox.DeliverAsync();

        Assert.That(receipt.NewGoogleOrderNumber, Is.EqualTo(NewOrders().Single(order => order.GoogleOrderNumber != first).GoogleOrderNumber));
    }

    [Test]
    public async Task MerchantHandled_LimitExceeded_IsRejected()
    {
        var first = await PlaceAsync(Merchant());

        await AssertRejectedAsync(Recurrence(first, 12.01m), "at most");
        await AssertRejectedAsync(Recurrence(first, currency: "GBP"), "USD");
        await AssertRejectedAsync(Recurrence(first) with { ShoppingCart = new ShoppingCart { Items = [Subscribing("google", 1, subscription => subscription)] } }, "subscription itself");
        await _client.SendAsync(Recurrence(first));
        await _client.SendAsync(Recurrence(first, 12.00m));
        await AssertRejectedAsync(Recurrence(first), "all its payments");
    }

    [Test]
    public async Task MerchantHandled_RecurrenceOfSecondSubscription_CountsForIt()
    {
        static Subscription Once(Subscription subscription) => subscription with { Payments = [new SubscriptionPayment { MaximumCharge = Usd(12), Times = 1 }] };
        var club = Subscribing(SubscriptionTypes.Merchant, 5, Once);
        var first = await PlaceAsync(new CheckoutShoppingCart { ShoppingCart = new ShoppingCart { Items = [club, club with { MerchantItemId = "magazine" }] } });
        var recurrence = new CreateOrderRecurrenceRequest
        {
            GoogleOrderNumber = first,
            ShoppingCart = new ShoppingCart { Items = [Month(10.00m, "USD") with { MerchantItemId = "magazine" }] },
        };

        await _client.SendAsync(recurrence);

        await AssertRejectedAsync(recurrence, "all its payments");
    }

    [Test]
    public async Task GoogleHandled_MerchantRequest_IsRejected()
    {
        var first = await PlaceAsync(Google());

        await AssertRejectedAsync(Recurrence(first), "merchant handles");
    }

    [Test]
    public async Task CancelSubscription_NotifiesMerchantAndEndsRecurrences()
    {
        var first = await PlaceAsync(Google());
        await _sandbox.AdvanceAsync(TimeSpan.FromDays(32));

        var cancellation = await _sandbox.CancelSubscriptionAsync(first);
        await _sandbox.AdvanceAsync(TimeSpan.FromDays(365));

        var pushed = _merchant.Posts.Select(post => CheckoutXml.Parse(post.Body)).OfType<CancelledSubscriptionNotification>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(pushed.ToXmlString(), Is.EqualTo(cancellation.ToXmlString()));
            Assert.That(cancellation.SerialNumber, Does.EndWith("-9"));
            Assert.That((cancellation.Reason, cancellation.ItemIds.Single().MerchantItemId), Is.EqualTo(("Customer request", "club")));
            Assert.That(cancellation.OrderSummary!.GoogleOrderNumber, Is.EqualTo(first));
            Assert.That(NewOrders(), Has.Count.EqualTo(2));
            Assert.That(SharedFolder.IsNamed ? OfficialSchema.GetErrors(cancellation.ToXElement()) : [], Is.Empty);
            Assert.That(new NotificationValidator().Validate(cancellation), Is.Empty);
        });
    }

    [Test]
    public async Task CancelledSubscription_IsOnlyReturnedBySerialNumber()
    {
        var first = await PlaceAsync(Google());
        var cancellation = await _sandbox.CancelSubscriptionAsync(first, "club", "Moved away");
        await _sandbox.AdvanceAsync(TimeSpan.FromHours(1));
        var token = await _client.GetContinueTokenAsync(Start.AddMinutes(-1));

        var fetched = await _client.GetNotificationAsync(cancellation.SerialNumber);
        var history = await _client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [first] }).ToListAsync();
        var polled = (await _client.PollNotificationsAsync(token).ToListAsync()).SelectMany(response => response.Notifications).ToList();

        Assert.That(((CancelledSubscriptionNotification)fetched).Reason, Is.EqualTo("Moved away"));
        Assert.That(history.Select(notification => notification.GetType()), Is.Not.Empty.And.None.EqualTo(typeof(CancelledSubscriptionNotification)));
        Assert.That(polled.Select(notification => notification.GetType()), Is.Not.Empty.And.None.EqualTo(typeof(CancelledSubscriptionNotification)));
    }

    [Test]
    public async Task CancelSubscription_UnknownOrEnded_Throws()
    {
        var first = await PlaceAsync(Merchant());
        var books = (await _sandbox.PlaceOrderAsync(await _client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;

        Assert.ThrowsAsync<InvalidOperationException>(() => _sandbox.CancelSubscriptionAsync(books));
        Assert.ThrowsAsync<InvalidOperationException>(() => _sandbox.CancelSubscriptionAsync(first, "other"));
        Assert.ThrowsAsync<ArgumentException>(() => _sandbox.CancelSubscriptionAsync(first, reason: " "));
        await _sandbox.CancelSubscriptionAsync(first);
        Assert.ThrowsAsync<InvalidOperationException>(() => _sandbox.CancelSubscriptionAsync(first));
        await AssertRejectedAsync(Recurrence(first), "ended");
    }

    [Test]
    public async Task CancelledOrder_CreatesNoRecurrences()
    {
        var first = await PlaceAsync(Google());
        await _client.CancelOrderAsync(first, "Sold out");

        await _sandbox.AdvanceAsync(TimeSpan.FromDays(365));

        Assert.That(NewOrders(), Has.Count.EqualTo(1));
    }

    private static Money Usd(decimal amount) => new(amount, "USD");

    private static CheckoutShoppingCart Google(Func<Subscription, Subscription>? change = null, decimal price = 5) =>
        new() { ShoppingCart = new ShoppingCart { Items = [Subscribing(SubscriptionTypes.Google, price, change ?? (subscription => subscription))] } };

    private static CheckoutShoppingCart Merchant() => new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items = [Subscribing(SubscriptionTypes.Merchant, 5, subscription => subscription with { Payments = [new SubscriptionPayment { MaximumCharge = Usd(12), Times = 2 }] })],
        },
    };

    private static Item Subscribing(string type, decimal price, Func<Subscription, Subscription> change) => new()
    {
        ItemName = "Club",
        ItemDescription = "Membership",
        UnitPrice = Usd(price),
        Quantity = 1,
        MerchantItemId = "club",
        Subscription = change(new Subscription
        {
            Type = type,
            Period = DatePeriod.Monthly,
            Payments = [new SubscriptionPayment { MaximumCharge = Usd(12) }],
            RecurrentItem = Month(10.00m, "USD"),
        }),
    };

    private static Item Month(decimal price, string currency) => new()
    {
        ItemName = "One month",
        ItemDescription = "Of membership",
        UnitPrice = new Money(price, currency),
        Quantity = 1,
        MerchantPrivateItemData = PrivateData.FromText("subscriber 7"),
    };

    private static CreateOrderRecurrenceRequest Recurrence(string order, decimal price = 10.00m, string currency = "USD") =>
        new() { GoogleOrderNumber = order, ShoppingCart = new ShoppingCart { Items = [Month(price, currency)] } };

    private async Task StartAsync(Action<CheckoutSandboxOptions> change)
    {
        if (_sandbox is not null)
        {
            await DisposeAsync();
        }

        _merchant = await MerchantServer.StartAsync();
        var options = _merchant.Options();
        options.TimeProvider = new FakeTimeProvider(TestTime.Start);
        change(options);
        _sandbox = await CheckoutSandbox.StartAsync(options);
        _client = _sandbox.CreateClient();
    }

    private async Task<string> PlaceAsync(CheckoutShoppingCart cart) => (await _sandbox.PlaceOrderAsync(await _client.CheckoutAsync(cart))).GoogleOrderNumber;

    private async Task AssertRejectedAsync(OrderCommand command, string reason)
    {
        await _sandbox.DeliverAsync();
        var orders = NewOrders().Count;

        Assert.That(async () => await _client.SendAsync(command), Throws.TypeOf<CheckoutApiException>().With.Message.Contains(reason));
        await _sandbox.DeliverAsync();
        Assert.That(NewOrders(), Has.Count.EqualTo(orders));
    }

    private List<NewOrderNotification> NewOrders() =>
        [.. _merchant.Posts.Select(post => CheckoutXml.Parse(post.Body)).OfType<NewOrderNotification>().OrderBy(order => order.Timestamp)];
}
