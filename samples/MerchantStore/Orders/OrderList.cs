using System.Linq.Expressions;
using GoogleCheckout;
using GoogleCheckout.Orders;
using MerchantStore.Data;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Orders;

/// <summary>Lists the orders for the owner.</summary>
internal sealed class OrderList(StoreContext store)
{
    private static readonly Dictionary<OrderFilter, Expression<Func<Order, bool>>> Filters = new()
    {
        [OrderFilter.All] = order => !order.Archived,
        [OrderFilter.ToCharge] = order => !order.Archived && order.PaymentMethod == PaymentMethod.GoogleCheckout && order.Charged < order.Total
            && (order.FinancialState == FinancialOrderState.Chargeable || (order.FinancialState == FinancialOrderState.Charged && order.Refunded < order.Charged)),
        [OrderFilter.ToShip] = order => !order.Archived && order.FinancialState == FinancialOrderState.Charged && order.Charged >= order.Total && order.Refunded < order.Charged
            && (order.FulfillmentState == FulfillmentOrderState.New || order.FulfillmentState == FulfillmentOrderState.Processing),
        [OrderFilter.OnHold] = order => !order.Archived && order.OnHold,
        [OrderFilter.Doubles] = order => !order.Archived && order.DoubleOf != null,
        [OrderFilter.Archived] = order => order.Archived,
    };

    public async Task<OrderPage> SearchAsync(OrderQuery query, CancellationToken cancellationToken)
    {
        var orders = Find(query);
        var rows = await orders.OrderByDescending(order => order.PlacedAt)
            .Skip((Math.Max(query.Page, 1) - 1) * OrderPage.Size).Take(OrderPage.Size)
            .Select(order => new OrderRow
            {
                Number = order.Number,
                ShopOrderNumber = order.ShopOrderNumber,
                PaymentMethod = order.PaymentMethod,
                PlacedAt = order.PlacedAt,
                BuyerName = order.BuyerName,
                FinancialState = order.FinancialState,
                FulfillmentState = order.FulfillmentState,
                Status = order.Status,
                Total = new Money(order.Total, order.Currency),
                Charged = new Money(order.Charged, order.Currency),
                Refunded = new Money(order.Refunded, order.Currency),
                OnHold = order.OnHold,
                DoubleOf = order.DoubleOf,
                Archived = order.Archived,
            })
            .ToListAsync(cancellationToken);
        var sums = await orders.GroupBy(order => order.Currency).OrderBy(group => group.Key)
            .Select(group => new { Currency = group.Key, Orders = group.Count(), Total = group.Sum(order => order.Total), Charged = group.Sum(order => order.Charged), Refunded = group.Sum(order => order.Refunded) })
            .ToListAsync(cancellationToken);
        return new OrderPage(rows, [.. sums.Select(sum => new OrderSum(sum.Orders, new Money(sum.Total, sum.Currency), new Money(sum.Charged, sum.Currency), new Money(sum.Refunded, sum.Currency)))]);
    }

    /// <summary>Returns the number of orders for each filter.</summary>
    public async Task<IReadOnlyDictionary<OrderFilter, int>> CountAsync(CancellationToken cancellationToken)
    {
        // One pass over the index for all of them.
        var (all, toCharge, toShip) = (Filters[OrderFilter.All], Filters[OrderFilter.ToCharge], Filters[OrderFilter.ToShip]);
        var (onHold, doubles, archived) = (Filters[OrderFilter.OnHold], Filters[OrderFilter.Doubles], Filters[OrderFilter.Archived]);
        var counts = await store.Orders.GroupBy(order => order.Currency)
            .Select(group => new
            {
                All = group.AsQueryable().Count(all),
                ToCharge = group.AsQueryable().Count(toCharge),
                ToShip = group.AsQueryable().Count(toShip),
                OnHold = group.AsQueryable().Count(onHold),
                Doubles = group.AsQueryable().Count(doubles),
                Archived = group.AsQueryable().Count(archived),
            })
            .ToListAsync(cancellationToken);
        return new Dictionary<OrderFilter, int>
        {
            [OrderFilter.All] = counts.Sum(count => count.All),
            [OrderFilter.ToCharge] = counts.Sum(count => count.ToCharge),
            [OrderFilter.ToShip] = counts.Sum(count => count.ToShip),
            [OrderFilter.OnHold] = counts.Sum(count => count.OnHold),
            [OrderFilter.Doubles] = counts.Sum(count => count.Doubles),
            [OrderFilter.Archived] = counts.Sum(count => count.Archived),
        };
    }

    private IQueryable<Order> Find(OrderQuery query)
    {
        var text = query.Text?.Trim().ToLowerInvariant() ?? string.Empty;
        if (text.Length == 0)
        {
            return store.Orders.AsNoTracking().Where(Filters[query.Filter]);
        }

        var found = store.Orders.AsNoTracking().Where(order => order.SearchText.Contains(text));
        return query.Filter == OrderFilter.All ? found : found.Where(Filters[query.Filter]);
    }
}
