namespace GoogleCheckout.Xml;

/// <summary>The white space of XML: fewer characters than that of .NET.</summary>
internal static class XmlWhiteSpace
{
    /// <summary>Returns whether the text has no other characters.</summary>
    public static bool Fills(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!Contains(character))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns whether the character is white space.</summary>
    public static bool Contains(char character) => character is ' ' or '\t' or '\r' or '\n';
}
