namespace GoogleCheckout.Xml;

/// <summary>A document exceeds a limit of length, depth or width. The SDK converts it to a <see cref="CheckoutXmlException"/>.</summary>
internal sealed class XmlLimitException(string reason) : Exception(reason)
{
    /// <summary>Creates the exception of a document that is too long.</summary>
    public static XmlLimitException TooLong(int maxBytes) => new($"it is longer than the limit of {maxBytes} bytes");
}
