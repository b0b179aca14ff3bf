using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>Finds what quirks change in a document of the protocol. What is the merchant's own is left alone.</summary>
internal static class WireXml
{
    private static readonly HashSet<string> PrivateData = ["merchant-private-data", "merchant-private-item-data"];

    public static XNamespace Namespace { get; } = "http://checkout.google.com/schema/2";

    /// <summary>The notifications in it, which may be the root alone.</summary>
    public static IEnumerable<XElement> Notifications(XElement root) =>
        root.DescendantsAndSelf().Where(IsNotification);

    public static bool IsNotification(XElement element) => element.Name.LocalName.EndsWith("-notification", StringComparison.Ordinal);

    /// <summary>All elements of that name.</summary>
    public static IEnumerable<XElement> All(XElement root, params string[] names) =>
        Own(root).Where(element => names.Contains(element.Name.LocalName));

    /// <summary>The elements of that name right below a notification.</summary>
    public static IEnumerable<XElement> Direct(XElement root, params string[] names) =>
        Notifications(root).Elements().Where(element => names.Contains(element.Name.LocalName));

    public static IEnumerable<XElement> Amounts(XElement root) =>
        Own(root).Where(element => element.Attribute("currency") is not null && !element.HasElements);

    public static IEnumerable<XElement> Times(XElement root) => Own(root).Where(element => !element.HasElements && IsTime(element.Value));

    public static DateTimeOffset Time(XElement element) => XmlConvert.ToDateTimeOffset(element.Value.Trim());

    public static XElement New(string name, params object[] content) => new(Namespace + name, content);

    /// <summary>The child of that name, which is added where there is none.</summary>
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

    private static IEnumerable<XElement> Own(XElement element) =>
        PrivateData.Contains(element.Name.LocalName) ? [element] : element.Elements().SelectMany(Own).Prepend(element);

    private static bool IsTime(string text) =>
        text.Length > 18 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}
