using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Http;

/// <summary>Makes the exception for each way a call can fail: what happened, where, and what to do.</summary>
internal static class RequestErrors
{
    private const int MaxQuotedLength = 1000;

    // A shorter one would be found in any text, and is no secret.
    private const int MinSecretLength = 4;

    public static CheckoutException NeverSent(Call call, Exception cause) =>
        new($"{call.Where}: the request was never sent, so nothing was carried out{Reason(cause)}. Check the address, the network, the proxy and both sides' certificates (a service with a private CA needs it as TrustedCertificate); trying again is safe.", cause)
        {
            IsTransient = true,
        };

    public static CheckoutException NoAnswer(Call call, Exception cause) =>
        new($"{call.Where}: the request was sent, but the connection ended without an answer{Reason(cause)}. {WhatNow(call)} If it ends so every time, the service may refuse the client certificate: under TLS 1.3 a refusal looks like this.", cause)
        {
            OutcomeUnknown = call.Operation.IsCommand,
            IsTransient = true,
        };

    public static CheckoutException TimedOut(Call call, bool wasSent, Exception? cause)
    {
        var limit = call.Deadline.HasPassed ? $"within {call.Options.Timeout.TotalSeconds:0.###} s (CheckoutOptions.Timeout)" : "before something in the HttpClient's pipeline gave up";
        return wasSent
            ? new($"{call.Where}: no answer came {limit}. {WhatNow(call)}", cause) { OutcomeUnknown = call.Operation.IsCommand, IsTransient = true }
            : new($"{call.Where}: the request could not be sent {limit}, so nothing was carried out. Check the address, the network and the proxy; trying again is safe.", cause) { IsTransient = true };
    }

    /// <summary>A handler that is not ours threw something of its own.</summary>
    public static CheckoutException Interrupted(Call call, Exception cause) =>
        new($"{call.Where}: something in the HttpClient's pipeline threw a {cause.GetType().Name} after the request had been handed on. {WhatNow(call)}", cause)
        {
            OutcomeUnknown = call.Operation.IsCommand,
        };

    public static OperationCanceledException Cancelled(Call call, Exception cause) =>
        new($"{call.Where}: cancelled by the caller.{(call.Operation.IsCommand ? " The command may have been carried out." : string.Empty)}", cause, call.CancelledByCaller);

    /// <summary>The service's own no.</summary>
    public static CheckoutApiException Refused(Call call, RawResponse answer, ErrorResponse error)
    {
        var message = Without(call.Options, error.ErrorMessage.Trim());
        return new($"{call.Where}: refused with status {(int)answer.Status}: {Quote(message)}{WhatToCheck(answer.Status)}")
        {
            StatusCode = answer.Status,
            ErrorMessage = message,
            Warnings = [.. error.WarningMessages.Select(warning => Without(call.Options, warning))],
            SerialNumber = error.SerialNumber,
            IsTransient = IsTransient(answer.Status),
            RetryAfter = answer.RetryAfter,
        };
    }

    /// <summary>A status without an <c>error</c> document.</summary>
    public static CheckoutException Failed(Call call, RawResponse answer) => (int)answer.Status is >= 300 and <= 499
        ? new CheckoutApiException($"{call.Where}: refused with status {(int)answer.Status} and no error document{WhatToCheck(answer.Status)}")
        {
            StatusCode = answer.Status,
            IsTransient = IsTransient(answer.Status),
            RetryAfter = answer.RetryAfter,
        }
        : new CheckoutException($"{call.Where}: status {(int)answer.Status} and no error document: the service, or something before it, failed. {WhatNow(call)}")
        {
            OutcomeUnknown = call.Operation.IsCommand,
            IsTransient = true,
            RetryAfter = answer.RetryAfter,
        };

    /// <summary>A success that cannot be read.</summary>
    public static CheckoutXmlException Unreadable(Call call, string fault, CheckoutXmlException? cause = null, Exception? inner = null, int line = 0) =>
        new($"{call.Where}: the answer cannot be used: {fault}. {WhatNow(call)}", cause ?? inner)
        {
            OutcomeUnknown = call.Operation.IsCommand,
            Path = cause?.Path,
            LineNumber = cause?.LineNumber ?? line,
            LinePosition = cause?.LinePosition ?? 0,
        };

    /// <summary>A success that says something else than it can.</summary>
    public static CheckoutXmlException Unexpected(Call call, CheckoutMessage answer) => Unreadable(call, $"it is a {MessageCodecs.NameOf(answer)}, which does not answer this");

    private static string WhatNow(Call call) => call.Operation switch
    {
        { IsCommand: false } => "Nothing was changed by asking; trying again is safe.",
        { Subject: { } order } => $"The service may have carried the command out: look order {order} up before sending it again.",
        _ => "The service may have taken it nevertheless.",
    };

    private static string WhatToCheck(HttpStatusCode status) => (int)status switch
    {
        401 => ". Check MerchantId and MerchantKey.",
        403 => ". Check MerchantId, MerchantKey, the client certificate, and that the account may do this.",
        404 or (>= 300 and <= 399) => ". Check the environment's address; redirects are not followed.",
        429 or 408 or >= 500 => ". Trying again later may work.",
        _ => ".",
    };

    private static bool IsTransient(HttpStatusCode status) => (int)status is 408 or 429 or >= 500;

    // Only the network's own words: another exception may quote the request.
    private static string Reason(Exception cause)
    {
        var root = cause.GetBaseException();
        return root is SocketException or AuthenticationException or HttpRequestException or IOException ? $": {root.Message.TrimEnd('.')}" : string.Empty;
    }

    private static string Quote(string message) => (message.Length > MaxQuotedLength ? message.Remove(MaxQuotedLength) + "..." : message).TrimEnd('.');

    // The service has no reason to send them back, but an exception's text goes everywhere.
    private static string Without(CheckoutOptions options, string text) => new[] { RequestHeaders.Credentials(options), options.MerchantKey, options.ClientCertificatePassword }
        .Aggregate(text, (rest, secret) => secret is { Length: >= MinSecretLength } ? rest.Replace(secret, "***") : rest);
}
