namespace GoogleCheckout.Xml;

/// <summary>The name of an element that the protocol does not have.</summary>
internal sealed record UnknownName(string LocalName, string NamespaceName);
