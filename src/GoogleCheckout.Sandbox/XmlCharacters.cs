using System.Globalization;
using GoogleCheckout.Xml;

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
        if (text is not null && XmlEscape.IndexOfInvalid(text) is >= 0 and var index)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} contains U+{(int)text[index]:X4} at index {index}, which XML does not allow."));
        }
    }
}
