using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>
/// Converts a notification to form fields, as in the captures that survive. The name of a field is its path, for example
/// <c>shopping-cart.items.item-1.unit-price.currency</c>. Elements of a list are numbered, and the name of an attribute ends the path. A
/// field with the path of the list names each of them: <c>shopping-cart.items=shopping-cart.items.item-1</c>.
/// </summary>
internal static class NameValueForm
{
    private static readonly HashSet<string> Lists = ["items", "item-ids", "merchant-codes", "payments", "promotions"];
    private static readonly HashSet<string> PrivateData = ["merchant-private-data", "merchant-private-item-data"];

    public static IEnumerable<KeyValuePair<string, string>> GetFields(XElement root) =>
        [KeyValuePair.Create("_type", root.Name.LocalName), .. GetAttributeFields(root, path: string.Empty), .. GetChildFields(root, path: string.Empty)];

    /// <summary>Returns the body of a form with the fields.</summary>
    public static ReadOnlyMemory<byte> Write(IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var bytes = new MemoryStream();
        form.CopyTo(bytes, context: null, CancellationToken.None);
        return bytes.ToArray();
    }

    private static IEnumerable<KeyValuePair<string, string>> GetElementFields(XElement element, string name) =>
        Lists.Contains(element.Name.LocalName) ? GetListFields(element, name)
        : PrivateData.Contains(element.Name.LocalName) ? [KeyValuePair.Create(name, GetMarkup(element))]
        : element.HasElements ? [.. GetAttributeFields(element, $"{name}."), .. GetChildFields(element, $"{name}.")]
        : [KeyValuePair.Create(name, GetValue(element)), .. GetAttributeFields(element, $"{name}.")];

    private static IEnumerable<KeyValuePair<string, string>> GetListFields(XElement list, string name)
    {
        var members = Name(list, $"{name}.", isList: true).ToList();
        return [.. members.SelectMany(member => GetElementFields(member.Element, member.Name)), .. members.Select(member => KeyValuePair.Create(name, member.Name))];
    }

    private static IEnumerable<KeyValuePair<string, string>> GetChildFields(XElement element, string path) =>
        Name(element, path, isList: false).SelectMany(child => GetElementFields(child.Element, child.Name));

    // The members of a list and repeated elements are numbered, each kind from 1.
    private static IEnumerable<(XElement Element, string Name)> Name(XElement parent, string path, bool isList) =>
        parent.Elements().GroupBy(child => child.Name.LocalName).SelectMany(children => children.Select((child, index) => (child, isList || children.Skip(1).Any()
            ? string.Create(CultureInfo.InvariantCulture, $"{path}{children.Key}-{index + 1}")
            : path + children.Key)));

    private static IEnumerable<KeyValuePair<string, string>> GetAttributeFields(XElement element, string path) => element.Attributes()
        .Where(attribute => !attribute.IsNamespaceDeclaration)
        .Select(attribute => KeyValuePair.Create(path + attribute.Name.LocalName, attribute.Value));

    // The captures have 0.0, 50.0 and 29.95: one digit after the point, and more only where they are needed.
    private static string GetValue(XElement element) =>
        element.Attribute("currency") is not null && decimal.TryParse(element.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? amount.ToString("0.0###########################", CultureInfo.InvariantCulture)
            : element.Value;

    // The content as one value. Shops compared element names as they had written them, without the namespace of the service.
    private static string GetMarkup(XElement element)
    {
        if (!element.HasElements)
        {
            return element.Value;
        }

        var service = element.Name.Namespace;
        var copy = new XElement(element);
        copy.SetAttributeValue("xmlns", service.NamespaceName);
        foreach (var inner in copy.Elements())
        {
            RemoveDefaultNamespace(inner, service, service);
        }

        copy.Name = copy.Name.LocalName;
        copy.DescendantsAndSelf().Attributes("xmlns").Where(attribute => attribute.Value.Length == 0 || attribute.Value == service.NamespaceName).Remove();

        // One writer for all nodes: each has buffers of several kilobytes.
        using var markup = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = XmlWriter.Create(markup, new XmlWriterSettings { ConformanceLevel = ConformanceLevel.Fragment }))
        {
            foreach (var node in copy.Nodes())
            {
                node.WriteTo(writer);
            }
        }

        return markup.ToString();
    }

    // From the outside to the inside: to look for the default namespace in all outer elements would multiply their attributes by the elements.
    private static void RemoveDefaultNamespace(XElement element, XNamespace service, XNamespace outer)
    {
        var current = element.Attribute("xmlns") is { } declaration ? XNamespace.Get(declaration.Value) : outer;
        if (element.Name.Namespace == service && current == service)
        {
            element.Name = element.Name.LocalName;
        }

        foreach (var inner in element.Elements())
        {
            RemoveDefaultNamespace(inner, service, current);
        }
    }
}
