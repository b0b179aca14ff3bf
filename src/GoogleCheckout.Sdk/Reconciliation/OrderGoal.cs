namespace GoogleCheckout.Orders;

/// <summary>A condition that should be true of an order in the end.</summary>
internal abstract class OrderGoal(string googleOrderNumber)
{
    public string GoogleOrderNumber { get; } = googleOrderNumber;

    /// <summary>Returns whether the goal is reached, as far as the summary shows it.</summary>
    public abstract bool IsReached(OrderSummary order);

    /// <summary>Creates the command for what is missing.</summary>
    public abstract OrderCommand CreateCommand(OrderSummary order);

    /// <summary>Returns whether the summary would show the effect of the command.</summary>
    public virtual bool IsVisible(OrderSummary order) => true;

    /// <summary>Returns the total that the goal is about; null if it moves no money.</summary>
    public virtual Money? GetTotal(OrderSummary order) => null;

    /// <summary>Returns why the command for what is missing cannot be sent now; null if it can.</summary>
    public virtual Obstacle? FindObstacle(OrderSummary order) =>
        OrderRules.GetRejectionReason(CreateCommand(order), OrderStatus.FromSummary(order)) is { } reason
            ? new(reason, IsTransient: order.FinancialOrderState == FinancialOrderState.Charging)
            : null;

    /// <summary>Returns the goal as the end of a sentence that begins with the order and "cannot be".</summary>
    public abstract override string ToString();

    /// <summary>A reason why the command cannot be sent.</summary>
    /// <param name="Reason">A short sentence without a period.</param>
    /// <param name="IsTransient">Whether the order waits for something, so that the command may be possible later.</param>
    internal sealed record Obstacle(string Reason, bool IsTransient);
}
