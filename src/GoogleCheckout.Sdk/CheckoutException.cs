namespace GoogleCheckout;

/// <summary>A request got no answer, or none that can be used. Derived types say more.</summary>
public class CheckoutException : Exception
{
    /// <summary>Makes an exception with a message that tells what happened and what to do.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public CheckoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether the service may have carried the command out although no usable answer came. Look the order up before
    /// sending it again. Always false for requests that only read.
    /// </summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>Whether trying again may work. It does not say that trying again is safe: see <see cref="OutcomeUnknown"/>.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the service asked to wait before trying again.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}
