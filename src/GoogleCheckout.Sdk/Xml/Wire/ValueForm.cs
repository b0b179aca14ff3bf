using System.Globalization;

namespace GoogleCheckout.Xml;

/// <summary>The form of a value that is not text, for the error about another value.</summary>
/// <param name="description">The form, as the end of "must be".</param>
/// <param name="isInAlphabet">Whether values of the form contain the character.</param>
internal sealed class ValueForm(string description, Func<char, bool> isInAlphabet)
{
    public static readonly ValueForm Boolean = new("true or false", IsInBoolean);
    public static readonly ValueForm WholeNumber = new("a whole number", IsInNumber);
    public static readonly ValueForm Number = new("a number", IsInNumber);
    public static readonly ValueForm Amount = new("an amount such as 12.50", IsInNumber);
    public static readonly ValueForm Time = new("a date and time such as 2010-05-01T05:00:00Z", character => IsInNumber(character) || character is ':' or 'T' or 'Z' or 'z');

    public string Description => description;

    /// <summary>
    /// Returns the value for an error message. Only a value with the alphabet of the form is quoted: another one may be a text about the buyer
    /// in the wrong element.
    /// </summary>
    public string Quote(string value)
    {
        // The quoted part is what can be read; the rest does not decide about it.
        var count = Math.Min(value.Length, QuotedText.NameLength);
        return value.Take(count).All(isInAlphabet)
            ? $"'{QuotedText.Of(value)}'"
            : string.Format(CultureInfo.InvariantCulture, "a text of {0} {1}", value.Length, value.Length == 1 ? "character" : "characters");
    }

    private static bool IsInNumber(char character) => character is >= '0' and <= '9' or '+' or '-' or '.' or ',' or 'e' or 'E' or ' ';

    private static bool IsInBoolean(char character) => char.ToLowerInvariant(character) is 't' or 'r' or 'u' or 'e' or 'f' or 'a' or 'l' or 's' or '0' or '1';
}
