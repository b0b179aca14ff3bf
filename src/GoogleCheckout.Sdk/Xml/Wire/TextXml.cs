using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>Reads and writes the elements of text lists, such as warnings and order numbers.</summary>
internal static class TextXml
{
    public static string Read(WireElement element) => element.Value;

    public static string ReadToken(WireElement element) => element.Value.Trim();

    public static void Write(WireWriter writer, XName name, string text) => writer.RequiredText(name, text);
}
