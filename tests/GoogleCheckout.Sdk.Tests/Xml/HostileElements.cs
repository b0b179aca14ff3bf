using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace GoogleCheckout.Xml;

/// <summary>Elements of a program that contain what XML cannot, or what looks like markup.</summary>
internal static class HostileElements
{
    private static readonly XNamespace[] Namespaces =
        [XNamespace.None, ProtocolNamespace.Current, ProtocolNamespace.Beta, "urn:a", "urn:b", XNamespace.Xml, "a\"b&<\r\n", new string('k', 200)];

    private static readonly string[] Texts =
        ["", "a", " ", "\r", "\r\n", "\t", "]]>", "]]", "<a/>", "</a>", "&amp;", "-->", "--", "-", "?>", "?", "\"'", "\U0001F375", "\u0085\u2028", "\uFEFF", "\uFFFE", "\u0001", "\uD800", "\uDC00"];

    /// <summary>Elements with attributes of any namespace, and content of all kinds.</summary>
    public static Gen<XElement> Elements { get; } = Create(depth: 3);

    private static Gen<XElement> Create(int depth)
    {
        var attributes = Name.SelectMany(_ => Text, (name, value) => new XAttribute(name, value)).ListOf(3);
        var nodes = Node(depth).ListOf(3);
        return Name.SelectMany(_ => attributes.Zip(nodes), (name, content) => new XElement(name, content.Item1.DistinctBy(attribute => attribute.Name), content.Item2));
    }

    private static Gen<XName> Name => Gen.Elements(Namespaces).SelectMany(_ => Gen.Elements("a", "item", "x"), (space, name) => space + name);

    // Most texts can be written, or all elements would be refused.
    private static Gen<string> Text => Gen.Frequency((20, Gen.Elements(Texts[..^4])), (1, Gen.Elements(Texts))).ListOf(2).Select(string.Concat);

    private static Gen<XNode> Node(int depth) => Gen.OneOf(
        Text.Select(text => (XNode)new XText(text)),
        Text.Select(text => (XNode)new XCData(text)),
        Text.Select(text => (XNode)new XComment(text)),
        Text.Select(text => (XNode)new XProcessingInstruction("p", text)),
        depth == 0 ? Gen.Constant((XNode)new XText("end")) : Create(depth - 1).Select(element => (XNode)element));
}
