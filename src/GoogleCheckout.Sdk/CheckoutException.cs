namespace GoogleCheckout;

/// <summary>The request failed, or its response could not be used. Base class of the SDK's exceptions.</summary>
public class CheckoutException : Exception
{
    /// <summary>Creates an exception with a message and an optional cause.</summary>
    /// <param name="message">The message: what happened, and what to do.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public CheckoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether the service may have executed the command although no usable response arrived. Look up the order before you
    /// send the command again. Always false for queries.
    /// </summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>Whether the failure is transient. A retry may still be unsafe: see <see cref="OutcomeUnknown"/>.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The time to wait before a retry, as requested by the service; null if it requested none.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}
