using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>Reads and writes the elements of text lists, such as warnings and order numbers.</summary>
internal static class TextXml
{
    private static readonly string[] Codes = ["code", "id", "number", "token", "type", "pattern", "selector", "response", "state", "key", "mode", "rule"];

    /// <summary>Reads a text. Elements in a description or a message are read as their text; elements in a code are an error.</summary>
    public static string Read(WireElement element) => element.HasMarkup && IsCode(element.Name) ? element.PlainValue : element.Value;

    public static string ReadToken(WireElement element) => element.Token;

    public static void Write(WireWriter writer, XName name, string text) => writer.RequiredText(name, text);

    // The last word of a name says whether the text identifies something.
    private static bool IsCode(XName name) => Codes.Contains(name.LocalName.Substring(name.LocalName.LastIndexOf('-') + 1));
}
