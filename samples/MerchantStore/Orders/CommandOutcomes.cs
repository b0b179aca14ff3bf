using GoogleCheckout.Orders;
using GoogleCheckout.Outbox;
using MerchantStore.Data;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Orders;

/// <summary>Records the outcomes of the outbox's commands, in the transaction in which the outbox marks them as done.</summary>
internal sealed class CommandOutcomes(StoreContext store)
    : ICommandOutcomeHandler<ChargeOrderRequest>, ICommandOutcomeHandler<RefundOrderRequest>, ICommandOutcomeHandler<CancelOrderRequest>,
        ICommandOutcomeHandler<ShipItemsRequest>, ICommandOutcomeHandler<DeliverOrderRequest>, ICommandOutcomeHandler<ArchiveOrderRequest>
{
    public Task HandleAsync(CommandOutcome<ChargeOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => RecordAsync(outcome, context, cancellationToken);

    public Task HandleAsync(CommandOutcome<RefundOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => RecordAsync(outcome, context, cancellationToken);

    public Task HandleAsync(CommandOutcome<CancelOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => RecordAsync(outcome, context, cancellationToken);

    public Task HandleAsync(CommandOutcome<ShipItemsRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => RecordAsync(outcome, context, cancellationToken);

    public Task HandleAsync(CommandOutcome<DeliverOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => RecordAsync(outcome, context, cancellationToken);

    public Task HandleAsync(CommandOutcome<ArchiveOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => RecordAsync(outcome, context, cancellationToken);

    private async Task RecordAsync<TCommand>(CommandOutcome<TCommand> outcome, CommandOutcomeContext context, CancellationToken cancellationToken)
        where TCommand : OrderCommand
    {
        await store.UseTransactionAsync(context.Transaction, cancellationToken);
        if (outcome.Succeeded)
        {
            await OrderEffects.ApplyAsync(store, outcome.Command, cancellationToken);
        }

        if (await store.SentCommands.SingleOrDefaultAsync(command => command.Id == outcome.Key, cancellationToken) is { } sent)
        {
            sent.State = outcome.Failure switch
            {
                CommandFailure.None => SentCommandState.Accepted,
                CommandFailure.DeadlinePassed => SentCommandState.NotSent,
                _ => SentCommandState.Refused,
            };
            sent.Answer = SentCommand.Cut(outcome.Reason);
            await store.SaveChangesAsync(cancellationToken);
        }
    }
}
