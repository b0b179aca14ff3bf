using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>What stands in XML for a character that would be taken for markup, or lost.</summary>
internal static class XmlEscape
{
    /// <summary>The reference to write for the character; null where it may stand as it is.</summary>
    public static string? Of(char character, bool inAttribute) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '\r' => "&#xD;",
        '"' when inAttribute => "&quot;",
        '\n' when inAttribute => "&#xA;",
        '\t' when inAttribute => "&#x9;",
        _ => null,
    };

    /// <summary>Whether XML can carry the text at all, escaped or not.</summary>
    public static bool CanCarry(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) ? i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i]) : !XmlConvert.IsXmlChar(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
