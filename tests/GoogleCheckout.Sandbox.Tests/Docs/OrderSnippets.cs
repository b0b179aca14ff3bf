using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Docs;

/// <summary>The code of docs/order-life.md and docs/refunds.md, compiled and run.</summary>
[Parallelizable(ParallelScope.All)]
public class OrderSnippets
{
    [Test]
    public async Task Rules_OfAChargedOrder_ForbidTheCancellation()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var orderNumber = await PlaceAndChargeAsync(sandbox, client);

        // <rules>
        var summary = (await client.GetOrderSummariesAsync([orderNumber]))[0];
        var order = OrderStatus.FromSummary(summary);
        var reason = OrderRules.GetRejectionReason(new CancelOrderRequest { GoogleOrderNumber = orderNumber, Reason = "Sold out" }, order);
        Console.WriteLine(reason ?? "The order may be canceled.");
        // </rules>

        Assert.That(reason, Is.Not.Null);
    }

    [Test]
    public async Task Refund_OfAPart_LeavesTheRest()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var orderNumber = await PlaceAndChargeAsync(sandbox, client);

        // <refund>
        var receipt = await client.RefundOrderAsync(orderNumber, "One cup was broken", new Money(4.50m, "USD"));
        Console.WriteLine($"Refunded so far: {receipt.RefundAmountNotification?.TotalRefundAmount}");
        // </refund>

        Assert.That(receipt.RefundAmountNotification!.TotalRefundAmount, Is.EqualTo(new Money(4.50m, "USD")));
        Assert.That((await client.GetOrderSummariesAsync([orderNumber]))[0].FinancialOrderState, Is.EqualTo(FinancialOrderState.Charged));
    }

    [Test]
    public async Task Cancellation_AfterARefundOfAll_IsAccepted()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var orderNumber = await PlaceAndChargeAsync(sandbox, client);

        // <cancel>
        await client.RefundOrderAsync(orderNumber, "Sold out");
        await client.CancelOrderAsync(orderNumber, "Sold out", comment: "We are sorry: the last set was sold in our shop.");
        // </cancel>

        var summary = (await client.GetOrderSummariesAsync([orderNumber]))[0];
        Assert.That((summary.FinancialOrderState, summary.FulfillmentOrderState), Is.EqualTo((FinancialOrderState.Cancelled, FulfillmentOrderState.WillNotDeliver)));
    }

    [Test]
    public async Task Items_CancelledOne_IsRefundedByASecondCommand()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var orderNumber = await PlaceAndChargeAsync(sandbox, client);

        // <items>
        await client.CancelItemsAsync(orderNumber, ["map"], "Sold out");
        await client.RefundOrderAsync(orderNumber, "The map is sold out", new Money(5.50m, "USD"));
        // </items>

        Assert.That((await client.GetOrderSummariesAsync([orderNumber]))[0].TotalRefundAmount, Is.EqualTo(new Money(5.50m, "USD")));
    }

    [Test]
    public async Task Chargeback_HandledTwice_IsBookedOnce()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var orderNumber = await PlaceAndChargeAsync(sandbox, client);
        var ledger = new Ledger();
        var handler = new BookLosses(ledger);

        // <chargeback>
        var chargeback = await sandbox.ChargebackAsync(orderNumber, new Money(10m, "USD"));
        // </chargeback>
        await handler.HandleAsync(chargeback, new NotificationContext(chargeback), CancellationToken.None);
        await handler.HandleAsync(chargeback, new NotificationContext(chargeback), CancellationToken.None);

        Assert.That(ledger.Losses[orderNumber], Is.EqualTo(new Money(10m, "USD")));
    }

    private static async Task<string> PlaceAndChargeAsync(CheckoutSandbox sandbox, CheckoutClient client)
    {
        var orderNumber = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await client.ChargeOrderAsync(orderNumber);
        return orderNumber;
    }

    // <totals>
    public sealed class BookLosses(ILedger ledger) : INotificationHandler<RefundAmountNotification>, INotificationHandler<ChargebackAmountNotification>
    {
        public Task HandleAsync(RefundAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
            ledger.SetRefundedAsync(notification.GoogleOrderNumber, notification.TotalRefundAmount, cancellationToken);

        public Task HandleAsync(ChargebackAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
            ledger.SetChargedBackAsync(notification.GoogleOrderNumber, notification.TotalChargebackAmount, cancellationToken);
    }
    // </totals>

    public interface ILedger
    {
        Task SetRefundedAsync(string orderNumber, Money total, CancellationToken cancellationToken);

        Task SetChargedBackAsync(string orderNumber, Money total, CancellationToken cancellationToken);
    }

    private sealed class Ledger : ILedger
    {
        public Dictionary<string, Money> Losses { get; } = [];

        public Task SetRefundedAsync(string orderNumber, Money total, CancellationToken cancellationToken) => SetAsync(orderNumber, total);

        public Task SetChargedBackAsync(string orderNumber, Money total, CancellationToken cancellationToken) => SetAsync(orderNumber, total);

        private Task SetAsync(string orderNumber, Money total)
        {
            Losses[orderNumber] = total;
            return Task.CompletedTask;
        }
    }
}
