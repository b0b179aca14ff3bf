using System.Net;

namespace GoogleCheckout;

/// <summary>The service rejected the request with an <c>error</c> document, or with a 3xx or 4xx status. The command was not executed.</summary>
public sealed class CheckoutApiException : CheckoutException
{
    /// <summary>Creates an exception for a rejected request.</summary>
    /// <param name="message">The message: the request that was rejected, and the reason.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public CheckoutApiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status code of the response.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The service's error message (schema element <c>error-message</c>); empty if there is none. The service has no error codes.</summary>
    public string ErrorMessage { get; init; } = string.Empty;

    /// <summary>The service's warnings (schema element <c>warning-messages</c>); empty if there are none.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The serial number of the response, for the service's support team; null if there was no <c>error</c> document.</summary>
    public string? SerialNumber { get; init; }
}
