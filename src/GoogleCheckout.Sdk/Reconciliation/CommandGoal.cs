namespace GoogleCheckout.Orders;

/// <summary>A state that one command sets, and that the same command sets again without a further effect on the order.</summary>
internal sealed class CommandGoal(OrderCommand command) : OrderGoal(command.GoogleOrderNumber)
{
    public override bool IsReached(OrderSummary order) => command switch
    {
        CancelOrderRequest => order.FinancialOrderState is FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle,
        ArchiveOrderRequest => order.Archived == true,
        _ => order.FulfillmentOrderState == FulfillmentOrderState.Delivered,
    };

    public override OrderCommand CreateCommand(OrderSummary order) => command;

    // No message reports the state of an item.
    public override bool IsVisible(OrderSummary order) => command switch
    {
        ShipItemsRequest => false,
        ArchiveOrderRequest => order.Archived is not null,
        _ => true,
    };

    public override string ToString() => command switch
    {
        CancelOrderRequest => "canceled",
        ArchiveOrderRequest => "archived",
        _ => "shipped",
    };
}
