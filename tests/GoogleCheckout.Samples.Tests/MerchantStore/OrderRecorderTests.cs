using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using static GoogleCheckout.Samples.MerchantStore.TestStore;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>What the store keeps of a notification.</summary>
public sealed class OrderRecorderTests(StoreEngine engine) : CommandTestBase(engine)
{
    [Test]
    public async Task Record_OrderChangedAfterItWasRead_KeepsBothChanges()
    {
        await Store.RecordAsync(Change(1, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable));

        await Store.WithAsync<IServiceProvider, bool>(async services =>
        {
            await services.GetRequiredService<StoreContext>().Orders.SingleAsync();
            await Store.WithAsync<StoreContext, int>(store => store.Orders.ExecuteUpdateAsync(order => order.SetProperty(each => each.Archived, true).SetProperty(each => each.Version, each => each.Version + 1)));
            await using var connection = await Store.Database.Source.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            var notification = Change(2, FinancialOrderState.Chargeable, FinancialOrderState.Charging);
            await services.GetRequiredService<OrderRecorder>().RecordAsync(notification, new NotificationContext(notification, transaction: transaction), "noted", CancellationToken.None);
            await transaction.CommitAsync();
            return true;
        });

        var order = await Store.FindAsync();
        var events = await Store.WithAsync<StoreContext, int>(store => store.OrderEvents.CountAsync());
        Assert.That((order.FinancialState, order.Archived, events), Is.EqualTo((FinancialOrderState.Charging, true, 2)));
    }
}
