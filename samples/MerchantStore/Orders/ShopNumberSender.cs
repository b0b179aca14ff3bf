using System.Net;
using GoogleCheckout;
using GoogleCheckout.Orders;
using MerchantStore.Data;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Orders;

/// <summary>Sends the shop's order number of each new order to Google Checkout. The outbox does not take this command and need not: repeated, it changes nothing.</summary>
internal sealed class ShopNumberSender(IServiceScopeFactory scopes, CheckoutClient client, TimeProvider time, ILogger<ShopNumberSender> logger) : BackgroundService
{
    private const int BatchSize = 20;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new RepeatedWork("Sending order numbers to Google Checkout", time, logger).RunAsync(SendAllAsync, stoppingToken);

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<StoreContext>();
        var orders = await store.Orders.AsNoTracking()
            .Where(order => !order.NumberSent && order.PaymentMethod == PaymentMethod.GoogleCheckout && order.ShopOrderNumber != null)
            .OrderBy(order => order.PlacedAt).Take(BatchSize).ToListAsync(cancellationToken);
        foreach (var order in orders)
        {
            var command = new AddMerchantOrderNumberRequest { GoogleOrderNumber = order.Number, MerchantOrderNumber = order.ShopOrderNumber! };
            var (state, answer) = (SentCommandState.Accepted, default(string));
            try
            {
                await client.SendAsync(command, cancellationToken);
            }
            catch (CheckoutApiException e) when (!e.IsTransient && e.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
            {
                (state, answer) = (SentCommandState.Refused, SentCommand.Cut(e.ErrorMessage));
            }

            var sent = new SentCommand
            {
                Id = $"number {order.Number}",
                OrderNumber = order.Number,
                SentAt = time.GetUtcNow(),
                What = command.InWords(),
                State = state,
                Answer = answer,
            };
            await RecordAsync(store, order, sent, cancellationToken);
        }
    }

    // Only its own column: a notification may change the order meanwhile.
    private static async Task RecordAsync(StoreContext store, Order order, SentCommand sent, CancellationToken cancellationToken)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancellationToken);
        await store.Orders.Where(each => each.Number == order.Number).ExecuteUpdateAsync(each => each.SetProperty(row => row.NumberSent, true), cancellationToken);
        if (!await store.SentCommands.AnyAsync(each => each.Id == sent.Id, cancellationToken))
        {
            store.Add(sent);
        }

        await store.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
