using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Api;
using Microsoft.Extensions.Time.Testing;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>One order in a separate sandbox, and a merchant that sends commands over HTTPS. The clock only moves when a test advances it.</summary>
internal sealed class OrderOverHttps : IAsyncDisposable
{
    private readonly RawClient _client;

    private OrderOverHttps(CheckoutSandbox sandbox, RawClient client)
    {
        Sandbox = sandbox;
        _client = client;
    }

    public CheckoutSandbox Sandbox { get; }

    public string Number { get; private set; } = string.Empty;

    /// <summary>The status and the response of the last command.</summary>
    public (HttpStatusCode Status, CheckoutMessage Response) LastResponse { get; private set; }

    public string? LastError => (LastResponse.Response as ErrorResponse)?.ErrorMessage;

    public static async Task<OrderOverHttps> PlaceAsync(Scenario scenario)
    {
        var options = new CheckoutSandboxOptions { TimeProvider = new FakeTimeProvider(TestTime.Start) };
        scenario.Settings?.Invoke(options);
        var sandbox = await CheckoutSandbox.StartAsync(options);
        var wire = new OrderOverHttps(sandbox, new RawClient(sandbox));
        wire.Number = (await wire.OrderAsync(scenario)).GoogleOrderNumber;
        return wire;
    }

    public async Task<NewOrderNotification> OrderAsync(Scenario scenario)
    {
        var (_, redirect) = await _client.SendAsync(
            HttpMethod.Post, $"merchantCheckout/{(scenario.IsDonation ? "Donations" : "Merchant")}/{Sandbox.MerchantId}", scenario.Cart.ToXmlString());
        return await Sandbox.PlaceOrderAsync((CheckoutRedirect)redirect, buyer => buyer.Card = scenario.Card);
    }

    public async Task CommandAsync(Func<string, OrderCommand> command) => LastResponse = await _client.PostAsync("request", command(Number));

    /// <summary>Sends a command as raw XML, for documents that the SDK does not write.</summary>
    public async Task CommandAsync(string element, string children) => LastResponse = await _client.PostAsync(
        "request", $"""<{element} xmlns="http://checkout.google.com/schema/2" google-order-number="{Number}">{children}</{element}>""");

    public async Task<OrderSummary> GetSummaryAsync() =>
        ((OrderSummaryResponse)(await _client.PostAsync("reports", new OrderSummaryRequest { OrderNumbers = [Number] })).Response).OrderSummaries.Single();

    /// <summary>Returns the notifications of the order, oldest first.</summary>
    public async Task<IReadOnlyList<Notification>> GetNotificationsAsync() =>
        ((NotificationHistoryResponse)(await _client.PostAsync("reports", new NotificationHistoryRequest { OrderNumbers = [Number] })).Response).Notifications;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Sandbox.DisposeAsync();
    }
}
