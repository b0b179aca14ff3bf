using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using GoogleCheckout.Configuration;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Http;

/// <summary>Creates the exceptions of a call. Each message says what failed, where, and what to do.</summary>
internal static class RequestErrors
{
    public static CheckoutException NeverSent(Call call, Exception cause) =>
        new($"{call.Where}: the request was not sent, so it was not executed{GetReason(call, cause)}. {GetConnectionAdvice(call, cause)} A retry is safe.", call.Secrets.Clean(cause))
        {
            IsTransient = true,
        };

    /// <summary>The service ended the handshake because it requires a client certificate.</summary>
    public static CheckoutException CertificateRequired(Call call, Exception cause) =>
        new($"{call.Where}: the service refused the connection, so nothing was executed. It requires a client certificate, but none is set. {GetCertificateAdvice(call)} A retry is safe.", call.Secrets.Clean(cause))
        {
            IsTransient = true,
        };

    public static CheckoutException NoResponse(Call call, Exception cause) =>
        new($"{call.Where}: the request was sent, but the connection ended without a response{GetReason(call, cause)}. {GetRefusalAdvice(call, cause)}", call.Secrets.Clean(cause))
        {
            OutcomeUnknown = call.Operation.IsCommand,
            IsTransient = true,
        };

    public static CheckoutException TimedOut(Call call, bool wasSent, Exception? cause)
    {
        var limit = GetLimit(call, call.Deadline);
        return wasSent
            ? new($"{call.Where}: no response arrived {limit}. {GetNextStep(call)}", call.Secrets.Clean(cause)) { OutcomeUnknown = call.Operation.IsCommand, IsTransient = true }
            : new($"{call.Where}: the request could not be sent {limit}, so it was not executed. {GetFormerServiceAdvice(call) ?? $"Check the address ({NameOf(call, nameof(CheckoutOptions.Environment))}), the network and the proxy."} A retry is safe.", call.Secrets.Clean(cause)) { IsTransient = true };
    }

    /// <summary>The response began, but its rest did not arrive.</summary>
    public static CheckoutException Stopped(Call call, Deadline deadline, Exception cause) =>
        new($"{call.Where}: the response stopped before its end: no more data arrived {GetLimit(call, deadline)}. {GetNextStep(call)}", call.Secrets.Clean(cause)) { OutcomeUnknown = call.Operation.IsCommand, IsTransient = true };

    /// <summary>A handler that is not ours threw an exception.</summary>
    public static CheckoutException Interrupted(Call call, Exception cause) =>
        new($"{call.Where}: a handler in the HttpClient's pipeline threw {cause.GetType().Name} after it had passed the request on. {GetNextStep(call)}", call.Secrets.Clean(cause))
        {
            OutcomeUnknown = call.Operation.IsCommand,
        };

    public static OperationCanceledException Canceled(Call call, Exception cause) =>
        new($"{call.Where}: canceled by the caller.{(call.Operation.IsCommand ? " The command may have been executed." : string.Empty)}", call.Secrets.Clean(cause), call.CallerToken);

    /// <summary>The service returned an <c>error</c> document.</summary>
    public static CheckoutApiException Refused(Call call, RawResponse response, ErrorResponse error)
    {
        var message = call.Secrets.Mask(error.ErrorMessage.Trim());
        return new($"{call.Where}: refused with status {(int)response.Status}: {QuotedText.Of(message, QuotedText.LineLength).TrimEnd('.')}{GetAdvice(call, response.Status)}")
        {
            StatusCode = response.Status,
            ErrorMessage = message,
            Warnings = [.. error.WarningMessages.Select(call.Secrets.Mask)],
            SerialNumber = error.SerialNumber is { } serialNumber ? call.Secrets.Mask(serialNumber) : null,
            IsTransient = IsTransient(response.Status),
            RetryAfter = response.RetryAfter,
        };
    }

    /// <summary>The service returned an error status without an <c>error</c> document.</summary>
    public static CheckoutException Failed(Call call, RawResponse response) => (int)response.Status is >= 300 and <= 499
        ? new CheckoutApiException($"{call.Where}: refused with status {(int)response.Status} and no error document{GetAdvice(call, response.Status)}{GetMissingAdvice(call, response.Status)}")
        {
            StatusCode = response.Status,
            IsTransient = IsTransient(response.Status),
            RetryAfter = response.RetryAfter,
        }
        : new CheckoutException($"{call.Where}: status {(int)response.Status} and no error document: the service, or a server in front of it, failed. {GetNextStep(call)}")
        {
            OutcomeUnknown = call.Operation.IsCommand,
            IsTransient = true,
            RetryAfter = response.RetryAfter,
        };

    /// <summary>The service returned a success status, but the response cannot be read.</summary>
    public static CheckoutXmlException Unreadable(Call call, string defect, CheckoutXmlException? cause = null, Exception? inner = null, int line = 0) =>
        new($"{call.Where}: the response cannot be used: {call.Secrets.Mask(defect)}. {GetNextStep(call)}", call.Secrets.Clean(cause ?? inner))
        {
            OutcomeUnknown = call.Operation.IsCommand,
            Path = call.Secrets.MaskPath(cause?.Path),
            LineNumber = cause?.LineNumber ?? line,
            LinePosition = cause?.LinePosition ?? 0,
        };

    /// <summary>The service returned a message that is not a response to the request.</summary>
    public static CheckoutXmlException Unexpected(Call call, CheckoutMessage response) => Unreadable(call, $"it is a {MessageCodecs.NameOf(response)}, which is not a response to this request");

    private static string GetLimit(Call call, Deadline deadline) =>
        deadline.HasPassed ? $"within {call.Options.Timeout.TotalSeconds:0.###} s ({NameOf(call, nameof(CheckoutOptions.Timeout))})" : "before a timeout in the HttpClient's pipeline";

    private static string GetNextStep(Call call, string subject = "The service") => call.Operation switch
    {
        { IsCommand: false } => "A query changes nothing, so a retry is safe.",
        { OrderNumber: { } order } => $"{subject} may have executed the command: look up order {QuotedText.OfIdentifier(order)} before you send the command again.",
        _ => $"{subject} may have accepted it anyway.",
    };

    private static string GetAdvice(Call call, HttpStatusCode status) => (int)status switch
    {
        401 => $". Check {NameOf(call, nameof(CheckoutOptions.MerchantId))} and {NameOf(call, nameof(CheckoutOptions.MerchantKey))}.",
        403 => $". Check {NameOf(call, nameof(CheckoutOptions.MerchantId))}, {NameOf(call, nameof(CheckoutOptions.MerchantKey))}, the client certificate, and the permissions of the account.",
        404 or (>= 300 and <= 399) => $". Check the address ({NameOf(call, nameof(CheckoutOptions.Environment))}); redirects are not followed.",
        429 or 408 or >= 500 => ". A later retry may succeed.",
        _ => ".",
    };

    // Of a response without an error document, which a server in front of the service may have sent.
    private static string GetMissingAdvice(Call call, HttpStatusCode status) =>
        GetFormerServiceAdvice(call) is { } former ? $" {former}"
        : (int)status is 400 or 403 or 495 or 496 && !call.Options.HasClientCertificate ? $" No client certificate is set: if the service requires one, set {NameOfCertificate(call)}."
        : string.Empty;

    private static string GetConnectionAdvice(Call call, Exception cause) =>
        cause.GetBaseException() is RefusedCertificateException ? "The service received no data."
        : SingleSendHandler.LacksCertificate(cause) ? $"The service requested a client certificate, but none is set. {GetCertificateAdvice(call)}"
        : GetFormerServiceAdvice(call) ?? $"Check the address ({NameOf(call, nameof(CheckoutOptions.Environment))}), the network, the proxy and the certificates of both sides.";

    private static string GetRefusalAdvice(Call call, Exception cause) =>
        SingleSendHandler.LacksCertificate(cause)
            ? $"The service requested a client certificate, but none is set: if it requires one, it closed the connection before it read the request, and nothing was executed. {GetCertificateAdvice(call)} {GetNextStep(call, "Otherwise it")}"
            : $"{GetNextStep(call)} If every request fails like this, the service may refuse the client certificate: with TLS 1.3, a refusal looks like a dropped connection.";

    private static string GetCertificateAdvice(Call call) => $"Set {NameOfCertificate(call)} to the file of the certificate with its private key.";

    private static string? GetFormerServiceAdvice(Call call) => call.Options.Environment.IsFormerService
        ? $"No service has responded at this address since 2013-11-20, when Google ended it. Set {NameOfMissing(call, nameof(CheckoutOptions.Environment))} to the https address of your gateway or sandbox."
        : null;

    private static string NameOfCertificate(Call call) => NameOfMissing(call, nameof(CheckoutOptions.ClientCertificatePath));

    private static string NameOf(Call call, string option) => new OptionsNames(call.Options, null).Of(option);

    private static string NameOfMissing(Call call, string option) => new OptionsNames(call.Options, null).OfMissing(option);

    private static bool IsTransient(HttpStatusCode status) => (int)status is 408 or 429 or >= 500;

    // Only messages of network exceptions: another exception may quote the request.
    private static string GetReason(Call call, Exception cause)
    {
        var root = cause.GetBaseException();
        return root is SocketException or AuthenticationException or HttpRequestException or IOException ? $": {call.Secrets.Quote(root.Message).TrimEnd('.')}" : string.Empty;
    }
}
