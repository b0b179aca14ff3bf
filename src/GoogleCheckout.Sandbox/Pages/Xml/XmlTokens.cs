using System.Text;
using System.Xml;

namespace GoogleCheckout.Sandbox.Pages.Xml;

/// <summary>Indents a document and splits it into tokens. A text that is not XML is one token.</summary>
internal static class XmlTokens
{
    /// <summary>The maximum number of tokens: about 200 KB of a page. A longer document is cut.</summary>
    public const int MaxTokens = 5_000;

    // The documents of the protocol have at most 64 levels. Deeper ones must not multiply the length by the depth.
    private const int MaxIndent = 64;
    private const int MaxPlainLength = 64 * 1024;

    private static readonly XmlToken Cut = new("comment", "\n… the rest is not shown");

    /// <summary>Returns the tokens of a message's body; empty if the body is empty.</summary>
    public static IReadOnlyList<XmlToken> Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return [];
        }

        var tokens = new List<XmlToken>();
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(body.ToArray()), new XmlReaderSettings { IgnoreWhitespace = true });
            while (xml.Read())
            {
                if (tokens.Count >= MaxTokens)
                {
                    return [.. tokens, Cut];
                }

                Add(tokens, xml);
            }

            return tokens;
        }
        catch (XmlException)
        {
            return ReadPlain(body);
        }
    }

    /// <summary>Returns the text of the tokens.</summary>
    public static string ToText(IEnumerable<XmlToken> tokens) => string.Concat(tokens.Select(token => token.Text));

    private static XmlToken[] ReadPlain(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span);
        return text.Length <= MaxPlainLength ? [new XmlToken("text", text)] : [new XmlToken("text", text[..MaxPlainLength]), Cut];
    }

    private static void Add(List<XmlToken> tokens, XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.XmlDeclaration:
                tokens.Add(new XmlToken("comment", $"<?xml {xml.Value}?>"));
                break;
            case XmlNodeType.Element:
                AddStart(tokens, xml);
                break;
            case XmlNodeType.EndElement:
                AddEnd(tokens, xml);
                break;
            case XmlNodeType.Comment:
                tokens.Add(new XmlToken("comment", $"{GetLineStart(tokens, xml)}<!--{xml.Value}-->"));
                break;
            case XmlNodeType.ProcessingInstruction:
                tokens.Add(new XmlToken("comment", $"{GetLineStart(tokens, xml)}<?{xml.Name} {xml.Value}?>"));
                break;
            default:
                tokens.Add(new XmlToken("text", Escape(xml.Value)));
                break;
        }
    }

    private static void AddStart(List<XmlToken> tokens, XmlReader xml)
    {
        var isEmpty = xml.IsEmptyElement;
        tokens.Add(new XmlToken("tag", $"{GetLineStart(tokens, xml)}<{xml.Name}"));
        while (xml.MoveToNextAttribute())
        {
            tokens.Add(new XmlToken("name", $" {xml.Name}="));
            tokens.Add(new XmlToken("value", $"\"{Escape(xml.Value).Replace("\"", "&quot;", StringComparison.Ordinal)}\""));
        }

        tokens.Add(new XmlToken("tag", isEmpty ? "/>" : ">"));
    }

    // The end follows its start or text on the same line, and other elements on a new line.
    private static void AddEnd(List<XmlToken> tokens, XmlReader xml)
    {
        var isInline = tokens[^1] is { Kind: "text" } or { Kind: "tag", Text: ">" };
        tokens.Add(new XmlToken("tag", $"{(isInline ? string.Empty : GetLineStart(tokens, xml))}</{xml.Name}>"));
    }

    private static string GetLineStart(List<XmlToken> tokens, XmlReader xml) =>
        tokens.Count == 0 ? string.Empty : "\n" + new string(' ', 2 * Math.Min(xml.Depth, MaxIndent));

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
