namespace GoogleCheckout.Notifications;

/// <summary>
/// Records which notifications were handled, so that a notification that arrives again is not handled again. The package
/// <c>GoogleCheckout.Sdk.Inbox</c> contains an inbox for PostgreSQL, MariaDB, MySQL and SQLite.
/// </summary>
public interface INotificationInbox
{
    /// <summary>Handles a notification unless it was handled before. When the returned task completes, the notification may be acknowledged.</summary>
    /// <param name="notification">The notification. Its key is the merchant and the serial number.</param>
    /// <param name="merchant">The name under which the merchant is registered; empty for a merchant registered without a name.</param>
    /// <param name="handle">
    /// The delegate that handles the notification, in the transaction of the context passed to it. An inbox that stores notifications
    /// and handles them later does not call it.
    /// </param>
    /// <param name="cancellationToken">Cancels the operation; the notification is then not recorded.</param>
    /// <returns>True if the notification was handled or stored; false if it was recorded before, in which case nothing was done.</returns>
    /// <exception cref="ArgumentException">The inbox cannot store the serial number or the order number, for example because it is too long. The notification is not recorded.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The notification is not recorded.</exception>
    Task<bool> HandleOnceAsync(
        Notification notification, string merchant, Func<NotificationContext, CancellationToken, Task> handle, CancellationToken cancellationToken);
}
