namespace GoogleCheckout;

/// <summary>XML that cannot be read as a Google Checkout message. Says where; quotes no buyer data.</summary>
public sealed class CheckoutXmlException : CheckoutException
{
    /// <summary>Makes an exception for a document that cannot be read.</summary>
    /// <param name="message">What was expected and where.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public CheckoutXmlException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The element at fault, such as <c>/new-order-notification/shopping-cart/items/item[2]/unit-price</c>; null where no XML was found.</summary>
    public string? Path { get; init; }

    /// <summary>The line of the fault, counted from 1; 0 where it is unknown. For one notification out of a stream, the line it begins on.</summary>
    public int LineNumber { get; init; }

    /// <summary>The position in the line, counted from 1; 0 where it is unknown.</summary>
    public int LinePosition { get; init; }
}
