using System.Diagnostics;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Callbacks;

/// <summary>The log scope and the activity of handling one notification.</summary>
internal sealed class DispatchTrace : IDisposable
{
    private readonly Activity? _activity;
    private readonly IDisposable? _scope;

    public DispatchTrace(Notification notification, NotificationContext context, ILogger logger)
    {
        var (serialNumber, orderNumber) = (QuotedText.OfIdentifier(notification.SerialNumber), QuotedText.OfIdentifier(notification.GoogleOrderNumber));
        _scope = NotificationLog.Scope(logger, serialNumber, orderNumber, context.Merchant);
        _activity = Telemetry.Activities.StartActivity(CheckoutTelemetry.NotificationActivity, ActivityKind.Consumer);
        if (_activity is { IsAllDataRequested: true })
        {
            _activity.SetTag(CheckoutTelemetry.NotificationTag, notification.GetType().Name);
            _activity.SetTag(CheckoutTelemetry.SerialNumberTag, serialNumber);
            _activity.SetTag(CheckoutTelemetry.OrderNumberTag, orderNumber);
            _activity.SetTag(CheckoutTelemetry.MerchantTag, context.Merchant.Length == 0 ? null : context.Merchant);
        }
    }

    public void SetHandled() => _activity?.SetStatus(ActivityStatusCode.Ok);

    // Only the type: the message of an exception may contain personal data.
    public void SetFailed(Exception exception) => _activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);

    public void Dispose()
    {
        _activity?.Dispose();
        _scope?.Dispose();
    }
}
