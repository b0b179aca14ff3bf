namespace GoogleCheckout.Xml;

/// <summary>
/// The length that the copies of a document may have together. A copy repeats the namespaces that are declared around it, so without
/// this limit a short document could have long copies.
/// </summary>
/// <param name="maxLength">The maximum length of a single copy, in characters.</param>
internal sealed class MarkupBudget(int maxLength)
{
    /// <summary>The length that any document may have, in characters: short documents with small elements repeat the most.</summary>
    public const int Allowance = 64 * 1024;

    /// <summary>The number of characters that may be copied for each byte of the document.</summary>
    public const int Factor = 16;

    private long _left = Allowance;

    // The notifications of a list are copied, and the private data in them twice.
    private const int LongFactor = 4;

    /// <summary>
    /// Creates the budget of a document in memory. Its copies may be longer together than the default maximum of a document only if they are
    /// not much longer than the document, and a single one only if the document is.
    /// </summary>
    public static MarkupBudget ForDocument(int length) => new(Math.Max(XmlLimits.DefaultMaxBytes, length))
    {
        _left = Math.Min(Allowance + ((long)Factor * length), Math.Max(XmlLimits.DefaultMaxBytes, (long)LongFactor * length)),
    };

    /// <summary>Allows the copies for more bytes of the document.</summary>
    public void AddBytes(long count) => _left += Factor * count;

    /// <summary>Counts characters of a copy.</summary>
    /// <param name="count">The number of characters that were added.</param>
    /// <param name="length">The length of the copy with them.</param>
    /// <exception cref="XmlLimitException">The copy, or all copies together, are too long.</exception>
    public void Spend(int count, int length)
    {
        _left -= count;
        if (_left < 0)
        {
            throw new XmlLimitException("its parts repeat namespaces so often that they are much longer than the document");
        }

        if (length > maxLength)
        {
            throw new XmlLimitException($"it is longer than the limit of {maxLength} bytes with the namespaces that are declared around it");
        }
    }
}
