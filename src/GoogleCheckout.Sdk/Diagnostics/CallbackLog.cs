using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Diagnostics;

/// <summary>The log messages about callbacks. Each category has its own hundred event ids; a new message needs a new id.</summary>
internal static partial class CallbackLog
{
    public const string Category = "GoogleCheckout.Callbacks";

    [LoggerMessage(201, LogLevel.Warning, "A callback was rejected with status {Status}: {Reason}")]
    public static partial void Refused(ILogger logger, int status, string reason);

    [LoggerMessage(202, LogLevel.Debug, "{Notification} was acknowledged; handled now: {Handled}")]
    public static partial void Acknowledged(ILogger logger, Notifications.Notification notification, bool handled);

    [LoggerMessage(203, LogLevel.Error, "The handler of {Notification} failed; the notification is not acknowledged, and the service will send it again")]
    public static partial void HandlerFailed(ILogger logger, Notifications.Notification notification, Exception exception);

    [LoggerMessage(204, LogLevel.Warning, "The service disconnected, or the program is stopping, before {Notification} was handled; the notification is not acknowledged, and the service will send it again")]
    public static partial void HungUp(ILogger logger, Notifications.Notification notification);

    [LoggerMessage(205, LogLevel.Warning, "{Notification} is inconsistent: {Path} {Reason}")]
    public static partial void Contradiction(ILogger logger, Notifications.Notification notification, string path, string reason);

    [LoggerMessage(206, LogLevel.Information, "A {Message} arrived, which is not a notification; it is acknowledged")]
    public static partial void NoNotification(ILogger logger, string message);

    [LoggerMessage(207, LogLevel.Warning, "The service does not return the notification {SerialNumber} that a callback names ({Error}); it is not acknowledged")]
    public static partial void NoSuchNotification(ILogger logger, string serialNumber, string error);

    [LoggerMessage(208, LogLevel.Error, "The notification {SerialNumber} could not be fetched ({Error}); it is not acknowledged, and the service will send it again")]
    public static partial void NotFetched(ILogger logger, string serialNumber, string error);

    [LoggerMessage(209, LogLevel.Error, "A calculation callback arrived, but no IMerchantCalculationHandler is registered; the service uses the values in the cart")]
    public static partial void NoCalculationHandler(ILogger logger);

    [LoggerMessage(210, LogLevel.Error, "A calculation was not done after {Milliseconds:0} ms; the response is sent without it")]
    public static partial void CalculationLate(ILogger logger, double milliseconds);

    [LoggerMessage(211, LogLevel.Error, "A calculation failed; the service uses the values in the cart")]
    public static partial void CalculationFailed(ILogger logger, Exception exception);

    [LoggerMessage(212, LogLevel.Warning, "The results of a calculation callback have {Count} issues; the service may use the values in the cart instead: {Issues}")]
    public static partial void FaultyCalculation(ILogger logger, int count, string issues);

    [LoggerMessage(213, LogLevel.Error, "CallbackOptions.CalculationTimeoutFallback failed; the service uses the values in the cart")]
    public static partial void LateCalculationFailed(ILogger logger, Exception exception);

    [LoggerMessage(214, LogLevel.Debug, "A calculation callback with {Addresses} addresses and {Methods} shipping methods was handled")]
    public static partial void Calculated(ILogger logger, int addresses, int methods);

    [LoggerMessage(215, LogLevel.Warning, "Only a calculation handler is registered: notifications that arrive here are acknowledged and lost. Call services.AddNotificationHandler<...>(), or let the account post its notifications to another address")]
    public static partial void OnlyCalculations(ILogger logger);

    [LoggerMessage(216, LogLevel.Warning, "The body of a callback cannot be read: {Error}")]
    public static partial void BodyNotRead(ILogger logger, string error);

    [LoggerMessage(217, LogLevel.Error, "The changed CallbackOptions are invalid; the previous options stay in use: {Errors}")]
    public static partial void OptionsRejected(ILogger logger, string errors);
}
