namespace GoogleCheckout.Notifications;

/// <summary>
/// Processes a notification from any source: the callback endpoint, polling, or the replay of an archive. Passes it through the
/// inbox, if one is registered, to its handler.
/// </summary>
/// <remarks>
/// Argument exceptions are thrown at the call, all other exceptions by the returned task. The methods are virtual, so that a test can
/// derive from the class and register the derived class.
/// </remarks>
public class NotificationReceiver
{
    private readonly NotificationDispatcher? _dispatcher;
    private readonly INotificationInbox? _inbox;

    /// <summary>Creates a receiver.</summary>
    /// <param name="dispatcher">The dispatcher, which calls the handlers.</param>
    /// <param name="inbox">The inbox, which records the handled notifications; null to handle each delivery.</param>
    /// <exception cref="ArgumentNullException"><paramref name="dispatcher"/> is null.</exception>
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

    /// <summary>Handles a notification. With an inbox in queued mode, stores it to be handled later.</summary>
    /// <param name="notification">The notification. Its sender must have been authenticated.</param>
    /// <param name="merchant">The name under which the merchant is registered; empty for a merchant registered without a name.</param>
    /// <param name="cancellationToken">Cancels the operation; the inbox then does not record the notification.</param>
    /// <returns>
    /// True if the notification was handled or stored; false if the inbox had recorded it before. In both cases it may be
    /// acknowledged. Exceptions of the handler are not caught.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="notification"/> or <paramref name="merchant"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The inbox does not record the notification.</exception>
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
            return await _inbox.HandleOnceAsync(notification, merchant, (context, token) => dispatcher.DispatchAsync(notification, context, token), cancellationToken).ConfigureAwait(false);
        }

        await dispatcher.DispatchAsync(notification, new NotificationContext(notification, merchant), cancellationToken).ConfigureAwait(false);
        return true;
    }
}
