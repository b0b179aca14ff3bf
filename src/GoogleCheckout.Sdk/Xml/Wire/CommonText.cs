namespace GoogleCheckout.Xml;

/// <summary>Texts that most documents contain, so that they are not allocated for each.</summary>
internal static class CommonText
{
    private static readonly string[] Texts = ["USD", "GBP", "EUR", "US", "GB", "en_US"];

    /// <summary>Returns the text as a string.</summary>
    public static string ToString(ReadOnlySpan<char> text)
    {
        if (text.Length is >= 2 and <= 5)
        {
            foreach (var common in Texts)
            {
                if (text.SequenceEqual(common.AsSpan()))
                {
                    return common;
                }
            }
        }

        return text.ToString();
    }
}
