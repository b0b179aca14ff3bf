using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Notification history: by serial number, by order, by time, and in pages.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class NotificationHistoryTests : IAsyncDisposable
{
    private CheckoutSandbox _sandbox = null!;
    private RawClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { TimeProvider = new FakeTimeProvider(TestTime.Start) });
        _client = new RawClient(_sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task History_SerialNumber_ReturnsSingleNotification()
    {
        var order = await PlaceAsync();

        var (status, response) = await _client.PostAsync("reports", new NotificationHistoryRequest { SerialNumber = order.SerialNumber });

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response, Is.InstanceOf<NewOrderNotification>());
        Assert.That(response.ToXmlString(), Is.EqualTo(order.ToXmlString()));
    }

    [Test]
    public async Task History_SerialNumber_HasOrderSummaryOfTheEvent()
    {
        var order = await PlaceAsync();
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        var (_, response) = await _client.PostAsync("reports", new NotificationHistoryRequest { SerialNumber = order.SerialNumber });

        Assert.That(((NewOrderNotification)response).OrderSummary!.FinancialOrderState, Is.EqualTo(FinancialOrderState.Reviewing));
    }

    [Test]
    public async Task History_SerialNumberAndOtherCriteria_UsesSerialNumber()
    {
        var order = await PlaceAsync();

        var (_, response) = await _client.PostAsync(
            "reports", new NotificationHistoryRequest { SerialNumber = order.SerialNumber, NextPageToken = "token", OrderNumbers = ["1"] });

        Assert.That(response, Is.InstanceOf<NewOrderNotification>());
    }

    [Test]
    public async Task History_OrderNumbers_ReturnsNotificationsByTimeAndInvalidNumbers()
    {
        var first = await PlaceAsync();
        await _sandbox.AdvanceAsync(TimeSpan.FromSeconds(1));
        var second = await PlaceAsync();
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        var history = await HistoryAsync(new NotificationHistoryRequest { OrderNumbers = [second.GoogleOrderNumber, "1", first.GoogleOrderNumber] });

        Assert.That(history.Notifications, Has.Count.EqualTo(8));
        Assert.That(history.Notifications.Select(notification => notification.Timestamp), Is.Ordered);
        Assert.That(history.Notifications.Take(2).Select(notification => notification.SerialNumber), Is.EqualTo(new[] { first.SerialNumber, second.SerialNumber }));
        Assert.That(history.InvalidOrderNumbers, Is.EqualTo(new[] { "1" }));
        Assert.That(history.NextPageToken, Is.Null);
    }

    [Test]
    public async Task History_OrderNumbersAndTypes_ReturnsOnlyTheseTypes()
    {
        var order = await PlaceAsync();
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        var history = await HistoryAsync(new NotificationHistoryRequest
        {
            OrderNumbers = [order.GoogleOrderNumber],
            NotificationTypes = [NotificationTypes.NewOrder, NotificationTypes.AuthorizationAmount],
        });

        Assert.That(history.Notifications.Select(notification => notification.GetType()), Is.EqualTo(new[] { typeof(NewOrderNotification), typeof(AuthorizationAmountNotification) }));
    }

    [Test]
    public async Task History_TimeRange_ReturnsNotificationsInRange()
    {
        var order = await PlaceAsync();
        await _sandbox.AdvanceAsync(TimeSpan.FromHours(1));
        var placedAt = order.Timestamp!.Value;

        var history = await HistoryAsync(new NotificationHistoryRequest { StartTime = placedAt.AddSeconds(1), EndTime = placedAt.AddMinutes(10) });

        Assert.That(history.Notifications, Has.Count.EqualTo(3));
        Assert.That(history.Notifications.Select(notification => notification.Timestamp), Is.All.EqualTo(placedAt.AddMinutes(1)));
    }

    [Test]
    public async Task History_TimeRangeAtLimits_IsAccepted()
    {
        var now = new FakeTimeProvider(TestTime.Start).GetUtcNow();

        var history = await HistoryAsync(new NotificationHistoryRequest { StartTime = now.AddDays(-450).AddMilliseconds(1), EndTime = now.AddMinutes(-5) });

        Assert.That(history.Notifications, Is.Empty);
    }

    [Test]
    public async Task History_MoreThanFiftyNotifications_ReturnsPagesWithTokens()
    {
        var orders = new List<string>();
        for (var i = 0; i < 16; i++)
        {
            orders.Add((await PlaceAsync()).GoogleOrderNumber);
        }

        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        foreach (var order in orders)
        {
            await _client.PostAsync("request", new ChargeAndShipOrderRequest { GoogleOrderNumber = order });
        }

        var request = new NotificationHistoryRequest { OrderNumbers = orders };
        var pages = new List<NotificationHistoryResponse>();
        do
        {
            pages.Add(await HistoryAsync(request));
            request = new NotificationHistoryRequest { NextPageToken = pages[^1].NextPageToken };
        }
        while (pages[^1].NextPageToken is not null);

        // Each order has eight: new order, three at the review, charging, charged and its amount, delivered.
        Assert.That(pages.Select(page => page.Notifications.Count), Is.EqualTo(new[] { 50, 50, 28 }));
        Assert.That(pages.SelectMany(page => page.Notifications).Select(notification => notification.SerialNumber), Is.Unique);
        Assert.That(pages.SelectMany(page => page.Notifications).Select(notification => notification.Timestamp), Is.Ordered);
        Assert.That(pages.Select(page => page.NextPageToken), Is.Unique);
    }

    [TestCaseSource(nameof(Impossible))]
    public async Task History_InvalidRequest_Returns400(NotificationHistoryRequest request)
    {
        var (status, response) = await _client.PostAsync("reports", request);

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)response).ErrorMessage, Is.Not.Empty);
    }

    private static IEnumerable<TestCaseData> Impossible()
    {
        var now = new FakeTimeProvider(TestTime.Start).GetUtcNow();
        yield return Case("unknown serial number", new() { SerialNumber = "1" });
        yield return Case("unknown token", new() { NextPageToken = "1" });
        yield return Case("no criteria", new());
        yield return Case("only types", new() { NotificationTypes = [NotificationTypes.NewOrder] });
        yield return Case("only a start", new() { StartTime = now.AddDays(-1) });
        yield return Case("only an end", new() { EndTime = now.AddDays(-1) });
        yield return Case("end before start", new() { StartTime = now.AddDays(-1), EndTime = now.AddDays(-2) });
        yield return Case("450 days old to the millisecond", new() { StartTime = now.AddDays(-450), EndTime = now.AddDays(-449) });
        yield return Case("less than five minutes old", new() { StartTime = now.AddDays(-1), EndTime = now.AddMinutes(-4) });
        yield return Case("seventeen orders", new() { OrderNumbers = [.. Enumerable.Range(0, 17).Select(i => i.ToString(null as IFormatProvider))] });

        static TestCaseData Case(string name, NotificationHistoryRequest request) => new TestCaseData(request).SetName("History_InvalidRequest_Returns400 " + name);
    }

    private async Task<NotificationHistoryResponse> HistoryAsync(NotificationHistoryRequest request)
    {
        var (status, response) = await _client.PostAsync("reports", request);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        return (NotificationHistoryResponse)response;
    }

    private async Task<NewOrderNotification> PlaceAsync()
    {
        var (_, response) = await _client.PostAsync("merchantCheckout", SampleCarts.Books);
        return await _sandbox.PlaceOrderAsync((CheckoutRedirect)response);
    }
}
