using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Outbox;

namespace GoogleCheckout.Endurance;

/// <summary>Takes each order through its life: it is charged, delivered, refunded in part and archived, each by a command of the outbox.</summary>
internal sealed class OrderHandler(ICheckoutOutbox outbox, WorkCounter counter)
    : INotificationHandler<Notification>,
    ICommandOutcomeHandler<ChargeOrderRequest>,
    ICommandOutcomeHandler<DeliverOrderRequest>,
    ICommandOutcomeHandler<RefundOrderRequest>,
    ICommandOutcomeHandler<ArchiveOrderRequest>
{
    public async Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        if (GetNextCommand(notification) is { } command)
        {
            await outbox.EnqueueAsync(command, context.RequireTransaction(), $"{command.GetType().Name} {command.GoogleOrderNumber}", cancellationToken);
        }

        counter.CountNotification(notification is NewOrderNotification { BuyerId: RotatingSandbox.UnpushedBuyer });
    }

    public Task HandleAsync(CommandOutcome<ChargeOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => Count(outcome);

    public Task HandleAsync(CommandOutcome<DeliverOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => Count(outcome);

    public Task HandleAsync(CommandOutcome<RefundOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => Count(outcome);

    public Task HandleAsync(CommandOutcome<ArchiveOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => Count(outcome);

    private static OrderCommand? GetNextCommand(Notification notification)
    {
        var order = notification.GoogleOrderNumber;
        return notification switch
        {
            OrderStateChangeNotification { PreviousFinancialOrderState: FinancialOrderState.Reviewing, NewFinancialOrderState: FinancialOrderState.Chargeable } => new ChargeOrderRequest { GoogleOrderNumber = order },
            ChargeAmountNotification => new DeliverOrderRequest { GoogleOrderNumber = order },
            OrderStateChangeNotification { PreviousFulfillmentOrderState: not FulfillmentOrderState.Delivered, NewFulfillmentOrderState: FulfillmentOrderState.Delivered } => new RefundOrderRequest { GoogleOrderNumber = order, Amount = new Money(5m, "USD"), Reason = "Broken cup" },
            RefundAmountNotification => new ArchiveOrderRequest { GoogleOrderNumber = order },
            _ => null,
        };
    }

    private Task Count<T>(CommandOutcome<T> outcome)
        where T : OrderCommand
    {
        counter.CountCommand(outcome.Failure == CommandFailure.None);
        if (outcome.Failure != CommandFailure.None)
        {
            Console.WriteLine($"{typeof(T).Name}: {outcome.Failure}: {outcome.Reason}");
        }

        return Task.CompletedTask;
    }
}
