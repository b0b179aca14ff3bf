using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Diagnostics;

/// <summary>Every log message about callbacks. Each category has a hundred ids of its own; a new message gets a new one.</summary>
internal static partial class CallbackLog
{
    public const string Category = "GoogleCheckout.Callbacks";

    [LoggerMessage(201, LogLevel.Warning, "A callback was refused with status {Status}: {Reason}")]
    public static partial void Refused(ILogger logger, int status, string reason);

    [LoggerMessage(202, LogLevel.Debug, "{Notification} is acknowledged; handled now: {Handled}")]
    public static partial void Acknowledged(ILogger logger, Notifications.Notification notification, bool handled);

    [LoggerMessage(203, LogLevel.Error, "Handling {Notification} failed; it is not acknowledged, and the service will send it again")]
    public static partial void HandlerFailed(ILogger logger, Notifications.Notification notification, Exception exception);

    [LoggerMessage(204, LogLevel.Warning, "The service hung up, or the program ends, before {Notification} was handled; it is not acknowledged, and the service will send it again")]
    public static partial void HungUp(ILogger logger, Notifications.Notification notification);

    [LoggerMessage(205, LogLevel.Warning, "{Notification} does not make sense: {Path} {Reason}")]
    public static partial void Contradiction(ILogger logger, Notifications.Notification notification, string path, string reason);

    [LoggerMessage(206, LogLevel.Information, "A {Message} came, which no handler is for; it is acknowledged")]
    public static partial void NoNotification(ILogger logger, string message);

    [LoggerMessage(207, LogLevel.Warning, "The service does not give out the notification {SerialNumber} that a post named ({Fault}); it is not acknowledged")]
    public static partial void NoSuchNotification(ILogger logger, string serialNumber, string fault);

    [LoggerMessage(208, LogLevel.Error, "The notification {SerialNumber} could not be fetched ({Fault}); it is not acknowledged, and the service will send it again")]
    public static partial void NotFetched(ILogger logger, string serialNumber, string fault);

    [LoggerMessage(209, LogLevel.Error, "A calculation callback came, and no IMerchantCalculationHandler is registered; the service goes by the cart")]
    public static partial void NoCalculationHandler(ILogger logger);

    [LoggerMessage(210, LogLevel.Error, "A calculation was not done after {Milliseconds:0} ms; the service is not kept waiting")]
    public static partial void CalculationLate(ILogger logger, double milliseconds);

    [LoggerMessage(211, LogLevel.Error, "A calculation failed; the service goes by the cart")]
    public static partial void CalculationFailed(ILogger logger, Exception exception);

    [LoggerMessage(212, LogLevel.Warning, "The answer to a calculation callback has {Count} faults, and the service may go by the cart instead: {Issues}")]
    public static partial void FaultyCalculation(ILogger logger, int count, string issues);

    [LoggerMessage(213, LogLevel.Error, "CallbackOptions.CalculationTimeoutFallback failed; the service goes by the cart")]
    public static partial void LateCalculationFailed(ILogger logger, Exception exception);

    [LoggerMessage(214, LogLevel.Debug, "A calculation callback of {Addresses} addresses and {Methods} ways of shipping was answered")]
    public static partial void Calculated(ILogger logger, int addresses, int methods);
}
