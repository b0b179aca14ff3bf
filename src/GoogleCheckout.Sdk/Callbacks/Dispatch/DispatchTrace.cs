using System.Diagnostics;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Callbacks;

/// <summary>What handling a notification leaves in the log's scope and in the activities.</summary>
internal sealed class DispatchTrace : IDisposable
{
    private readonly Activity? _activity;
    private readonly IDisposable? _scope;

    public DispatchTrace(Notification notification, NotificationContext context, ILogger logger)
    {
        _scope = NotificationLog.Scope(logger, notification.SerialNumber, notification.GoogleOrderNumber, context.Merchant);
        _activity = Telemetry.Activities.StartActivity("notification", ActivityKind.Consumer);
        if (_activity is { IsAllDataRequested: true })
        {
            _activity.SetTag("googlecheckout.notification", notification.GetType().Name);
            _activity.SetTag("googlecheckout.serial_number", notification.SerialNumber);
            _activity.SetTag("googlecheckout.order_number", notification.GoogleOrderNumber);
            _activity.SetTag("googlecheckout.merchant", context.Merchant);
        }
    }

    public void Handled() => _activity?.SetStatus(ActivityStatusCode.Ok);

    // An exception's text may hold anything.
    public void Failed(Exception fault) => _activity?.SetStatus(ActivityStatusCode.Error, fault.GetType().Name);

    public void Dispose()
    {
        _activity?.Dispose();
        _scope?.Dispose();
    }
}
