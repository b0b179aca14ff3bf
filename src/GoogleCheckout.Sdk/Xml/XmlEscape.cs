namespace GoogleCheckout.Xml;

/// <summary>What stands in XML for a character that would be taken for markup, or lost.</summary>
internal static class XmlEscape
{
    /// <summary>The reference to write for the character; null where it may stand as it is.</summary>
    public static string? Of(char character, bool inAttribute) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '\r' => "&#xD;",
        '"' when inAttribute => "&quot;",
        '\n' when inAttribute => "&#xA;",
        '\t' when inAttribute => "&#x9;",
        _ => null,
    };
}
