#if NET
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GoogleCheckout;

// The interfaces that .NET Standard 2.0 does not have.
public readonly partial record struct Money : ISpanFormattable, ISpanParsable<Money>
{
    /// <summary>Reads an amount that <see cref="ToString()"/> wrote, for example <c>12.50 USD</c>.</summary>
    /// <param name="s">The amount, white space and the currency, which consists of letters and may be absent. Group separators are not allowed.</param>
    /// <param name="provider">The culture of the amount. Null is the invariant culture, not the current one.</param>
    /// <returns>The amount, with its scale.</returns>
    /// <exception cref="FormatException">The text is not an amount.</exception>
    public static Money Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => Parse(s.ToString(), provider);

    /// <summary>Reads an amount that <see cref="ToString(string, IFormatProvider)"/> wrote, if the text is one.</summary>
    /// <param name="s">The amount, white space and the currency, which consists of letters and may be absent. Group separators are not allowed.</param>
    /// <param name="provider">The culture of the amount. Null is the invariant culture, not the current one.</param>
    /// <param name="result">The amount, with its scale; the default value if the text is not an amount.</param>
    /// <returns>Whether the text is an amount.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Money result) => TryParse(s.ToString(), provider, out result);

    /// <summary>Writes the result of <see cref="ToString(string, IFormatProvider)"/> to a span.</summary>
    /// <param name="destination">The span to write to.</param>
    /// <param name="charsWritten">The number of characters written.</param>
    /// <param name="format">A numeric format for the amount; empty for all its digits, without zeros after the currency's smallest unit.</param>
    /// <param name="provider">The culture of the amount. Null is the invariant culture, not the current one.</param>
    /// <returns>True if the span is long enough.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is not a numeric format.</exception>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, [StringSyntax(StringSyntaxAttribute.NumericFormat)] ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        charsWritten = 0;
        if (!(format.IsEmpty ? WithoutNeedlessDigits : this).Amount.TryFormat(destination, out var written, format, provider ?? CultureInfo.InvariantCulture))
        {
            return false;
        }

        var currency = CurrencyText.AsSpan();
        if (currency.Length > 0)
        {
            if (destination.Length <= written)
            {
                return false;
            }

            destination[written++] = ' ';
            if (!currency.TryCopyTo(destination[written..]))
            {
                return false;
            }

            written += currency.Length;
        }

        charsWritten = written;
        return true;
    }
}
#endif
