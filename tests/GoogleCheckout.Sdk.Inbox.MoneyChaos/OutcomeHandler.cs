using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>The shop's handler: leaves a row for each outcome, and sometimes fails before or after that, or ends the process.</summary>
internal sealed class OutcomeHandler : ICommandOutcomeHandler<ChargeOrderRequest>, ICommandOutcomeHandler<RefundOrderRequest>, ICommandOutcomeHandler<CancelOrderRequest>
{
    public Task HandleAsync(CommandOutcome<ChargeOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => AddAsync(outcome, context, cancellationToken);

    public Task HandleAsync(CommandOutcome<RefundOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => AddAsync(outcome, context, cancellationToken);

    public Task HandleAsync(CommandOutcome<CancelOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => AddAsync(outcome, context, cancellationToken);

    private static async Task AddAsync<T>(CommandOutcome<T> outcome, CommandOutcomeContext context, CancellationToken cancellationToken)
        where T : OrderCommand
    {
        await FailurePlan.BeforeAsync(cancellationToken);
        await ShopDatabase.AddAsync(context, new HandledOutcome(outcome.Key!, outcome.Failure.ToString(), outcome.AmountMoved?.ToString(), outcome.Reason), cancellationToken);
        FailurePlan.After();
    }
}
