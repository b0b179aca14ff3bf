using System.Globalization;
using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>
/// Converts a notification to form fields. The name of a field is its path, for example
/// <c>shopping-cart.items.item-1.unit-price.currency</c>. Elements of a list are numbered, and the name of an attribute ends the path.
/// </summary>
internal static class NameValueForm
{
    private static readonly HashSet<string> Lists = ["items", "item-ids", "merchant-codes", "payments", "promotions"];

    public static IEnumerable<KeyValuePair<string, string>> GetFields(XElement root) =>
        [KeyValuePair.Create("_type", root.Name.LocalName), .. GetContentFields(root, path: string.Empty)];

    private static IEnumerable<KeyValuePair<string, string>> GetContentFields(XElement element, string path) =>
    [
        .. element.Attributes()
            .Where(attribute => !attribute.IsNamespaceDeclaration)
            .Select(attribute => KeyValuePair.Create(path + attribute.Name.LocalName, attribute.Value)),
        .. element.Elements().GroupBy(child => child.Name.LocalName).SelectMany(children => GetChildFields(element, children, path)),
    ];

    private static IEnumerable<KeyValuePair<string, string>> GetChildFields(XElement parent, IGrouping<string, XElement> children, string path)
    {
        var isNumbered = Lists.Contains(parent.Name.LocalName) || children.Skip(1).Any();
        return children.SelectMany((child, index) => GetElementFields(child, isNumbered
            ? string.Create(CultureInfo.InvariantCulture, $"{path}{children.Key}-{index + 1}")
            : path + children.Key));
    }

    private static IEnumerable<KeyValuePair<string, string>> GetElementFields(XElement element, string name) =>
        element.HasElements
            ? GetContentFields(element, $"{name}.")
            : [KeyValuePair.Create(name, element.Value), .. GetContentFields(element, $"{name}.")];
}
