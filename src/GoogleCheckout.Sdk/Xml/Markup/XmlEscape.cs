using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>Escapes characters that XML would read as markup or change.</summary>
internal static class XmlEscape
{
    /// <summary>Returns the reference to write for a character; null if the character needs no escaping.</summary>
    public static string? GetReference(char character, bool inAttribute) => character switch
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

    /// <summary>Returns a text as the content of an element.</summary>
    public static string EscapeText(string text) =>
        string.Concat(text.Select(character => GetReference(character, inAttribute: false) ?? character.ToString()));

    /// <summary>Returns whether XML can contain the text, escaped if necessary.</summary>
    public static bool CanCarry(string text) => IndexOfInvalid(text) < 0;

    /// <summary>Returns the index of the first character that XML does not allow, or that is half a surrogate pair; -1 if there is none.</summary>
    public static int IndexOfInvalid(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and < '\uD800')
            {
                continue;
            }

            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
