namespace GoogleCheckout;

/// <summary>Masks what looks like a card number: 12 to 19 digits, together or in groups, whose check digit is right.</summary>
internal static class CardDigits
{
    /// <summary>The length of the longest card number with a space or a dash between all digits.</summary>
    public const int LongestText = (2 * MaxDigits) - 1;

    private const int MinDigits = 12;
    private const int MaxDigits = 19;
    private const int ShownDigits = 4;

    /// <summary>Returns the text with all digits of a card number but the last four as asterisks; the same text if it contains none.</summary>
    public static string Mask(string text)
    {
        char[]? masked = null;
        for (var start = 0; start < text.Length; start++)
        {
            if (IsDigit(text, start) && !IsDigit(text, start - 1) && FindEnd(text, start) is var end and > 0)
            {
                Mask(masked ??= text.ToCharArray(), start, end);
                start = end - 1;
            }
        }

        return masked is null ? text : new string(masked);
    }

    /// <summary>Returns the end of the longest card number that begins at a group of digits; 0 if none does.</summary>
    private static int FindEnd(string text, int start)
    {
        // The sums of the digits, of which each second one is doubled: those at an even distance from the start, and the others.
        var (end, count, even, odd) = (0, 0, 0, 0);
        for (var index = start; count < MaxDigits && (IsDigit(text, index) || (IsSeparator(text, index) && IsDigit(text, index + 1))); index++)
        {
            if (!IsDigit(text, index))
            {
                continue;
            }

            var digit = text[index] - '0';
            var doubled = digit > 4 ? (2 * digit) - 9 : 2 * digit;
            (even, odd) = count % 2 == 0 ? (even + doubled, odd + digit) : (even + digit, odd + doubled);
            count++;
            var sum = count % 2 == 0 ? even : odd;
            end = count >= MinDigits && sum % 10 == 0 && !IsDigit(text, index + 1) ? index + 1 : end;
        }

        return end;
    }

    private static void Mask(char[] text, int start, int end)
    {
        for (var (index, shown) = (end - 1, 0); index >= start; index--)
        {
            if (text[index] is >= '0' and <= '9' && ++shown > ShownDigits)
            {
                text[index] = '*';
            }
        }
    }

    private static bool IsDigit(string text, int index) => index >= 0 && index < text.Length && text[index] is >= '0' and <= '9';

    private static bool IsSeparator(string text, int index) => index < text.Length && text[index] is ' ' or '-';
}
