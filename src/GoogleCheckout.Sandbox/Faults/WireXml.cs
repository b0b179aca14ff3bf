using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>Finds the elements of a document that quirks change. The content of the merchant's private data is excluded.</summary>
internal static class WireXml
{
    private static readonly HashSet<string> PrivateData = ["merchant-private-data", "merchant-private-item-data"];

    public static XNamespace Namespace { get; } = "http://checkout.google.com/schema/2";

    /// <summary>Returns the notifications in a document, which may be the root only.</summary>
    public static IEnumerable<XElement> Notifications(XElement root) =>
        root.DescendantsAndSelf().Where(IsNotification);

    public static bool IsNotification(XElement element) => element.Name.LocalName.EndsWith("-notification", StringComparison.Ordinal);

    /// <summary>Returns all elements with one of the names.</summary>
    public static IEnumerable<XElement> All(XElement root, params string[] names) =>
        ProtocolElements(root).Where(element => names.Contains(element.Name.LocalName));

    /// <summary>Returns the children of notifications with one of the names.</summary>
    public static IEnumerable<XElement> Direct(XElement root, params string[] names) =>
        Notifications(root).Elements().Where(element => names.Contains(element.Name.LocalName));

    public static IEnumerable<XElement> Amounts(XElement root) =>
        ProtocolElements(root).Where(element => element.Attribute("currency") is not null && !element.HasElements);

    public static IEnumerable<XElement> Times(XElement root) => ProtocolElements(root).Where(element => !element.HasElements && IsTime(element.Value));

    public static DateTimeOffset ParseTime(XElement element) => XmlConvert.ToDateTimeOffset(element.Value.Trim());

    public static XElement New(string name, params object[] content) => new(Namespace + name, content);

    /// <summary>Returns the child with the name, and adds it if it is missing.</summary>
    public static XElement GetOrAdd(XElement parent, string name)
    {
        if (parent.Element(Namespace + name) is { } child)
        {
            return child;
        }

        var added = New(name);
        parent.Add(added);
        return added;
    }

    private static IEnumerable<XElement> ProtocolElements(XElement element) =>
        PrivateData.Contains(element.Name.LocalName) ? [element] : element.Elements().SelectMany(ProtocolElements).Prepend(element);

    private static bool IsTime(string text) =>
        text.Length > 18 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}
