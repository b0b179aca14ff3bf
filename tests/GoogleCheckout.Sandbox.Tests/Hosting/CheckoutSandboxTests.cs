using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Control;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>The sandbox as a shop's test uses it, through the SDK's client.</summary>
[Parallelizable(ParallelScope.All)]
public class CheckoutSandboxTests
{
    private static readonly TimeSpan Review = TimeSpan.FromMinutes(1);

    [Test]
    public async Task Order_FromCartToArchive_PassesThroughItsStates()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();

        var redirect = await client.CheckoutAsync(SampleCarts.Books);
        var placed = await sandbox.PlaceOrderAsync(redirect);
        var order = placed.GoogleOrderNumber;
        Assert.That((placed.FinancialOrderState, placed.OrderTotal), Is.EqualTo((FinancialOrderState.Reviewing, new Money(50.00m, "USD"))));

        await sandbox.AdvanceAsync(Review);
        await client.AddMerchantOrderNumberAsync(order, "4711");
        var part = await client.ChargeOrderAsync(order, new Money(20m, "USD"));
        var rest = await client.ChargeAndShipOrderAsync(new ChargeAndShipOrderRequest
        {
            GoogleOrderNumber = order,
            TrackingDataList = [new TrackingData { Carrier = Carriers.FedEx, TrackingNumber = "1" }],
        });
        var refund = await client.RefundOrderAsync(order, "Scratched", new Money(5m, "USD"));
        await client.SendBuyerMessageAsync(order, "Sorry for the scratch");
        await client.ArchiveOrderAsync(order);

        var summary = (await client.GetOrderSummariesAsync([order])).Single();
        var history = await client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [order] }).ToListAsync();
        Assert.Multiple(() =>
        {
            Assert.That(part.ChargeAmountNotification!.TotalChargeAmount, Is.EqualTo(new Money(20m, "USD")));
            Assert.That(part.ChargeAmountNotification.OrderSummary!.FinancialOrderState, Is.EqualTo(FinancialOrderState.Chargeable));
            Assert.That(rest.ChargeAmountNotification!.LatestChargeAmount, Is.EqualTo(new Money(30.00m, "USD")));
            Assert.That(refund.RefundAmountNotification!.TotalRefundAmount, Is.EqualTo(new Money(5m, "USD")));
            Assert.That(summary.FinancialOrderState, Is.EqualTo(FinancialOrderState.Charged));
            Assert.That(summary.FulfillmentOrderState, Is.EqualTo(FulfillmentOrderState.Delivered));
            Assert.That(summary.TotalChargeAmount, Is.EqualTo(new Money(50.00m, "USD")));
            Assert.That(summary.TotalRefundAmount, Is.EqualTo(new Money(5m, "USD")));
            Assert.That(summary.MerchantOrderNumber, Is.EqualTo("4711"));
            Assert.That(summary.Archived, Is.True);
            Assert.That(summary.ShoppingCart.MerchantPrivateData!.Text, Is.EqualTo("shop order 4711"));
            Assert.That(
                history.Select(notification => $"{notification.SerialNumber[^7..]} {notification.OrderSummary!.FinancialOrderState}/{notification.OrderSummary.FulfillmentOrderState}"),
                Is.EqualTo(new[]
                {
                    "00001-7 Reviewing/New",
                    "00002-1 Chargeable/New",
                    "00002-5 Chargeable/New",
                    "00002-6 Chargeable/New",
                    "00003-1 Charging/New",
                    "00004-1 Chargeable/New",
                    "00004-2 Chargeable/New",
                    "00005-1 Charging/New",
                    "00006-1 Charged/New",
                    "00006-2 Charged/New",
                    "00007-1 Charged/Delivered",
                    "00008-3 Charged/Delivered",
                }));
            Assert.That(history.Last(), Is.InstanceOf<RefundAmountNotification>());
        });
    }

    [Test]
    public async Task Configure_OptionsOfAContainer_SetsOnlyThoseOfTheSandbox()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var services = new ServiceCollection();
        services.AddGoogleCheckout(options => options.Timeout = TimeSpan.FromSeconds(30));
        services.AddGoogleCheckout(sandbox.Configure);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<CheckoutClient>().HelloAsync();

        Assert.That(provider.GetRequiredService<IOptions<CheckoutOptions>>().Value.Timeout, Is.EqualTo(TimeSpan.FromSeconds(30)));
        Assert.That(sandbox.Requests.Single().Message, Is.InstanceOf<Hello>());
    }

    [Test]
    public async Task Cancel_ByTheMerchant_ReturnsTheStateChange()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);

        var receipt = await client.CancelOrderAsync(order, "Sold out");

        Assert.That(receipt.OrderStateChangeNotification!.NewFinancialOrderState, Is.EqualTo(FinancialOrderState.Cancelled));
        Assert.That(receipt.OrderStateChangeNotification.NewFulfillmentOrderState, Is.EqualTo(FulfillmentOrderState.WillNotDeliver));
    }

    [Test]
    public async Task Process_NewOrder_ReturnsNoNotification()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);

        var receipt = await client.ProcessOrderAsync(order);

        Assert.That(receipt.OrderStateChangeNotification, Is.Null);
    }

    [Test]
    public async Task Command_Rejected_ThrowsWithTheServicesMessage()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);
        await sandbox.AdvanceAsync(Review);
        await client.ChargeOrderAsync(order);

        var exception = Assert.ThrowsAsync<CheckoutApiException>(() => client.ChargeOrderAsync(order))!;

        Assert.That(exception.ErrorMessage, Is.EqualTo("You cannot charge an order that is already completely charged"));
        Assert.That(exception.SerialNumber, Is.Not.Empty);
    }

    [Test]
    public async Task Charge_DuringTheReview_CompletesAfterIt()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);

        var receipt = await client.ChargeOrderAsync(order);
        await sandbox.AdvanceAsync(Review);

        var summary = (await client.GetOrderSummariesAsync([order])).Single();
        Assert.That(receipt.ChargeAmountNotification, Is.Null);
        Assert.That((summary.FinancialOrderState, summary.TotalChargeAmount), Is.EqualTo((FinancialOrderState.Charged, summary.OrderTotal)));
    }

    [Test]
    public async Task CaptureDelay_NotOver_LeavesTheOrderCharging()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { ReviewDelay = TimeSpan.Zero, CaptureDelay = TimeSpan.FromMinutes(5) });
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);

        var receipt = await client.ChargeOrderAsync(order);

        Assert.That(receipt.ChargeAmountNotification, Is.Null);
        Assert.ThrowsAsync<CheckoutApiException>(() => client.ArchiveOrderAsync(order));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.That((await client.GetOrderSummariesAsync([order])).Single().FinancialOrderState, Is.EqualTo(FinancialOrderState.Charged));
    }

    [Test]
    public async Task ReviewDelay_WhenTheClockReachesIt_EndsWithoutARequest()
    {
        var clock = new FakeTimeProvider(TestTime.Start);
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { TimeProvider = clock });
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);
        var changes = new List<Notification>();
        sandbox.OrderChanged += (_, e) => changes.Add(e.Notification);

        // The sandbox's clock truncates to milliseconds, and its timers wait one millisecond longer.
        clock.Advance(Review - TimeSpan.FromMilliseconds(1));
        var before = changes.Count;
        clock.Advance(TimeSpan.FromMilliseconds(2));

        Assert.That(before, Is.Zero);
        Assert.That(changes.OfType<OrderStateChangeNotification>().Select(change => (change.GoogleOrderNumber, change.NewFinancialOrderState)), Is.EqualTo(new[] { (order, FinancialOrderState.Chargeable) }));
    }

    [Test]
    public async Task Clock_AfterAdvance_HasTheTimeOfTheSandboxAndTheTimersOfItsSource()
    {
        var source = new FakeTimeProvider(TestTime.Start);
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { TimeProvider = source });
        var ticks = 0;
        await using var timer = sandbox.Clock.CreateTimer(_ => ticks++, state: null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        var start = sandbox.Clock.GetTimestamp();

        await sandbox.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.That(sandbox.Clock.GetUtcNow(), Is.EqualTo(TestTime.Start.AddDays(2)));
        Assert.That((ticks, sandbox.Clock.GetElapsedTime(start)), Is.EqualTo((0, TimeSpan.Zero)));
        source.Advance(TimeSpan.FromHours(1));
        Assert.That((ticks, sandbox.Clock.GetElapsedTime(start)), Is.EqualTo((1, TimeSpan.FromHours(1))));
    }

    [Test]
    public async Task AdvanceAsync_ByDays_RaisesEachEventAtItsTime()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var redirect = await client.CheckoutAsync(SampleCarts.Books);
        var placed = await sandbox.PlaceOrderAsync(redirect, buyer => buyer.Card = TestCard.DeclinedAtReview);

        await sandbox.AdvanceAsync(TimeSpan.FromDays(30));

        var history = await client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [placed.GoogleOrderNumber] }).ToListAsync();
        var changes = history.OfType<OrderStateChangeNotification>().ToList();
        Assert.That(changes.Select(change => change.NewFinancialOrderState), Is.EqualTo(new[] { FinancialOrderState.PaymentDeclined, FinancialOrderState.CancelledByGoogle }));
        Assert.That(changes.Select(change => change.Timestamp - placed.Timestamp), Is.EqualTo(new TimeSpan?[] { Review, Review + TimeSpan.FromDays(7) }));
        Assert.That(changes[1].Reason, Is.Not.Empty);
    }

    [Test]
    public async Task PlaceOrderAsync_WithChoices_UsesThem()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var redirect = await client.CheckoutAsync(SampleCarts.Books);

        var placed = await sandbox.PlaceOrderAsync(redirect, buyer =>
        {
            buyer.ShippingMethod = "At the shop";
            buyer.ShippingAddress = buyer.ShippingAddress with { City = "Chicago" };
            buyer.EmailAllowed = true;
            buyer.Card = TestCard.NothingMatches;
        });
        await sandbox.AdvanceAsync(Review);

        var risk = (await client.GetOrderSummariesAsync([placed.GoogleOrderNumber])).Single().RiskInformation!;
        Assert.Multiple(() =>
        {
            Assert.That(placed.OrderTotal, Is.EqualTo(new Money(45.50m, "USD")));
            Assert.That(placed.OrderAdjustment!.Shipping, Is.EqualTo(new PickupShippingAdjustment { ShippingName = "At the shop", ShippingCost = new Money(0.00m, "USD") }));
            Assert.That(placed.BuyerShippingAddress!.City, Is.EqualTo("Chicago"));
            Assert.That(placed.BuyerMarketingPreferences!.EmailAllowed, Is.True);
            Assert.That((risk.AvsResponse, risk.CvnResponse, risk.EligibleForProtection, risk.PartialCcNumber), Is.EqualTo(("N", "N", false, "5100")));
        });
    }

    [Test]
    public async Task PlaceOrderAsync_InvalidChoices_Throws()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var redirect = await client.CheckoutAsync(SampleCarts.Books);

        Assert.ThrowsAsync<ArgumentException>(() => sandbox.PlaceOrderAsync(redirect, buyer => buyer.ShippingMethod = "Rocket"));
        Assert.ThrowsAsync<ArgumentException>(() => sandbox.PlaceOrderAsync(redirect, buyer => buyer.ShippingAddress = new Address()));
        Assert.ThrowsAsync<ArgumentException>(() => sandbox.PlaceOrderAsync(new CheckoutRedirect { RedirectUrl = "https://example.com/buy?shoppingcart=1" }));
        Assert.ThrowsAsync<ArgumentException>(() => sandbox.PlaceOrderAsync(new CheckoutRedirect { RedirectUrl = "nowhere" }));
    }

    [Test]
    public async Task PlaceOrderAsync_OfACartThatExpires_IsPossibleUntilTheLastMoment()
    {
        var clock = new FakeTimeProvider(TestTime.Start);
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { TimeProvider = clock });
        var options = sandbox.CreateOptions();
        options.TimeProvider = clock;
        using var client = new CheckoutClient(options);
        var cart = SampleCarts.Books;
        cart = cart with { ShoppingCart = cart.ShoppingCart with { CartExpiration = new CartExpiration { GoodUntilDate = clock.GetUtcNow().AddHours(1) } } };
        var inTime = await client.CheckoutAsync(cart);
        var late = await client.CheckoutAsync(cart);

        await sandbox.AdvanceAsync(TimeSpan.FromHours(1));
        var placed = await sandbox.PlaceOrderAsync(inTime);
        await sandbox.AdvanceAsync(TimeSpan.FromMilliseconds(1));

        Assert.That(placed.Timestamp, Is.EqualTo(clock.GetUtcNow().AddHours(1)));
        Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.PlaceOrderAsync(late));
    }

    [Test]
    public async Task Donation_ToItsAddress_IsCharged()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var options = sandbox.CreateOptions();
        options.Donations = true;
        using var client = new CheckoutClient(options);

        var bye = await client.HelloAsync();
        var placed = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books with { CheckoutFlowSupport = null }));
        await sandbox.AdvanceAsync(Review);

        Assert.Multiple(() =>
        {
            Assert.That(sandbox.Requests.Select(request => request.Path), Is.EqualTo(new[] { $"/checkout/api/checkout/v2/request/Donations/{sandbox.MerchantId}", $"/checkout/api/checkout/v2/merchantCheckout/Donations/{sandbox.MerchantId}" }));
            Assert.That(sandbox.Requests[0].Response, Is.TypeOf<Bye>().With.Property(nameof(Bye.SerialNumber)).EqualTo(bye.SerialNumber));
            Assert.That(((IControlledSandbox)sandbox.Merchants[0]).FindOrder(placed.GoogleOrderNumber)!.FinancialOrderState, Is.EqualTo(FinancialOrderState.Charged), "the service charges donations");
        });
    }

    [Test]
    public async Task Client_WithoutTheCertificate_FailsWithTheReason()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var options = sandbox.CreateOptions();
        options.ClientCertificate = null;
        options.RetryQueries = false;
        using var client = new CheckoutClient(options);

        Assert.ThrowsAsync<CheckoutException>(() => client.HelloAsync());
        Assert.That(sandbox.Requests, Is.Empty);
    }

    [Test]
    public async Task Seed_TheSameTwice_RepeatsEveryNumber()
    {
        var first = await NumbersAsync();
        var second = await NumbersAsync();

        Assert.That(second, Is.EqualTo(first));

        static async Task<string[]> NumbersAsync()
        {
            await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { Seed = 42 });
            using var client = sandbox.CreateClient();
            var redirect = await client.CheckoutAsync(SampleCarts.Books);
            var placed = await sandbox.PlaceOrderAsync(redirect);
            return [sandbox.MerchantId, sandbox.MerchantKey, redirect.SerialNumber!, redirect.RedirectUrl.Split('=')[^1], placed.SerialNumber];
        }
    }

    [Test]
    public async Task TimeProvider_Stopped_ProducesRepeatableTimes()
    {
        var start = new DateTimeOffset(2012, 5, 4, 10, 0, 0, 250, TimeSpan.Zero);
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { TimeProvider = new FakeTimeProvider(start) });
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);
        await sandbox.AdvanceAsync(TimeSpan.FromHours(1));
        await client.ProcessOrderAsync(order);

        var history = await client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [order] }).ToListAsync();

        Assert.That(
            history.Select(notification => notification.Timestamp!.Value - start).Distinct(),
            Is.EqualTo(new[] { TimeSpan.Zero, Review, TimeSpan.FromHours(1) }));
    }

    [Test]
    public async Task DisposeAsync_Twice_DoesNothing()
    {
        var sandbox = await CheckoutSandbox.StartAsync();
        await sandbox.DisposeAsync();

        Assert.DoesNotThrowAsync(async () => await sandbox.DisposeAsync());
    }

    [Test]
    public async Task DisposeAsync_RunningSandbox_FreesThePort()
    {
        var sandbox = await CheckoutSandbox.StartAsync();
        var options = new CheckoutSandboxOptions { Endpoint = new(System.Net.IPAddress.Loopback, sandbox.BaseAddress.Port) };
        await sandbox.DisposeAsync();

        await using var next = await CheckoutSandbox.StartAsync(options);

        Assert.That(next.BaseAddress.Port, Is.EqualTo(options.Endpoint.Port));
    }

    private static async Task<string> PlaceAsync(CheckoutSandbox sandbox, CheckoutClient client)
    {
        var redirect = await client.CheckoutAsync(SampleCarts.Books);
        return (await sandbox.PlaceOrderAsync(redirect)).GoogleOrderNumber;
    }
}
