namespace GoogleCheckout.Notifications;

/// <summary>
/// The way of every notification, however it came: through the inbox, if there is one, to its handler. The callback
/// endpoint, the poller and the replay of an archive all end here.
/// </summary>
public sealed class NotificationReceiver
{
    private readonly NotificationDispatcher _dispatcher;
    private readonly INotificationInbox? _inbox;

    /// <summary>Makes a receiver.</summary>
    /// <param name="dispatcher">Knows the handlers.</param>
    /// <param name="inbox">Remembers what was handled; null to handle whatever comes, however often.</param>
    public NotificationReceiver(NotificationDispatcher dispatcher, INotificationInbox? inbox = null)
    {
        _dispatcher = dispatcher ?? throw new ArgumentNullException(nameof(dispatcher));
        _inbox = inbox;
    }

    /// <summary>Has a notification handled, or with an inbox in queued mode stored to be handled.</summary>
    /// <param name="notification">The notification, known to be genuine.</param>
    /// <param name="merchant">The name the merchant is registered under; empty for the only one of a program.</param>
    /// <param name="cancellationToken">Stops it; nothing is remembered then.</param>
    /// <returns>True where it was handled or stored, false where the inbox had seen it before: either way it may be acknowledged. What the handler throws is not caught.</returns>
    public async Task<bool> ReceiveAsync(Notification notification, string merchant = "", CancellationToken cancellationToken = default)
    {
        _ = notification ?? throw new ArgumentNullException(nameof(notification));
        _ = merchant ?? throw new ArgumentNullException(nameof(merchant));
        if (_inbox is not null)
        {
            return await _inbox.HandleOnceAsync(notification, merchant, (context, stop) => _dispatcher.DispatchAsync(notification, context, stop), cancellationToken).ConfigureAwait(false);
        }

        await _dispatcher.DispatchAsync(notification, new NotificationContext(notification, merchant), cancellationToken).ConfigureAwait(false);
        return true;
    }
}
