using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>Handles the outcomes of the outbox's commands of one kind. Register it with <c>AddCommandOutcomeHandler</c>.</summary>
/// <typeparam name="TCommand">The kind of command, for example <see cref="ChargeOrderRequest"/>.</typeparam>
public interface ICommandOutcomeHandler<TCommand>
    where TCommand : OrderCommand
{
    /// <summary>
    /// Handles the outcome of a command. The changes in the transaction of the context are committed together with the record that the command is
    /// done, or neither. If the handler throws, it runs again later; the command is not executed again.
    /// </summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="context">The transaction.</param>
    /// <param name="cancellationToken">Canceled when the program stops, or when the attempt takes too long.</param>
    /// <returns>A task that completes when the outcome is handled.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled. The handler runs again later.</exception>
    Task HandleAsync(CommandOutcome<TCommand> outcome, CommandOutcomeContext context, CancellationToken cancellationToken);
}
