using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Diagnostics;

/// <summary>Every log message of the client. Ids stay what they are; a new message gets a new one.</summary>
internal static partial class Log
{
    public const string Category = "GoogleCheckout.CheckoutClient";

    [LoggerMessage(1, LogLevel.Information, "{Operation} answered in {Milliseconds:0} ms (order {OrderNumber})")]
    public static partial void CommandAnswered(ILogger logger, string operation, string orderNumber, double milliseconds);

    [LoggerMessage(2, LogLevel.Debug, "{Operation} answered in {Milliseconds:0} ms (order {OrderNumber})")]
    public static partial void ReadAnswered(ILogger logger, string operation, string orderNumber, double milliseconds);

    [LoggerMessage(EventId = 3, Message = "{Operation} ended after {Milliseconds:0} ms: {Outcome} (order {OrderNumber})")]
    public static partial void Failed(ILogger logger, LogLevel level, string operation, string orderNumber, string outcome, double milliseconds);

    [LoggerMessage(4, LogLevel.Information, "{Operation} met a {Fault} at attempt {Attempt}; again in {Seconds:0.0} s")]
    public static partial void ReadRetried(ILogger logger, string operation, string fault, int attempt, double seconds);

    [LoggerMessage(5, LogLevel.Warning, "The primary handler of HttpClient {ClientName} was replaced: the client certificate, the trusted certificate and the proxy of CheckoutOptions are not used. CheckoutHttpHandler.Create makes a handler that uses them")]
    public static partial void PrimaryHandlerReplaced(ILogger logger, string clientName);

    [LoggerMessage(6, LogLevel.Information, "The certificate in {Path} was read again")]
    public static partial void CertificateReplaced(ILogger logger, string path);

    [LoggerMessage(7, LogLevel.Error, "The certificate in {Path} has changed and cannot be read ({Fault}); the one before stays in use")]
    public static partial void CertificateNotReplaced(ILogger logger, string path, string fault);

    [LoggerMessage(8, LogLevel.Error, "The changed options of Google Checkout are refused, those before stay in use: {Faults}")]
    public static partial void OptionsRefused(ILogger logger, string faults);

    [LoggerMessage(9, LogLevel.Warning, "CheckoutOptions.MessageLog threw a {Fault}; the operation goes on")]
    public static partial void MessageLogFailed(ILogger logger, string fault);
}
