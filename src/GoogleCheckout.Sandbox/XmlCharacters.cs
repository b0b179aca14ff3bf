using System.Globalization;
using System.Xml;

namespace GoogleCheckout.Sandbox;

/// <summary>Checks text that a test or a script sends to the sandbox. Responses and notifications contain it.</summary>
internal static class XmlCharacters
{
    /// <summary>Throws if XML cannot contain the text.</summary>
    /// <param name="text">The text; null is allowed.</param>
    /// <param name="name">The name of the setting, for the message.</param>
    /// <exception cref="ArgumentException">The text contains a character that XML does not allow.</exception>
    public static void EnsureValid(string? text, string name)
    {
        for (var i = 0; i < (text?.Length ?? 0); i++)
        {
            if (i + 1 < text!.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} contains U+{(int)text[i]:X4} at index {i}, which XML does not allow."));
            }
        }
    }
}
