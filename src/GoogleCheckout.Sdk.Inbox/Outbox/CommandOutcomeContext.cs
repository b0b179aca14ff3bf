using System.Data.Common;

namespace GoogleCheckout.Outbox;

/// <summary>The transaction in which the outcome of a command is handled.</summary>
public sealed class CommandOutcomeContext
{
    /// <summary>Creates the context of one outcome. For the outbox and tests.</summary>
    /// <param name="transaction">The open transaction.</param>
    /// <exception cref="ArgumentNullException"><paramref name="transaction"/> is null.</exception>
    public CommandOutcomeContext(DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        Transaction = transaction;
    }

    /// <summary>Gets the transaction of the outbox, in which the command is marked as done. Do not commit it.</summary>
    public DbTransaction Transaction { get; }

    /// <summary>Creates a database command in the transaction. Set its text and parameters, execute it, and dispose it.</summary>
    /// <returns>An empty command.</returns>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public DbCommand CreateCommand()
    {
        var connection = Transaction.Connection ?? throw new InvalidOperationException("The outbox's transaction has ended, so no command can be created in it: the handler committed it or rolled it back, or ran longer than it may.");
        var command = connection.CreateCommand();
        command.Transaction = Transaction;
        return command;
    }
}
