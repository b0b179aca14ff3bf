namespace GoogleCheckout.Orders;

/// <summary>A total amount that should be refunded.</summary>
internal sealed class RefundGoal(string googleOrderNumber, Money total, string reason, string? comment) : MoneyGoal(googleOrderNumber, total)
{
    protected override string Verb => "refunded";

    protected override OrderCommand CreateCommand(Money amount) =>
        new RefundOrderRequest { GoogleOrderNumber = GoogleOrderNumber, Amount = amount, Reason = reason, Comment = comment };

    protected override Money GetMoved(OrderStatus order) => order.TotalRefundAmount;
}
