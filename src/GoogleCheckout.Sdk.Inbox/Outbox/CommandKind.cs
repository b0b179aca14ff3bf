using System.Data.Common;
using GoogleCheckout.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout.Outbox;

/// <summary>A kind of command that the outbox executes.</summary>
internal abstract class CommandKind
{
    public abstract Type Command { get; }

    /// <summary>Gets the interface of the handlers of its outcomes.</summary>
    public abstract Type Handler { get; }

    /// <summary>Calls the registered handler; does nothing if there is none.</summary>
    public abstract Task HandleAsync(IServiceProvider scope, StoredCommand stored, OrderCommand command, AttemptResult result, DbTransaction transaction, CancellationToken cancellationToken);

    /// <summary>A kind of command.</summary>
    internal sealed class Of<TCommand> : CommandKind
        where TCommand : OrderCommand
    {
        public override Type Command => typeof(TCommand);

        public override Type Handler => typeof(ICommandOutcomeHandler<TCommand>);

        public override Task HandleAsync(IServiceProvider scope, StoredCommand stored, OrderCommand command, AttemptResult result, DbTransaction transaction, CancellationToken cancellationToken)
        {
            var outcome = new CommandOutcome<TCommand>
            {
                Command = (TCommand)command,
                Key = stored.Key,
                Merchant = stored.Merchant,
                Failure = result.Failure,
                Reason = result.Reason,
                AmountMoved = result.AmountMoved,
            };
            return scope.GetService<ICommandOutcomeHandler<TCommand>>()?.HandleAsync(outcome, new CommandOutcomeContext(transaction), cancellationToken) ?? Task.CompletedTask;
        }
    }
}
