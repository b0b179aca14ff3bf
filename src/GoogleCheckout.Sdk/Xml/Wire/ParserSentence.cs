using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>The sentence of the XML parser for an error, without words of the document.</summary>
internal static class ParserSentence
{
    /// <summary>Returns the end of a sentence, without the place. What the parser quotes is hidden unless it is a name of the protocol or a mark.</summary>
    public static string Of(XmlException exception)
    {
        var place = FormattableString.Invariant($" Line {exception.LineNumber}, position {exception.LinePosition}.");
        return exception.Message.EndsWith(place, StringComparison.Ordinal)
            ? string.Join("'", exception.Message.Remove(exception.Message.Length - place.Length).TrimEnd('.').Split('\'').Select((part, index) => index % 2 == 0 || IsHarmless(part) ? part : "..."))
            : "the XML parser found an error";
    }

    // The parser's sentences in other languages are not known, so nothing of them is shown.
    private static bool IsHarmless(string quoted) => !quoted.Any(char.IsLetterOrDigit) || WireNameTable.Contains(quoted);
}
