namespace GoogleCheckout.Xml;

/// <summary>A document exceeds a limit of length, depth or width. The SDK converts it to a <see cref="CheckoutXmlException"/>.</summary>
internal sealed class XmlLimitException(string reason) : Exception(reason);
