using System.Data.Common;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>The outbox in a database.</summary>
internal sealed class CheckoutOutbox(InboxDatabase database, TimeProvider time) : ICheckoutOutbox
{
    private const int MaxIdentifierLength = 128;

    private readonly OutboxSql _sql = OutboxSql.For(database);

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

        if (merchant.Length > MaxIdentifierLength)
        {
            throw new ArgumentException($"The name of the merchant must have at most {MaxIdentifierLength} characters.", nameof(merchant));
        }

        var connection = transaction.Connection ?? throw new ArgumentException("The transaction has ended.", nameof(transaction));
        var add = _sql.Add(command, merchant, key, deadline?.UtcDateTime, time.GetUtcNow().UtcDateTime);
        return AddAsync(database.Within(transaction, connection), merchant, command.GoogleOrderNumber.Trim(), add, cancellationToken);
    }

    private async Task<bool> AddAsync(InboxConnection connection, string merchant, string orderNumber, Statement add, CancellationToken cancellationToken)
    {
        var isKnown = _sql.FindOrder(merchant, orderNumber) is { } find && (await connection.ReadAsync([find], cancellationToken).ConfigureAwait(false))[0] is not null;
        var rows = await connection.ReadAsync(isKnown ? [add] : [_sql.AddOrder(merchant, orderNumber), add], cancellationToken).ConfigureAwait(false);
        return rows[0] is not null;
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
