using System.Diagnostics;
using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Measures the list of 100,000 orders on SQLite. Run it by name; it asserts no time.</summary>
[Explicit("A measurement")]
public sealed class OrderListMeasurement
{
    private const int Orders = 100_000;
    private const int Rounds = 15;

    [Test]
    public async Task Pages_Of100000Orders_AreMeasured()
    {
        using var client = new ScriptedClient();
        await using var store = await TestStore.CreateAsync(StoreEngine.Sqlite, client);
        for (var first = 1; first <= Orders; first += 5_000)
        {
            await SampleOrders.AddAsync(store, Enumerable.Range(first, 5_000).Select(Create));
        }

        OrderQuery[] queries =
        [
            new(), new() { Page = 1_000 }, new() { Filter = OrderFilter.ToCharge }, new() { Filter = OrderFilter.ToShip },
            new() { Filter = OrderFilter.OnHold }, new() { Filter = OrderFilter.Doubles }, new() { Filter = OrderFilter.Archived },
            new() { Text = "buyer-99999@" }, new() { Text = "T-1999" }, new() { Text = "buyer" }, new() { Text = "buyer", Filter = OrderFilter.ToShip },
        ];
        foreach (var query in queries)
        {
            var times = new List<double>();
            for (var i = 0; i < Rounds; i++)
            {
                var started = Stopwatch.GetTimestamp();
                await store.WithAsync<OrderList, int>(async list => (await list.SearchAsync(query, CancellationToken.None)).Count + (await list.CountAsync(CancellationToken.None)).Count);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            await TestContext.Out.WriteLineAsync($"{query}: {times.Order().ElementAt(Rounds / 2):0.0} ms");
        }

        Assert.That((await store.WithAsync<OrderList, OrderPage>(list => list.SearchAsync(new OrderQuery(), CancellationToken.None))).Count, Is.EqualTo(Orders * 9 / 10));
    }

    // Of ten orders, one is archived, one to be charged and one to be shipped.
    private static Order Create(int number) => (number % 10) switch
    {
        0 => SampleOrders.New(number, FinancialOrderState.Charged, order => (order.Charged, order.FulfillmentState, order.Archived) = (57, FulfillmentOrderState.Delivered, true)),
        1 => SampleOrders.New(number, FinancialOrderState.Chargeable),
        2 => SampleOrders.New(number, FinancialOrderState.Charged, order => order.Charged = 57),
        _ => SampleOrders.New(number, FinancialOrderState.Charged, order => (order.Charged, order.FulfillmentState) = (57, FulfillmentOrderState.Delivered)),
    };
}
