namespace GoogleCheckout.Xml;

/// <summary>Finds why a document cannot be read if its first characters show it.</summary>
internal static class StartCauses
{
    private const string KnownEncodings = "UTF-8, UTF-16, ISO-8859-1, windows-1252 and the other code pages of .NET are read";

    /// <summary>Returns the reason; null if the beginning is that of an XML document.</summary>
    public static string? Find(DocumentExcerpt document)
    {
        var start = document.Start;
        var content = start.TrimStart(' ', '\t', '\r', '\n');
        return content.Length == 0 && document.StartBytes.Length < DocumentEncoding.StartLength ? "it contains only white space"
            : content.Length == 0 ? null
            : content[0] != '<' ? FindNotXml(document, content)
            : IsHtml(content) ? "it is an HTML page"
            : content.Length < start.Length && content.StartsWith("<?xml ", StringComparison.Ordinal) ? "white space precedes the XML declaration; the declaration must be the first characters of the document"
            : start.StartsWith("<?xml", StringComparison.Ordinal) ? FindInDeclaration(document, start)
            : null;
    }

    private static string FindNotXml(DocumentExcerpt document, string content) =>
        document.StartBytes[0] == 0x1F && document.StartBytes.Length > 1 && document.StartBytes[1] == 0x8B ? "it is compressed with gzip; decompress it first"
        : content[0] is '{' or '[' ? "it is JSON, not XML"
        : IsForm(content) ? "it is name/value data, not XML; set the format of the account's callbacks to XML"
        : content.Contains("<?xml ") ? "text precedes the XML declaration; the declaration must be the first characters of the document"
        : "it is not XML, which begins with '<'";

    // For example _type=new-order-notification&serial-number=1.
    private static bool IsForm(string content)
    {
        var nameEnd = content.IndexOf('=');
        return nameEnd > 0 && content.Take(nameEnd).All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '%' or '+');
    }

    private static bool IsHtml(string content) =>
        content.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        || (content.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) && content.Substring("<!doctype".Length).TrimStart().StartsWith("html", StringComparison.OrdinalIgnoreCase));

    private static string? FindInDeclaration(DocumentExcerpt document, string start)
    {
        if (DocumentEncoding.FindDeclarationError(document.StartBytes) is { } error)
        {
            return error;
        }

        if (DocumentEncoding.GetDeclaredName(document.StartBytes) is { } name && DocumentEncoding.Find(name) is null)
        {
            return $"its declaration names the encoding '{Quote(name)}', which does not exist here ({KnownEncodings}); declare UTF-8";
        }

        var declaration = start.Split('>')[0];
        return declaration.Contains("version=\"1.1\"") || declaration.Contains("version='1.1'") ? "it is XML 1.1; only XML 1.0 is read" : null;
    }

    // A declared name is shown only if it looks like one.
    private static string Quote(string name) =>
        name.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or ':') ? QuotedText.Of(name) : "...";
}
