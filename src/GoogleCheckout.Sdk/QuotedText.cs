using System.Globalization;
using System.Text;

namespace GoogleCheckout;

/// <summary>
/// Quotes text from outside in exceptions, logs, findings and consoles: limits its length, escapes the characters that end a line,
/// control a terminal or are invisible, and masks card numbers. The cost depends on the limit, not on the length of the text.
/// </summary>
internal static class QuotedText
{
    /// <summary>The limit of a name or a value, in UTF-16 code units.</summary>
    public const int NameLength = 40;

    /// <summary>The limit of a line, such as a reason or the message of another program.</summary>
    public const int LineLength = 1000;

    /// <summary>The end of a text that was cut begins with this.</summary>
    public const string CutMark = "... (";

    /// <summary>Returns the text for a message. An escaped character takes six, so the result has at most six times the limit and 40 characters.</summary>
    /// <param name="text">The text from outside; null is quoted as an empty text.</param>
    /// <param name="maxLength">How much of the text is quoted, in UTF-16 code units; a surrogate pair is not divided.</param>
    /// <returns>The same text if it is short and contains nothing to escape or mask.</returns>
    public static string Of(string? text, int maxLength = NameLength) => Quote(text ?? string.Empty, maxLength, masksCards: true);

    /// <summary>Returns an identifier, or a description with identifiers, for a message: as <see cref="Of"/>, but its digits are not masked, because an order number may look like a card number.</summary>
    public static string OfIdentifier(string? text, int maxLength = Identifier.MaxLength) => Quote(text ?? string.Empty, maxLength, masksCards: false);

    private static string Quote(string text, int maxLength, bool masksCards)
    {
        var length = text.Length <= maxLength ? text.Length : IsPairAt(text, maxLength - 1) ? maxLength - 1 : maxLength;

        // A card number that the limit cuts is masked too.
        var visible = text.Length <= length + CardDigits.LongestText ? text : text.Substring(0, length + CardDigits.LongestText);
        visible = masksCards ? CardDigits.Mask(visible) : visible;
        if (visible.Length == length && FindEscaped(visible, 0, length) == length)
        {
            return visible;
        }

        var quoted = new StringBuilder(length + 32);
        for (var index = 0; index < length;)
        {
            var next = FindEscaped(visible, index, length);
            quoted.Append(visible, index, next - index);
            index = next < length ? Escape(quoted, visible, next) : next;
        }

        return length == text.Length ? quoted.ToString()
            : quoted.Append(CutMark).Append((text.Length - length).ToString(CultureInfo.InvariantCulture)).Append(" more characters)").ToString();
    }

    private static int FindEscaped(string text, int index, int end)
    {
        while (index < end)
        {
            if (text[index] is >= ' ' and <= '~')
            {
                index++;
            }
            else if (IsEscaped(text, index))
            {
                return index;
            }
            else
            {
                index += IsPairAt(text, index) ? 2 : 1;
            }
        }

        return end;
    }

    private static int Escape(StringBuilder quoted, string text, int index)
    {
        var end = index + (IsPairAt(text, index) ? 2 : 1);
        for (; index < end; index++)
        {
            quoted.Append("\\u").Append(((int)text[index]).ToString("x4", CultureInfo.InvariantCulture));
        }

        return end;
    }

    // Of a surrogate pair, the category is that of the pair; half a pair is a Surrogate.
    private static bool IsEscaped(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;

    private static bool IsPairAt(string text, int index) => index >= 0 && index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
