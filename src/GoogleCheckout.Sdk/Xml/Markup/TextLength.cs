namespace GoogleCheckout.Xml;

/// <summary>
/// Counts the characters of a text as the schema does: a character outside of the basic multilingual plane, for example an emoji, counts
/// as one, although .NET stores it as two.
/// </summary>
internal static class TextLength
{
    /// <summary>Returns the number of characters.</summary>
    public static int Count(string text) => text.Count(character => !char.IsLowSurrogate(character));

    /// <summary>Returns whether a text has more characters than allowed.</summary>
    public static bool Exceeds(string text, int maxLength) => text.Length > maxLength && Count(text) > maxLength;

    /// <summary>Returns the index in the text after this many characters.</summary>
    public static int GetIndex(string text, int count)
    {
        var index = 0;
        for (; count > 0 && index < text.Length; count--)
        {
            index += char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
        }

        return index;
    }
}
