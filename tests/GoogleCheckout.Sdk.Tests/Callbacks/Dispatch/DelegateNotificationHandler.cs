namespace GoogleCheckout.Notifications;

/// <summary>Does about every notification what the test says.</summary>
internal sealed class DelegateNotificationHandler(Func<Notification, NotificationContext, CancellationToken, Task> handle) : INotificationHandler<Notification>
{
    public Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken) =>
        handle(notification, context, cancellationToken);
}
