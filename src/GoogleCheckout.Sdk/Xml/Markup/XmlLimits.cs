namespace GoogleCheckout.Xml;

/// <summary>The limits of a document, in one place for reading it and for the options that name them.</summary>
internal static class XmlLimits
{
    /// <summary>The maximum length of a document in bytes, unless another is given: 10 MB.</summary>
    public const int DefaultMaxBytes = 10 * 1024 * 1024;
}
