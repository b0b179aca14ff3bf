using GoogleCheckout.Orders;
using MerchantStore.Data;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using static GoogleCheckout.Samples.MerchantStore.TestStore;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Amounts and times are exact and sort on both engines, and the tables are created beside those of the inbox.</summary>
public sealed class StoreContextTests(StoreEngine engine) : CommandTestBase(engine)
{
    [Test]
    public async Task Amounts_SummedAndSortedByTheDatabase_AreExact()
    {
        await Store.WithAsync<StoreContext, int>(store =>
        {
            store.AddRange(new[] { 9.99m, 100.00m, 0.1234m, 20.01m }.Select((total, i) => Order($"{i}", total, Noon.AddHours(i))));
            return store.SaveChangesAsync();
        });

        var sum = await Store.WithAsync<StoreContext, decimal>(store => store.Orders.SumAsync(order => order.Total));
        var perCurrency = await Store.WithAsync<StoreContext, decimal>(store => store.Orders.GroupBy(order => order.Currency).Select(orders => orders.Sum(order => order.Total)).SingleAsync());
        var sorted = await Store.WithAsync<StoreContext, List<decimal>>(store => store.Orders.OrderByDescending(order => order.Total).Select(order => order.Total).ToListAsync());
        var latest = await Store.WithAsync<StoreContext, Order>(store => store.Orders.Where(order => order.PlacedAt < Noon.AddHours(3)).OrderByDescending(order => order.PlacedAt).FirstAsync());

        Assert.Multiple(() =>
        {
            Assert.That(sum, Is.EqualTo(130.1234m));
            Assert.That(perCurrency, Is.EqualTo(130.1234m));
            Assert.That(sorted, Is.EqualTo(new[] { 100m, 20.01m, 9.99m, 0.1234m }));
            Assert.That(latest.Number, Is.EqualTo("2"));
            Assert.That(latest.PlacedAt, Is.EqualTo(Noon.AddHours(2)));
        });
    }

    [Test]
    public async Task Amount_WithMoreThanFourDecimalPlaces_IsRejected()
    {
        var save = () => Store.WithAsync<StoreContext, int>(store =>
        {
            store.Add(Order("1", 0.12345m, Noon));
            return store.SaveChangesAsync();
        });

        var e = Assert.CatchAsync(() => save());
        Assert.That(e!.GetBaseException().Message, Does.Contain("more than four decimal places"));
    }

    [Test]
    public async Task Save_OrderThatAnotherHasChanged_Fails()
    {
        await Store.RecordAsync(Change(1, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable));

        await Store.WithAsync<StoreContext, bool>(async store =>
        {
            var order = await store.Orders.SingleAsync();
            await Store.RecordAsync(Change(2, FinancialOrderState.Chargeable, FinancialOrderState.Charging));
            order.Version++;
            Assert.That(() => store.SaveChangesAsync(), Throws.InstanceOf<DbUpdateConcurrencyException>());
            return true;
        });
    }

    private static Order Order(string number, decimal total, DateTimeOffset placedAt) => new() { Number = number, Currency = "USD", BuyerKey = number, Total = total, PlacedAt = placedAt };
}
