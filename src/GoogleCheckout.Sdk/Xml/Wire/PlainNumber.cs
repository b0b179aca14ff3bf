namespace GoogleCheckout.Xml;

/// <summary>Reads a number in the form in which the service sent amounts, several times faster than the parser for all forms.</summary>
internal static class PlainNumber
{
    // All of them fit into a long.
    private const int MaxDigits = 18;

    /// <summary>Reads a number of digits, with at most one point between them. The scale of the value is the number of digits after it.</summary>
    /// <returns>False if the text has another form, which <see cref="decimal"/> may be able to read.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal value)
    {
        value = default;
        if (text.Length is 0 or > MaxDigits || text[text.Length - 1] == '.')
        {
            return false;
        }

        var (number, point) = (0L, -1);
        for (var i = 0; i < text.Length; i++)
        {
            var digit = text[i] - '0';
            if (digit is >= 0 and <= 9)
            {
                number = (number * 10) + digit;
            }
            else if (text[i] == '.' && point < 0 && i > 0)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        var scale = point < 0 ? 0 : text.Length - point - 1;
        value = new decimal((int)number, (int)(number >> 32), 0, isNegative: false, (byte)scale);
        return true;
    }
}
