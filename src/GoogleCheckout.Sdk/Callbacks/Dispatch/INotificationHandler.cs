namespace GoogleCheckout.Notifications;

/// <summary>
/// Handles one kind of notification. Register it with <c>AddNotificationHandler</c>. A handler of <see cref="Notification"/>
/// receives all kinds without a handler, including unknown kinds.
/// </summary>
/// <typeparam name="TNotification">The kind of notification.</typeparam>
public interface INotificationHandler<in TNotification>
    where TNotification : Notification
{
    /// <summary>
    /// Handles a notification. When the returned task completes, the notification is acknowledged. If the handler throws, it is not
    /// acknowledged, and the service sends it again.
    /// </summary>
    /// <param name="notification">The notification.</param>
    /// <param name="context">The merchant and, if an inbox is registered, its transaction.</param>
    /// <param name="cancellationToken">Canceled when the program stops or the service closes the connection.</param>
    /// <returns>A task that completes when the notification is handled.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled. The notification is not acknowledged.</exception>
    Task HandleAsync(TNotification notification, NotificationContext context, CancellationToken cancellationToken);
}
