using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Http;

/// <summary>Creates the exceptions of a call. Each message says what failed, where, and what to do.</summary>
internal static class RequestErrors
{
    private const int MaxQuotedLength = 1000;

    // A shorter secret occurs in ordinary text, and masking it would make messages unreadable.
    private const int MinSecretLength = 4;

    public static CheckoutException NeverSent(Call call, Exception cause) =>
        new($"{call.Where}: the request was not sent, so it was not executed{GetReason(cause)}. Check the address (configuration key Environment), the network, the proxy and the certificates of both sides; for a service with a private CA, set TrustedCertificate. A retry is safe.", cause)
        {
            IsTransient = true,
        };

    public static CheckoutException NoResponse(Call call, Exception cause) =>
        new($"{call.Where}: the request was sent, but the connection ended without a response{GetReason(cause)}. {GetNextStep(call)} If every request fails like this, the service may refuse the client certificate: with TLS 1.3, a refusal looks like a dropped connection.", cause)
        {
            OutcomeUnknown = call.Operation.IsCommand,
            IsTransient = true,
        };

    public static CheckoutException TimedOut(Call call, bool wasSent, Exception? cause)
    {
        var limit = GetLimit(call, call.Deadline);
        return wasSent
            ? new($"{call.Where}: no response arrived {limit}. {GetNextStep(call)}", cause) { OutcomeUnknown = call.Operation.IsCommand, IsTransient = true }
            : new($"{call.Where}: the request could not be sent {limit}, so it was not executed. Check the address (configuration key Environment), the network and the proxy. A retry is safe.", cause) { IsTransient = true };
    }

    /// <summary>The response began, but its rest did not arrive.</summary>
    public static CheckoutException Stopped(Call call, Deadline deadline, Exception cause) =>
        new($"{call.Where}: the response stopped before its end: no more data arrived {GetLimit(call, deadline)}. {GetNextStep(call)}", cause) { OutcomeUnknown = call.Operation.IsCommand, IsTransient = true };

    /// <summary>A handler that is not ours threw an exception.</summary>
    public static CheckoutException Interrupted(Call call, Exception cause) =>
        new($"{call.Where}: a handler in the HttpClient's pipeline threw {cause.GetType().Name} after it had passed the request on. {GetNextStep(call)}", cause)
        {
            OutcomeUnknown = call.Operation.IsCommand,
        };

    public static OperationCanceledException Canceled(Call call, Exception cause) =>
        new($"{call.Where}: canceled by the caller.{(call.Operation.IsCommand ? " The command may have been executed." : string.Empty)}", cause, call.CallerToken);

    /// <summary>The service returned an <c>error</c> document.</summary>
    public static CheckoutApiException Refused(Call call, RawResponse response, ErrorResponse error)
    {
        var message = MaskSecrets(call.Options, error.ErrorMessage.Trim());
        return new($"{call.Where}: refused with status {(int)response.Status}: {Shorten(message)}{GetAdvice(response.Status)}")
        {
            StatusCode = response.Status,
            ErrorMessage = message,
            Warnings = [.. error.WarningMessages.Select(warning => MaskSecrets(call.Options, warning))],
            SerialNumber = error.SerialNumber,
            IsTransient = IsTransient(response.Status),
            RetryAfter = response.RetryAfter,
        };
    }

    /// <summary>The service returned an error status without an <c>error</c> document.</summary>
    public static CheckoutException Failed(Call call, RawResponse response) => (int)response.Status is >= 300 and <= 499
        ? new CheckoutApiException($"{call.Where}: refused with status {(int)response.Status} and no error document{GetAdvice(response.Status)}")
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
        new($"{call.Where}: the response cannot be used: {defect}. {GetNextStep(call)}", cause ?? inner)
        {
            OutcomeUnknown = call.Operation.IsCommand,
            Path = cause?.Path,
            LineNumber = cause?.LineNumber ?? line,
            LinePosition = cause?.LinePosition ?? 0,
        };

    /// <summary>The service returned a message that is not a response to the request.</summary>
    public static CheckoutXmlException Unexpected(Call call, CheckoutMessage response) => Unreadable(call, $"it is a {MessageCodecs.NameOf(response)}, which is not a response to this request");

    private static string GetLimit(Call call, Deadline deadline) =>
        deadline.HasPassed ? $"within {call.Options.Timeout.TotalSeconds:0.###} s (CheckoutOptions.Timeout)" : "before a timeout in the HttpClient's pipeline";

    private static string GetNextStep(Call call) => call.Operation switch
    {
        { IsCommand: false } => "A query changes nothing, so a retry is safe.",
        { OrderNumber: { } order } => $"The service may have executed the command: look up order {order} before you send the command again.",
        _ => "The service may have accepted it anyway.",
    };

    private static string GetAdvice(HttpStatusCode status) => (int)status switch
    {
        401 => ". Check MerchantId and MerchantKey.",
        403 => ". Check MerchantId, MerchantKey, the client certificate, and the permissions of the account.",
        404 or (>= 300 and <= 399) => ". Check the address (configuration key Environment); redirects are not followed.",
        429 or 408 or >= 500 => ". A later retry may succeed.",
        _ => ".",
    };

    private static bool IsTransient(HttpStatusCode status) => (int)status is 408 or 429 or >= 500;

    // Only messages of network exceptions: another exception may quote the request.
    private static string GetReason(Exception cause)
    {
        var root = cause.GetBaseException();
        return root is SocketException or AuthenticationException or HttpRequestException or IOException ? $": {root.Message.TrimEnd('.')}" : string.Empty;
    }

    private static string Shorten(string message) => (message.Length > MaxQuotedLength ? message.Remove(MaxQuotedLength) + "..." : message).TrimEnd('.');

    // The service has no reason to return the credentials, but an exception's text is logged and displayed.
    private static string MaskSecrets(CheckoutOptions options, string text) => new[] { RequestHeaders.GetCredentials(options), options.MerchantKey, options.ClientCertificatePassword }
        .Aggregate(text, (rest, secret) => secret is { Length: >= MinSecretLength } ? rest.Replace(secret, "***") : rest);
}
