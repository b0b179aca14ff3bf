using System.Net;

namespace GoogleCheckout;

/// <summary>The service answered no: an <c>error</c> document, or a 3xx or 4xx status. The command was not carried out.</summary>
public sealed class CheckoutApiException : CheckoutException
{
    /// <summary>Makes an exception for a refusal.</summary>
    /// <param name="message">What was refused and why.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public CheckoutApiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The service's own words, schema element <c>error-message</c>; there are no error codes. Empty where it gave none.</summary>
    public string ErrorMessage { get; init; } = string.Empty;

    /// <summary>The service's warnings, schema element <c>warning-messages</c>.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The serial number of the answer, to name to the service's support; null where there was no <c>error</c> document.</summary>
    public string? SerialNumber { get; init; }
}
