using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Diagnostics;

/// <summary>Every log message of the client. Each category has a hundred ids of its own; a new message gets a new one.</summary>
internal static partial class Log
{
    public const string Category = "GoogleCheckout.CheckoutClient";

    [LoggerMessage(101, LogLevel.Information, "{Operation} answered in {Milliseconds:0} ms (order {OrderNumber})")]
    public static partial void CommandAnswered(ILogger logger, string operation, string orderNumber, double milliseconds);

    [LoggerMessage(102, LogLevel.Debug, "{Operation} answered in {Milliseconds:0} ms (order {OrderNumber})")]
    public static partial void ReadAnswered(ILogger logger, string operation, string orderNumber, double milliseconds);

    [LoggerMessage(EventId = 103, Message = "{Operation} ended after {Milliseconds:0} ms: {Outcome} (order {OrderNumber})")]
    public static partial void Failed(ILogger logger, LogLevel level, string operation, string orderNumber, string outcome, double milliseconds);

    [LoggerMessage(104, LogLevel.Information, "{Operation} met a {Fault} at attempt {Attempt}; again in {Seconds:0.0} s")]
    public static partial void ReadRetried(ILogger logger, string operation, string fault, int attempt, double seconds);

    [LoggerMessage(105, LogLevel.Warning, "The primary handler of HttpClient {ClientName} was replaced: the client certificate, the trusted certificate and the proxy of CheckoutOptions are not used. CheckoutHttpHandler.Create makes a handler that uses them")]
    public static partial void PrimaryHandlerReplaced(ILogger logger, string clientName);

    [LoggerMessage(106, LogLevel.Information, "The certificate in {Path} was read again")]
    public static partial void CertificateReplaced(ILogger logger, string path);

    [LoggerMessage(107, LogLevel.Error, "The certificate in {Path} has changed and cannot be read ({Fault}); the one before stays in use")]
    public static partial void CertificateNotReplaced(ILogger logger, string path, string fault);

    [LoggerMessage(108, LogLevel.Error, "The changed options of Google Checkout are refused, those before stay in use: {Faults}")]
    public static partial void OptionsRefused(ILogger logger, string faults);

    [LoggerMessage(109, LogLevel.Warning, "CheckoutOptions.OnMessage threw a {Fault}; the operation goes on")]
    public static partial void MessageLogFailed(ILogger logger, string fault);
}
