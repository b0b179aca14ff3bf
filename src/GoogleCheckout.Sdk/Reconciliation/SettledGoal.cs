namespace GoogleCheckout.Orders;

/// <summary>The goal of a call that sends nothing: an order that no command with an unknown outcome can change any more. The look-ups decide when it is reached.</summary>
internal sealed class SettledGoal(string googleOrderNumber) : OrderGoal(googleOrderNumber)
{
    public override bool IsReached(OrderSummary order) => false;

    public override OrderCommand CreateCommand(OrderSummary order) => throw new NotSupportedException("Nothing is sent to settle an order.");

    public override Obstacle? FindObstacle(OrderSummary order) => null;

    public override string ToString() => "settled";
}
