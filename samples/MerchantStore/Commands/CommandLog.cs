using System.Data;
using System.Data.Common;
using System.Globalization;
using GoogleCheckout;
using GoogleCheckout.Orders;

namespace MerchantStore.Commands;

/// <summary>
/// Records each command of the store before it is sent. Its unique id, of a form or of an automatic decision, prevents a
/// second send.
/// </summary>
internal sealed class CommandLog(DbDataSource database, TimeProvider time)
{
    /// <summary>
    /// Records a command in a handler's transaction, to be sent after the commit. A handler sends no command itself, because it
    /// may run again.
    /// </summary>
    public Task WriteDownAsync(DbTransaction transaction, string id, OrderCommand command, CancellationToken cancellationToken) =>
        AddAsync(transaction, New(id, command, CommandOutcome.Waiting), cancellationToken);

    /// <summary>Records a command that is about to be sent.</summary>
    /// <returns>The command; null if the id is known, so that it was already sent.</returns>
    public async Task<SentCommand?> BeginAsync(string id, OrderCommand command, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var begun = New(id, command, CommandOutcome.Sending);
        var isNew = await AddAsync(transaction, begun, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isNew ? begun : null;
    }

    /// <summary>Takes the next waiting command; no other caller gets it. Null if there is none.</summary>
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

    /// <summary>Marks commands that were being sent when the program ended: their result is unknown.</summary>
    public async Task GiveUpUnansweredAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var update = connection.Statement("UPDATE commands SET outcome = 'Unknown', answer = 'The store stopped before the response arrived.' WHERE outcome = 'Sending'");
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Returns the commands of an order, newest first.</summary>
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
