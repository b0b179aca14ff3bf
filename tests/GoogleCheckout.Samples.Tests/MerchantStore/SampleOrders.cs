using System.Globalization;
using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Orders;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Orders of 57.00, as rows of the store's tables.</summary>
internal static class SampleOrders
{
    /// <summary>The order with that number, placed so many minutes after noon.</summary>
    public static Order New(int number, FinancialOrderState state, Action<Order>? set = null, string currency = "USD")
    {
        var order = new Order
        {
            Number = number.ToString(CultureInfo.InvariantCulture),
            ShopOrderNumber = $"T-{1000 + number}",
            PlacedAt = TestStore.Noon.AddMinutes(number),
            FinancialState = state,
            FulfillmentState = FulfillmentOrderState.New,
            Currency = currency,
            Total = 57,
            BuyerName = $"Buyer {number}",
            BuyerEmail = $"buyer-{number}@example.com",
            BuyerKey = $"key {number}",
        };
        set?.Invoke(order);
        order.AddSearchTerms(order.Number, order.ShopOrderNumber, order.BuyerName, order.BuyerEmail);
        return order;
    }

    public static Task AddAsync(TestStore store, IEnumerable<Order> orders) => store.WithAsync<StoreContext, int>(context =>
    {
        context.AddRange(orders);
        return context.SaveChangesAsync();
    });
}
