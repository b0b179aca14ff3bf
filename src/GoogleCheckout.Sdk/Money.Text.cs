using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GoogleCheckout;

// Parses and formats amounts.
public readonly partial record struct Money
{
    // Group separators are not allowed: in the invariant culture, "12,50" must not be read as 1250.
    private const NumberStyles AmountStyle =
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private const int MaxCurrencyLength = 16;

    /// <summary>The currency for texts. If it is not a few letters, which a received one may be, only its length is shown.</summary>
    internal string CurrencyText => FormatCurrency(Currency);

    /// <summary>Reads an amount that <see cref="ToString()"/> wrote, for example <c>12.50 USD</c>.</summary>
    /// <param name="s">The amount, white space and the currency, which consists of letters and may be absent. Group separators are not allowed.</param>
    /// <param name="provider">The culture of the amount. Null is the invariant culture, not the current one.</param>
    /// <returns>The amount, with its scale.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">The text is not an amount.</exception>
    public static Money Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s ?? throw new ArgumentNullException(nameof(s)), provider, out var result)
            ? result
            : throw new FormatException("The text is not an amount of money, for example \"12.50 USD\".");

    /// <summary>Reads an amount that <see cref="ToString()"/> wrote, if the text is one.</summary>
    /// <param name="s">The amount, white space and the currency, which consists of letters and may be absent. Group separators are not allowed.</param>
    /// <param name="result">The amount, with its scale; the default value if the text is not an amount.</param>
    /// <returns>Whether the text is an amount.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out Money result) => TryParse(s, provider: null, out result);

    /// <summary>Reads an amount that <see cref="ToString(string, IFormatProvider)"/> wrote, if the text is one.</summary>
    /// <param name="s">The amount, white space and the currency, which consists of letters and may be absent. Group separators are not allowed.</param>
    /// <param name="provider">The culture of the amount. Null is the invariant culture, not the current one.</param>
    /// <param name="result">The amount, with its scale; the default value if the text is not an amount.</param>
    /// <returns>Whether the text is an amount.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result)
    {
        result = default;
        if (s is null)
        {
            return false;
        }

        var amount = s.Trim();
        var currency = string.Empty;
        if (amount.Length > 0 && char.IsLetter(amount[amount.Length - 1]))
        {
            var start = amount.Length;
            while (start > 0 && char.IsLetter(amount[start - 1]))
            {
                start--;
            }

            if (start == 0 || !char.IsWhiteSpace(amount[start - 1]))
            {
                return false;
            }

            (amount, currency) = (amount.Substring(0, start), amount.Substring(start));
        }

        if (!decimal.TryParse(amount, AmountStyle, provider ?? CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        result = new Money(number, currency);
        return true;
    }

    /// <summary>Returns the amount in a format, and the currency: in <c>N2</c> for example <c>1,234.50 USD</c>.</summary>
    /// <param name="format">A numeric format for the amount; null or empty for all its digits, without zeros after the currency's smallest unit.</param>
    /// <param name="formatProvider">The culture of the amount. Null is the invariant culture, not the current one.</param>
    /// <returns>
    /// The text. <see cref="Parse(string, IFormatProvider)"/> reads it if the format has no group separators and drops no digits. A currency
    /// that is longer than 16 characters, or is not of letters, is replaced by its length: received text can be logged then.
    /// </returns>
    /// <exception cref="FormatException"><paramref name="format"/> is not a numeric format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        $"{(string.IsNullOrEmpty(format) ? WithoutNeedlessDigits : this).Amount.ToString(format, formatProvider ?? CultureInfo.InvariantCulture)} {CurrencyText}".TrimEnd();

    /// <summary>Returns a currency as texts show it.</summary>
    internal static string FormatCurrency(string currency)
    {
        var text = currency.TrimEnd();
        return text.Length <= MaxCurrencyLength && text.All(char.IsLetter)
            ? text
            : FormattableString.Invariant($"[currency of {currency.Length} characters]");
    }
}
