namespace GoogleCheckout.Notifications;

/// <summary>
/// The way of every notification, however it came: through the inbox, if there is one, to its handler. The callback
/// endpoint, the poller and the replay of an archive all end here.
/// </summary>
/// <remarks>
/// Argument exceptions are thrown at the call, all other exceptions by the returned task. The methods are virtual: a test can
/// derive from the class and register the derived class instead.
/// </remarks>
public class NotificationReceiver
{
    private readonly NotificationDispatcher? _dispatcher;
    private readonly INotificationInbox? _inbox;

    /// <summary>Makes a receiver.</summary>
    /// <param name="dispatcher">Knows the handlers.</param>
    /// <param name="inbox">Remembers what was handled; null to handle whatever comes, however often.</param>
    public NotificationReceiver(NotificationDispatcher dispatcher, INotificationInbox? inbox = null)
    {
        _dispatcher = dispatcher ?? throw new ArgumentNullException(nameof(dispatcher));
        _inbox = inbox;
    }

    /// <summary>Creates a receiver for tests: derive from the class and override <see cref="ReceiveAsync"/>.</summary>
    protected NotificationReceiver()
    {
    }

    private NotificationDispatcher Dispatcher => _dispatcher ?? throw new InvalidOperationException(
        $"This {nameof(NotificationReceiver)} was created by its constructor for tests and has no handlers: override {nameof(ReceiveAsync)} in the test.");

    /// <summary>Has a notification handled, or with an inbox in queued mode stored to be handled.</summary>
    /// <param name="notification">The notification, known to be genuine.</param>
    /// <param name="merchant">The name the merchant is registered under; empty for the only one of a program.</param>
    /// <param name="cancellationToken">Stops it; nothing is remembered then.</param>
    /// <returns>True where it was handled or stored, false where the inbox had seen it before: either way it may be acknowledged. What the handler throws is not caught.</returns>
    public virtual Task<bool> ReceiveAsync(Notification notification, string merchant = "", CancellationToken cancellationToken = default)
    {
        _ = notification ?? throw new ArgumentNullException(nameof(notification));
        _ = merchant ?? throw new ArgumentNullException(nameof(merchant));
        return HandleAsync(notification, merchant, cancellationToken);
    }

    private async Task<bool> HandleAsync(Notification notification, string merchant, CancellationToken cancellationToken)
    {
        var dispatcher = Dispatcher;
        if (_inbox is not null)
        {
            return await _inbox.HandleOnceAsync(notification, merchant, (context, stop) => dispatcher.DispatchAsync(notification, context, stop), cancellationToken).ConfigureAwait(false);
        }

        await dispatcher.DispatchAsync(notification, new NotificationContext(notification, merchant), cancellationToken).ConfigureAwait(false);
        return true;
    }
}
