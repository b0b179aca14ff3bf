namespace GoogleCheckout.Notifications;

/// <summary>
/// What a shop does about one kind of notification. Register it with <c>AddNotificationHandler</c>; a handler of
/// <see cref="Notification"/> gets every kind that has no handler of its own, unknown kinds included.
/// </summary>
/// <typeparam name="TNotification">The kind.</typeparam>
public interface INotificationHandler<in TNotification>
    where TNotification : Notification
{
    /// <summary>
    /// Does what is to be done. The notification is acknowledged after that; where this throws it is not, and the service
    /// sends it again.
    /// </summary>
    /// <param name="notification">What the service tells.</param>
    /// <param name="context">How it came, and the transaction to work in where there is an inbox.</param>
    /// <param name="cancellationToken">Stops the work: the program ends, or the service has hung up.</param>
    Task HandleAsync(TNotification notification, NotificationContext context, CancellationToken cancellationToken);
}
