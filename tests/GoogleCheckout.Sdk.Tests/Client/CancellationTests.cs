using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Client;

/// <summary>The caller's token cancels every operation at any point, and the exception is an OperationCanceledException.</summary>
public class CancellationTests
{
    private const string Order = TestMerchant.OrderNumber;

    public static IEnumerable<TestCaseData> Operations()
    {
        yield return Operation("charge", (client, token) => client.ChargeOrderAsync(Order, cancellationToken: token));
        yield return Operation("send", (client, token) => client.SendAsync(new ProcessOrderRequest { GoogleOrderNumber = Order }, token));
        yield return Operation("checkout", (client, token) => client.CheckoutAsync(ValidCarts.Plain, token));
        yield return Operation("diagnose", (client, token) => client.DiagnoseAsync(new Hello(), token));
        yield return Operation("hello", (client, token) => client.HelloAsync(token));
        yield return Operation("notification", (client, token) => client.GetNotificationAsync("1", token));
        yield return Operation("page", (client, token) => client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest(), token));
        yield return Operation("history", (client, token) => client.GetNotificationHistoryAsync(new NotificationHistoryRequest(), token).GetAsyncEnumerator(token).MoveNextAsync().AsTask());
        yield return Operation("token", (client, token) => client.GetContinueTokenAsync(DateTimeOffset.UnixEpoch, token));
        yield return Operation("polling", (client, token) => client.PollNotificationsAsync("t", token).GetAsyncEnumerator(token).MoveNextAsync().AsTask());
        yield return Operation("summaries", (client, token) => client.GetOrderSummariesAsync([Order], token));
        yield return Operation("list", (client, token) => client.GetOrderListAsync(List, token).GetAsyncEnumerator(token).MoveNextAsync().AsTask());
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Operation_WhenCanceledWhileWaiting_ThrowsOperationCanceledException(Func<CheckoutClient, CancellationToken, Task> operation)
    {
        var arrived = new TaskCompletionSource();
        using var network = StubHandler.Silent(arrived);
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());
        using var cancellation = new CancellationTokenSource();

        var running = operation(client, cancellation.Token);
        await arrived.Task;
        await cancellation.CancelAsync();

        Assert.That(
            async () => await running,
            Throws.InstanceOf<OperationCanceledException>().With.Property(nameof(OperationCanceledException.CancellationToken)).EqualTo(cancellation.Token));
    }

    [TestCaseSource(nameof(Operations))]
    public void Operation_WhenCanceledBefore_SendsNothing(Func<CheckoutClient, CancellationToken, Task> operation)
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.Multiple(() =>
        {
            Assert.That(async () => await operation(client, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(network.Requests, Is.Empty);
        });
    }

    [TestCaseSource(nameof(Operations))]
    public void Operation_WhenCanceledWhileReadingTheResponse_ThrowsOperationCanceledException(Func<CheckoutClient, CancellationToken, Task> operation)
    {
        using var cancellation = new CancellationTokenSource();
        using var network = new StubHandler(_ => new HttpResponseMessage { Content = new StreamContent(new SilentStream(cancellation.Cancel, "<a")) });
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(async () => await operation(client, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void GetOrderListAsync_WhenCanceledBetweenRows_ThrowsOperationCanceledException()
    {
        using var cancellation = new CancellationTokenSource();
        using var network = new StubHandler(_ => new HttpResponseMessage
        {
            Content = new StreamContent(new SilentStream(cancellation.Cancel, "Google Order Number,Order Amount\n1,2.00\n2,3")),
        });
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());
        var rows = new List<OrderListEntry>();

        Assert.That(
            async () =>
            {
                await foreach (var row in client.GetOrderListAsync(List, cancellation.Token))
                {
                    rows.Add(row);
                }
            },
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(rows.Select(row => row.GoogleOrderNumber), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    [CancelAfter(20_000)]
    public void HelloAsync_WhenCanceledBetweenTwoAttempts_ThrowsOperationCanceledException(CancellationToken limit)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(limit);
        var options = TestMerchant.Options();
        var clock = (WaitSkippingTimeProvider)options.TimeProvider;
        clock.WaitBegins = cancellation.Cancel;
        using var network = new StubHandler(_ => SampleResponses.Page(System.Net.HttpStatusCode.ServiceUnavailable, SampleResponses.Html));
        using var client = new CheckoutClient(new HttpClient(network), options);

        Assert.That(
            async () => await client.HelloAsync(cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>().With.Property(nameof(OperationCanceledException.CancellationToken)).EqualTo(cancellation.Token));
        Assert.Multiple(() =>
        {
            Assert.That(network.Requests, Has.Count.EqualTo(1));
            Assert.That(clock.Waits, Has.Count.EqualTo(1));
            Assert.That(limit.IsCancellationRequested, Is.False);
        });
    }

    private static OrderListRequest List => new() { StartDate = new DateTime(2012, 1, 1), EndDate = new DateTime(2012, 1, 2) };

    private static TestCaseData Operation(string name, Func<CheckoutClient, CancellationToken, Task> operation) =>
        new TestCaseData(operation).SetArgDisplayNames(name);
}
