namespace GoogleCheckout.Xml;

/// <summary>A document is larger, deeper or wider than any Google Checkout message. Never leaves the package.</summary>
internal sealed class XmlLimitException(string reason) : Exception(reason);
