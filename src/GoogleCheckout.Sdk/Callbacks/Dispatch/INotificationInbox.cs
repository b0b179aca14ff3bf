namespace GoogleCheckout.Notifications;

/// <summary>
/// Remembers which notifications were handled, so that one which comes again is not handled again. Package
/// <c>GoogleCheckout.Sdk.Inbox</c> has one on PostgreSQL and SQLite.
/// </summary>
public interface INotificationInbox
{
    /// <summary>Handles a notification unless it was before. When this has returned it may be acknowledged.</summary>
    /// <param name="notification">What came; its key is the merchant and the serial number.</param>
    /// <param name="merchant">The name the merchant is registered under; empty for the only one of a program.</param>
    /// <param name="handle">
    /// Handles it, in the transaction of the context it is given. An inbox that stores first and handles later does not
    /// call it.
    /// </param>
    /// <param name="cancellationToken">Stops the operation; nothing is remembered then.</param>
    /// <returns>False where it was seen before; nothing was done then.</returns>
    Task<bool> HandleOnceAsync(
        Notification notification, string merchant, Func<NotificationContext, CancellationToken, Task> handle, CancellationToken cancellationToken);
}
