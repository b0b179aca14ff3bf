using System.Data;
using System.Data.Common;
using System.Globalization;
using GoogleCheckout;
using GoogleCheckout.Orders;

namespace MerchantStore.Commands;

/// <summary>
/// Every command of the shop's, written down before it is sent. Its id makes it unique: the form a person pressed, or
/// what the shop decided by itself. So none is sent twice.
/// </summary>
internal sealed class CommandLog(DbDataSource database, TimeProvider time)
{
    /// <summary>
    /// Writes a command down in a handler's transaction, to be sent once that is committed. A handler may run again and
    /// so sends nothing itself.
    /// </summary>
    public Task WriteDownAsync(DbTransaction transaction, string id, OrderCommand command, CancellationToken cancellationToken) =>
        AddAsync(transaction, New(id, command, CommandOutcome.Waiting), cancellationToken);

    /// <summary>Writes a command down that is about to be sent.</summary>
    /// <returns>The command; null where the id is known, so that it was sent before.</returns>
    public async Task<SentCommand?> BeginAsync(string id, OrderCommand command, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var begun = New(id, command, CommandOutcome.Sending);
        var isNew = await AddAsync(transaction, begun, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isNew ? begun : null;
    }

    /// <summary>The next command that waits to be sent; nobody else gets it.</summary>
    public async Task<SentCommand?> TakeWaitingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var take = connection.Statement(
            "UPDATE commands SET outcome = 'Sending' WHERE id = (SELECT id FROM commands WHERE outcome = 'Waiting' ORDER BY written_at LIMIT 1) RETURNING *");
        return (await ReadAsync(take, cancellationToken)).SingleOrDefault();
    }

    public async Task EndAsync(SentCommand ended, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var update = connection.Statement(
            "UPDATE commands SET outcome = $outcome, answer = $answer WHERE id = $id", ("$outcome", ended.Outcome.ToString()), ("$answer", ended.Answer), ("$id", ended.Id));
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Commands that were on their way when the program ended: nobody knows whether they arrived.</summary>
    public async Task GiveUpUnansweredAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var update = connection.Statement("UPDATE commands SET outcome = 'Unknown', answer = 'The shop stopped before the answer came.' WHERE outcome = 'Sending'");
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The commands of an order, newest first.</summary>
    public async Task<IReadOnlyList<SentCommand>> OfAsync(string googleOrderNumber, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var select = connection.Statement(
            "SELECT * FROM commands WHERE google_order_number = $order ORDER BY written_at DESC", ("$order", googleOrderNumber));
        return await ReadAsync(select, cancellationToken);
    }

    private SentCommand New(string id, OrderCommand command, CommandOutcome outcome) => new(id, time.GetUtcNow(), command, outcome, Answer: null);

    private static async Task<bool> AddAsync(DbTransaction transaction, SentCommand command, CancellationToken cancellationToken)
    {
        await using var insert = transaction.Statement(
            """
            INSERT INTO commands (id, google_order_number, written_at, xml, outcome) VALUES ($id, $order, $now, $xml, $outcome)
            ON CONFLICT (id) DO NOTHING
            """,
            ("$id", command.Id),
            ("$order", command.Command.GoogleOrderNumber),
            ("$now", command.WrittenAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
            ("$xml", command.Command.ToXmlString()),
            ("$outcome", command.Outcome.ToString()));
        return await insert.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private static async Task<IReadOnlyList<SentCommand>> ReadAsync(DbCommand select, CancellationToken cancellationToken)
    {
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        var commands = new List<SentCommand>();
        while (await row.ReadAsync(cancellationToken))
        {
            commands.Add(new SentCommand(
                row.GetString("id"),
                DateTimeOffset.Parse(row.GetString("written_at"), CultureInfo.InvariantCulture),
                CheckoutXml.Parse<OrderCommand>(row.GetString("xml")),
                Enum.Parse<CommandOutcome>(row.GetString("outcome")),
                row.GetOrNull<string>("answer")));
        }

        return commands;
    }
}
