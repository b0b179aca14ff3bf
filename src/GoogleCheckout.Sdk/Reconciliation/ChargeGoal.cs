namespace GoogleCheckout.Orders;

/// <summary>A total amount that should be charged.</summary>
internal sealed class ChargeGoal(string googleOrderNumber, Money total) : MoneyGoal(googleOrderNumber, total)
{
    // The service would execute the charge after the review. Until then, no amount of the order shows it, so it could be sent twice.
    private static readonly Obstacle Review = new("The order is under review, and its amounts do not show a charge before the review ends; charge it when it is chargeable", IsTransient: true);

    protected override string Verb => "charged";

    // A charge in progress could exceed the total.
    public override bool IsReached(OrderSummary order) => order.FinancialOrderState != FinancialOrderState.Charging && base.IsReached(order);

    public override Obstacle? FindObstacle(OrderSummary order) => base.FindObstacle(order) switch
    {
        { } obstacle when order.FinancialOrderState == FinancialOrderState.PaymentDeclined => obstacle with { IsTransient = true },
        { } obstacle => obstacle,
        null => order.FinancialOrderState == FinancialOrderState.Reviewing ? Review : null,
    };

    protected override OrderCommand CreateCommand(Money amount) => new ChargeOrderRequest { GoogleOrderNumber = GoogleOrderNumber, Amount = amount };

    protected override Money GetMoved(OrderStatus order) => order.TotalChargeAmount;
}
