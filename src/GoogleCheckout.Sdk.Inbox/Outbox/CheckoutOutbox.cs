using System.Data.Common;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>The outbox in a database.</summary>
internal sealed class CheckoutOutbox(InboxDatabase database, TimeProvider time) : ICheckoutOutbox
{
    private const int MaxIdentifierLength = 128;

    private readonly OutboxSql _sql = new(database.Dialect, database.Tables.Prefix);

    public Task<bool> EnqueueAsync(OrderCommand command, DbTransaction transaction, string? key, string merchant, DateTimeOffset? deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(merchant);
        CommandKinds.EnsureSupported(command);
        EnsureStorable(command.GoogleOrderNumber, nameof(command));
        if (key is not null)
        {
            EnsureStorable(key, nameof(key));
        }

        var connection = transaction.Connection ?? throw new ArgumentException("The transaction has ended.", nameof(transaction));
        return AddAsync(connection, transaction, [_sql.AddOrder(merchant, command.GoogleOrderNumber.Trim()), _sql.Add(command, merchant, key, deadline?.UtcDateTime, time.GetUtcNow().UtcDateTime)], cancellationToken);
    }

    private static async Task<bool> AddAsync(DbConnection connection, DbTransaction transaction, Statement[] statements, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var statement in statements)
        {
            var insert = connection.CreateCommand();
            await using (insert.ConfigureAwait(false))
            {
                insert.Transaction = transaction;
                insert.CommandText = statement.Sql;
                foreach (var (name, value) in statement.Parameters)
                {
                    var parameter = insert.CreateParameter();
                    parameter.ParameterName = "@" + name;
                    parameter.Value = value ?? DBNull.Value;
                    insert.Parameters.Add(parameter);
                }

                added = await insert.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return added > 0;
    }

    private static void EnsureStorable(string identifier, string parameter)
    {
        var error = string.IsNullOrWhiteSpace(identifier) ? "must not be empty"
            : identifier.Length > MaxIdentifierLength ? $"must have at most {MaxIdentifierLength} characters"
            : identifier.Any(char.IsControl) ? "must not contain a control character"
            : null;
        if (error is not null)
        {
            throw new ArgumentException($"{(parameter == "key" ? "The key" : nameof(OrderCommand.GoogleOrderNumber))} {error}.", parameter);
        }
    }
}
