namespace GoogleCheckout.Orders;

/// <summary>A total amount that should be charged or refunded.</summary>
internal abstract class MoneyGoal(string googleOrderNumber, Money total) : OrderGoal(googleOrderNumber)
{
    protected Money Total { get; } = total;

    protected abstract string Verb { get; }

    public override bool IsReached(OrderSummary order) => GetMoved(order) is var moved && moved.Currency == Total.Currency && moved.Amount == Total.Amount;

    public override Money? GetTotal(OrderSummary order) => GetMoved(order);

    public override OrderCommand CreateCommand(OrderSummary order) => CreateCommand(GetMissing(order));

    public override Obstacle? FindObstacle(OrderSummary order) => GetMoved(order) is var moved && moved.Currency == Total.Currency && moved > Total
        ? new($"{moved} is already {Verb}, which is more than {Total}", IsTransient: false)
        : base.FindObstacle(order);

    public override string ToString() => $"{Verb} to a total of {Total}";

    protected abstract OrderCommand CreateCommand(Money amount);

    protected abstract Money GetMoved(OrderStatus order);

    // In another currency than the order's, the whole amount is passed to the rules, which reject it.
    private Money GetMissing(OrderSummary order) => GetMoved(order) is var moved && moved.Currency == Total.Currency ? Total - moved : Total;

    private Money GetMoved(OrderSummary order) => GetMoved(OrderStatus.FromSummary(order)).WithCurrencyOf(Total);
}
