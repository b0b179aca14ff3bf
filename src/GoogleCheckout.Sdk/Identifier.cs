using System.Globalization;

namespace GoogleCheckout;

/// <summary>The form of an identifier from outside, such as a serial number or an order number. It is a key in databases, logs and acknowledgments.</summary>
internal static class Identifier
{
    /// <summary>The longest identifier, in UTF-16 code units. Those of the service have less than 40.</summary>
    public const int MaxLength = 128;

    /// <summary>Returns what is wrong with an identifier, as the end of a sentence; null if nothing is.</summary>
    public static string? FindDefect(string identifier) =>
        identifier.Length > MaxLength ? string.Format(CultureInfo.InvariantCulture, "must have at most {0} characters, but has {1}", MaxLength, identifier.Length)
        : QuotedText.OfIdentifier(identifier) != identifier ? "must not contain control or format characters"
        : null;
}
