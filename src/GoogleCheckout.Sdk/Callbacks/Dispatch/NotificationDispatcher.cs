using GoogleCheckout.Callbacks;
using GoogleCheckout.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoogleCheckout.Notifications;

/// <summary>Hands a notification to the one handler of its kind. It is thread-safe.</summary>
/// <remarks>
/// Argument exceptions are thrown at the call, all other exceptions by the returned task. The methods are virtual: a test can
/// derive from the class and register the derived class instead.
/// </remarks>
public class NotificationDispatcher
{
    private readonly Dictionary<Type, NotificationRoute> _routes = [];
    private readonly IServiceScopeFactory? _scopes;
    private readonly ILogger _logger = NullLogger.Instance;

    /// <summary>Makes a dispatcher for the handlers registered with <c>AddNotificationHandler</c>.</summary>
    /// <param name="services">The container's root.</param>
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
    /// Has the notification handled, in a scope of its own: by the handler of its kind, or else by that of
    /// <see cref="Notification"/>. One without either is logged, and counts as handled.
    /// </summary>
    /// <param name="notification">The notification.</param>
    /// <param name="context">How it came.</param>
    /// <param name="cancellationToken">Handed to the handler.</param>
    /// <returns>What to answer the service, now that the handler is done. What the handler throws is not caught.</returns>
    public virtual Task<NotificationAcknowledgment> DispatchAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken = default)
    {
        _ = notification ?? throw new ArgumentNullException(nameof(notification));
        _ = context ?? throw new ArgumentNullException(nameof(context));
        return TraceAsync(notification, context, Scopes, cancellationToken);
    }

    /// <summary>False if every notification would be acknowledged without being handled. A derived class handles all of them.</summary>
    internal bool HasHandlers => _scopes is null || _routes.Count > 0;

    private async Task<NotificationAcknowledgment> TraceAsync(Notification notification, NotificationContext context, IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        using var trace = new DispatchTrace(notification, context, _logger);
        try
        {
            await HandleAsync(notification, context, scopes, cancellationToken).ConfigureAwait(false);
            trace.Handled();
        }
        catch (Exception e)
        {
            trace.Failed(e);
            throw;
        }

        return new NotificationAcknowledgment { SerialNumber = notification.SerialNumber };
    }

    private NotificationRoute? RouteOf(Notification notification) =>
        _routes.TryGetValue(notification.GetType(), out var route) || _routes.TryGetValue(typeof(Notification), out route) ? route : null;

    private async Task HandleAsync(Notification notification, NotificationContext context, IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        if (RouteOf(notification) is not { } route)
        {
            NotificationLog.NoHandler(_logger, NameOf(notification));
            return;
        }

        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var handler = scope.ServiceProvider.GetRequiredService(route.HandlerType);
            await route.Kind.HandleAsync(handler, notification, context, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string NameOf(Notification notification) =>
        notification is UnknownNotification unknown ? Xml.UnknownName.Quote(unknown.RootName) : notification.GetType().Name;
}
