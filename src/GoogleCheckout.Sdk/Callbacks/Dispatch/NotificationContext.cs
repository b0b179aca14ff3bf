using System.Data.Common;

namespace GoogleCheckout.Notifications;

/// <summary>The merchant, the delivery attempt and the transaction of a notification that is being handled.</summary>
public sealed class NotificationContext
{
    private readonly Notification _notification;

    /// <summary>Creates the context of one delivery. For inboxes and tests.</summary>
    /// <param name="notification">The notification.</param>
    /// <param name="merchant">The name under which the merchant is registered; empty for a merchant registered without a name.</param>
    /// <param name="transaction">The transaction of the inbox; null if there is no inbox, or the inbox has no database.</param>
    /// <param name="deliveryAttempt">The delivery attempt, from 1; null if unknown.</param>
    /// <exception cref="ArgumentNullException"><paramref name="notification"/> or <paramref name="merchant"/> is null.</exception>
    public NotificationContext(Notification notification, string merchant = "", DbTransaction? transaction = null, int? deliveryAttempt = null)
    {
        _notification = notification ?? throw new ArgumentNullException(nameof(notification));
        Merchant = merchant ?? throw new ArgumentNullException(nameof(merchant));
        Transaction = transaction;
        DeliveryAttempt = deliveryAttempt;
    }

    /// <summary>
    /// The name under which the merchant is registered with <c>AddGoogleCheckout</c>. It is the service key of the merchant's
    /// <see cref="CheckoutClient"/>. Empty for a merchant registered without a name.
    /// </summary>
    public string Merchant { get; }

    /// <summary>The serial number of the notification. It is the same for each delivery.</summary>
    public string SerialNumber => _notification.SerialNumber;

    /// <summary>The original XML of the notification. It may contain the buyer's data; do not log it.</summary>
    public ReadOnlyMemory<byte> OriginalXml => _notification.OriginalXml;

    /// <summary>The delivery attempt, from 1; null if unknown: without an inbox, or with an inbox in inline mode.</summary>
    public int? DeliveryAttempt { get; }

    /// <summary>
    /// The transaction of the inbox. The changes that you make in it are committed together with the inbox's record of the
    /// notification, or not at all. Do not commit it. Null if there is no inbox, or the inbox has no database.
    /// </summary>
    public DbTransaction? Transaction { get; }

    /// <summary>Returns <see cref="Transaction"/>, for handlers that need it.</summary>
    /// <returns>The transaction of the inbox.</returns>
    /// <exception cref="InvalidOperationException">There is no inbox, or the inbox has no database.</exception>
    public DbTransaction RequireTransaction() => Transaction ?? throw new InvalidOperationException(
        $"The handler of {_notification} needs a transaction, but no inbox with a database is registered: call services.AddNotificationInbox(dataSource) of the package GoogleCheckout.Sdk.Inbox. In a unit test of the handler, pass a transaction to the constructor of {nameof(NotificationContext)}.");

    /// <summary>Creates a command on the inbox's connection, in its transaction. Set its text and parameters, execute it, and dispose it.</summary>
    /// <returns>An empty command.</returns>
    /// <exception cref="InvalidOperationException">There is no inbox, the inbox has no database, or the transaction has ended.</exception>
    public DbCommand CreateCommand()
    {
        var transaction = RequireTransaction();
        var connection = transaction.Connection ?? throw new InvalidOperationException(
            $"The inbox's transaction for {_notification} has ended, so no command can be created in it: the handler committed it or rolled it back, or ran longer than it may.");
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        return command;
    }
}
