using GoogleCheckout.Callbacks;
using GoogleCheckout.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoogleCheckout.Notifications;

/// <summary>Passes a notification to the handler of its kind. Instances are thread-safe.</summary>
/// <remarks>
/// Argument exceptions are thrown at the call, all other exceptions by the returned task. The methods are virtual, so that a test can
/// derive from the class and register the derived class.
/// </remarks>
public class NotificationDispatcher
{
    // More names are not remembered: they are chosen by the sender.
    private const int MaxUnhandledKinds = 100;

    private readonly Dictionary<Type, NotificationRoute> _routes = [];
    private readonly HashSet<string> _unhandledKinds = [];
    private readonly IServiceScopeFactory? _scopes;
    private readonly ILogger _logger = NullLogger.Instance;

    /// <summary>Creates a dispatcher for the handlers registered with <c>AddNotificationHandler</c>.</summary>
    /// <param name="services">The root service provider.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public NotificationDispatcher(IServiceProvider services)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        _routes = services.GetServices<NotificationRoute>().ToDictionary(route => route.Kind.Notification);
        _scopes = services.GetRequiredService<IServiceScopeFactory>();
        _logger = services.GetService<ILoggerFactory>()?.CreateLogger(NotificationLog.Category) ?? NullLogger.Instance;
    }

    /// <summary>Creates a dispatcher for tests: derive from the class and override <see cref="DispatchAsync"/>.</summary>
    protected NotificationDispatcher()
    {
    }

    private IServiceScopeFactory Scopes => _scopes ?? throw new InvalidOperationException(
        $"This {nameof(NotificationDispatcher)} was created by its constructor for tests and has no handlers: override {nameof(DispatchAsync)} in the test.");

    /// <summary>
    /// Runs the handler of the notification's kind, or else the handler of <see cref="Notification"/>, in a new scope. If neither is
    /// registered, the notification is logged and considered handled.
    /// </summary>
    /// <param name="notification">The notification.</param>
    /// <param name="context">The merchant, the delivery attempt and the transaction.</param>
    /// <param name="cancellationToken">The token for the handler.</param>
    /// <returns>The acknowledgment to send to the service. Exceptions of the handler are not caught.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="notification"/> or <paramref name="context"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The handler may have been executed in part.</exception>
    public virtual Task<NotificationAcknowledgment> DispatchAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken = default)
    {
        _ = notification ?? throw new ArgumentNullException(nameof(notification));
        _ = context ?? throw new ArgumentNullException(nameof(context));
        return HandleAsync(notification, context, Scopes, cancellationToken);
    }

    /// <summary>False if every notification would be acknowledged without being handled. A derived class is assumed to handle all kinds.</summary>
    internal bool HasHandlers => _scopes is null || _routes.Count > 0;

    private async Task<NotificationAcknowledgment> HandleAsync(Notification notification, NotificationContext context, IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        using var trace = new DispatchTrace(notification, context, _logger);
        try
        {
            await RunHandlerAsync(notification, context, scopes, cancellationToken).ConfigureAwait(false);
            trace.SetHandled();
        }
        catch (Exception e)
        {
            trace.SetFailed(e);
            throw;
        }

        return new NotificationAcknowledgment { SerialNumber = notification.SerialNumber };
    }

    private NotificationRoute? FindRoute(Notification notification) =>
        _routes.TryGetValue(notification.GetType(), out var route) || _routes.TryGetValue(typeof(Notification), out route) ? route : null;

    private async Task RunHandlerAsync(Notification notification, NotificationContext context, IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        if (FindRoute(notification) is not { } route)
        {
            var kind = GetName(notification);
            NotificationLog.NoHandler(_logger, IsFirstUnhandled(kind) ? LogLevel.Information : LogLevel.Debug, kind);
            return;
        }

        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var handler = scope.ServiceProvider.GetRequiredService(route.HandlerType);
            await route.Kind.HandleAsync(handler, notification, context, cancellationToken).ConfigureAwait(false);
        }
    }

    // Once is enough for the operator: a shop may ignore some kinds on purpose.
    private bool IsFirstUnhandled(string kind)
    {
        lock (_unhandledKinds)
        {
            return _unhandledKinds.Count < MaxUnhandledKinds && _unhandledKinds.Add(kind);
        }
    }

    private static string GetName(Notification notification) =>
        notification is UnknownNotification unknown ? QuotedText.Of(unknown.RootName) : notification.GetType().Name;
}
