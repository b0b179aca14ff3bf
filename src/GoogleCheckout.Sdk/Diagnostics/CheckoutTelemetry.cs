namespace GoogleCheckout;

/// <summary>The names of activities, metrics, tags and log categories, for the configuration of a program's telemetry.</summary>
/// <remarks>The event ids of the log are in <see cref="CheckoutEventIds"/>.</remarks>
public static class CheckoutTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>, for <c>AddSource</c> of OpenTelemetry.</summary>
    public const string ActivitySourceName = "GoogleCheckout.Sdk";

    /// <summary>The name of the <c>Meter</c>, for <c>AddMeter</c> of OpenTelemetry.</summary>
    public const string MeterName = "GoogleCheckout.Sdk";

    /// <summary>The histogram of the duration of calls of <c>CheckoutClient</c>, in seconds, retries included.</summary>
    public const string OperationDuration = "googlecheckout.client.operation.duration";

    /// <summary>The name of the activity of a notification that is dispatched to its handler.</summary>
    public const string NotificationActivity = "notification";

    /// <summary>The tag with the root element of the request, for example <c>charge-order</c>.</summary>
    public const string OperationTag = "googlecheckout.operation";

    /// <summary>The tag with the outcome of a call: <c>answered</c>, <c>refused</c>, <c>unreadable</c>, <c>unknown</c>, <c>failed</c> or <c>cancelled</c>.</summary>
    public const string OutcomeTag = "googlecheckout.outcome";

    /// <summary>The tag with the Google order number.</summary>
    public const string OrderNumberTag = "googlecheckout.order_number";

    /// <summary>The tag with the type of a notification.</summary>
    public const string NotificationTag = "googlecheckout.notification";

    /// <summary>The tag with the serial number of a notification.</summary>
    public const string SerialNumberTag = "googlecheckout.serial_number";

    /// <summary>The tag with the name of the merchant that received a notification, if it has one.</summary>
    public const string MerchantTag = "googlecheckout.merchant";

    /// <summary>The log category of <c>CheckoutClient</c>.</summary>
    public const string ClientCategory = "GoogleCheckout.CheckoutClient";

    /// <summary>The log category of the callback endpoint.</summary>
    public const string CallbacksCategory = "GoogleCheckout.Callbacks";

    /// <summary>The log category of the dispatch of notifications.</summary>
    public const string NotificationsCategory = "GoogleCheckout.Notifications";
}
