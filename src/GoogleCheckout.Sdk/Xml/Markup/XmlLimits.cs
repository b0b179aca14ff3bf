namespace GoogleCheckout.Xml;

/// <summary>The limits of a document, shared by the reader and the options.</summary>
internal static class XmlLimits
{
    /// <summary>The default maximum length of a document, in bytes: 10 MB.</summary>
    public const int DefaultMaxBytes = 10 * 1024 * 1024;
}
