using System.Linq.Expressions;
using GoogleCheckout;
using MerchantStore.Data;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Orders;

/// <summary>Lists the orders for the owner.</summary>
internal sealed class OrderList(StoreContext store)
{
    /// <summary>The number of texts that a search finds. An owner who gets more enters more of the text.</summary>
    public const int MaxFound = 500;

    // After all texts that begin with what is before it.
    private const string LastCharacter = "\U0010FFFF";
    private const int MaxPage = 1_000_000;

    private static readonly Dictionary<OrderFilter, Expression<Func<Order, bool>>> Filters = new()
    {
        [OrderFilter.All] = order => !order.Archived,
        [OrderFilter.ToCharge] = order => !order.Archived && order.ToDo == OrderToDo.Charge,
        [OrderFilter.ToShip] = order => !order.Archived && order.ToDo == OrderToDo.Ship,
        [OrderFilter.OnHold] = order => !order.Archived && order.ToDo == OrderToDo.Decide,
        [OrderFilter.Doubles] = order => !order.Archived && order.DoubleOf != null,
        [OrderFilter.Archived] = order => order.Archived,
    };

    public async Task<OrderPage> SearchAsync(OrderQuery query, CancellationToken cancellationToken)
    {
        var found = await FindNumbersAsync(query.Text, cancellationToken);
        var orders = Find(query.Filter, found?.Take(MaxFound).Distinct().ToList());
        var rows = await orders.OrderBy(order => order.ToDo).ThenByDescending(order => order.PlacedAt)
            .Skip((Math.Clamp(query.Page, 1, MaxPage) - 1) * OrderPage.Size).Take(OrderPage.Size)
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
                ToDo = order.ToDo,
                DoubleOf = order.DoubleOf,
                Archived = order.Archived,
                IsUnknownToGoogle = order.IsUnknownToGoogle,
            })
            .ToListAsync(cancellationToken);
        var sums = await orders.GroupBy(order => order.Currency).OrderBy(group => group.Key)
            .Select(group => new { Currency = group.Key, Orders = group.Count(), Total = group.Sum(order => order.Total), Charged = group.Sum(order => order.Charged), Refunded = group.Sum(order => order.Refunded) })
            .ToListAsync(cancellationToken);
        return new OrderPage(rows, [.. sums.Select(sum => new OrderSum(sum.Orders, new Money(sum.Total, sum.Currency), new Money(sum.Charged, sum.Currency), new Money(sum.Refunded, sum.Currency)))])
        {
            IsCut = found is { Count: > MaxFound },
        };
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

    private IQueryable<Order> Find(OrderFilter filter, List<string>? numbers) => (filter, numbers) switch
    {
        (_, null) => store.Orders.AsNoTracking().Where(Filters[filter]),
        (OrderFilter.All, _) => store.Orders.AsNoTracking().Where(order => numbers.Contains(order.Number)),
        _ => store.Orders.AsNoTracking().Where(order => numbers.Contains(order.Number)).Where(Filters[filter]),
    };

    // Of each text that begins so, the order, and one more than the list has if there are more; null without a text.
    private async Task<List<string>?> FindNumbersAsync(string? text, CancellationToken cancellationToken)
    {
        var start = SearchTerms.Normalize(text);
        var end = start + LastCharacter;
        return start.Length == 0 ? null : await store.OrderSearchTerms
            .Where(term => string.Compare(term.Term, start) >= 0 && string.Compare(term.Term, end) < 0)
            .OrderBy(term => term.Term).ThenBy(term => term.OrderNumber)
            .Select(term => term.OrderNumber).Take(MaxFound + 1).ToListAsync(cancellationToken);
    }
}
