using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Diagnostics;

/// <summary>The log messages of the client. Each category has its own hundred event ids; a new message needs a new id.</summary>
internal static partial class Log
{
    public const string Category = "GoogleCheckout.CheckoutClient";

    [LoggerMessage(101, LogLevel.Information, "{Operation} succeeded after {Milliseconds:0} ms (order {OrderNumber})")]
    public static partial void CommandSucceeded(ILogger logger, string operation, string orderNumber, double milliseconds);

    [LoggerMessage(102, LogLevel.Debug, "{Operation} succeeded after {Milliseconds:0} ms (order {OrderNumber})")]
    public static partial void QuerySucceeded(ILogger logger, string operation, string orderNumber, double milliseconds);

    [LoggerMessage(EventId = 103, Message = "{Operation} failed after {Milliseconds:0} ms: {Outcome} (order {OrderNumber})")]
    public static partial void Failed(ILogger logger, LogLevel level, string operation, string orderNumber, string outcome, double milliseconds);

    [LoggerMessage(104, LogLevel.Information, "{Operation} failed with {Error} at attempt {Attempt}; it is retried in {Seconds:0.0} s")]
    public static partial void QueryRetried(ILogger logger, string operation, string error, int attempt, double seconds);

    [LoggerMessage(105, LogLevel.Warning, "The primary handler of HttpClient {ClientName} was replaced, so the client certificate, the trusted certificate and the proxy of CheckoutOptions are not used. To use them, create the handler with CheckoutHttpHandler.Create")]
    public static partial void PrimaryHandlerReplaced(ILogger logger, string clientName);

    [LoggerMessage(106, LogLevel.Information, "The changed certificate file {Path} was loaded")]
    public static partial void CertificateReplaced(ILogger logger, string path);

    [LoggerMessage(107, LogLevel.Error, "The changed certificate file {Path} cannot be loaded ({Error}); the previous certificate stays in use")]
    public static partial void CertificateNotReplaced(ILogger logger, string path, string error);

    [LoggerMessage(108, LogLevel.Error, "The changed options of Google Checkout are invalid; the previous options stay in use: {Errors}")]
    public static partial void OptionsRejected(ILogger logger, string errors);

    [LoggerMessage(109, LogLevel.Warning, "CheckoutOptions.OnMessage threw {Error}; the operation continues")]
    public static partial void OnMessageFailed(ILogger logger, string error);

    [LoggerMessage(110, LogLevel.Warning, "{Warning}")]
    public static partial void OptionsDoubtful(ILogger logger, string warning);
}
