namespace GoogleCheckout;

/// <summary>The XML could not be read as a Google Checkout message. The message states the place, and contains no buyer data.</summary>
public sealed class CheckoutXmlException : CheckoutException
{
    /// <summary>Creates an exception for a document that could not be read.</summary>
    /// <param name="message">The message: what was expected, and where.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public CheckoutXmlException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The path of the invalid element, for example <c>/new-order-notification/shopping-cart/items/item[2]/unit-price</c>; null if the input is not XML.</summary>
    public string? Path { get; init; }

    /// <summary>The 1-based line of the error; 0 if unknown. For a notification in a stream of several, the line on which the notification begins.</summary>
    public int LineNumber { get; init; }

    /// <summary>The 1-based position in the line; 0 if unknown.</summary>
    public int LinePosition { get; init; }
}
