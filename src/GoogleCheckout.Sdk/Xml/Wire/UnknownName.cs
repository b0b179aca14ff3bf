namespace GoogleCheckout.Xml;

/// <summary>The name of an element that the protocol does not have.</summary>
internal sealed record UnknownName(string LocalName, string NamespaceName)
{
    /// <summary>The name for paths and messages. It is shortened, because the name in a document may have any length.</summary>
    public string Quoted => QuotedText.Of(LocalName);
}
