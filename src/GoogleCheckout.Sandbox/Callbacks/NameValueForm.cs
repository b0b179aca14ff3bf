using System.Globalization;
using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>
/// A notification as the fields of a form: each named by its path, such as
/// <c>shopping-cart.items.item-1.unit-price.currency</c>. Elements of a list are counted, and an attribute ends the path.
/// </summary>
internal static class NameValueForm
{
    private static readonly HashSet<string> Lists = ["items", "item-ids", "merchant-codes", "payments", "promotions"];

    public static IEnumerable<KeyValuePair<string, string>> Of(XElement root) =>
        [KeyValuePair.Create("_type", root.Name.LocalName), .. Inside(root, path: string.Empty)];

    private static IEnumerable<KeyValuePair<string, string>> Inside(XElement element, string path) =>
    [
        .. element.Attributes()
            .Where(attribute => !attribute.IsNamespaceDeclaration)
            .Select(attribute => KeyValuePair.Create(path + attribute.Name.LocalName, attribute.Value)),
        .. element.Elements().GroupBy(child => child.Name.LocalName).SelectMany(children => Named(element, children, path)),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Named(XElement parent, IGrouping<string, XElement> children, string path)
    {
        var counted = Lists.Contains(parent.Name.LocalName) || children.Skip(1).Any();
        return children.SelectMany((child, index) => Of(child, counted
            ? string.Create(CultureInfo.InvariantCulture, $"{path}{children.Key}-{index + 1}")
            : path + children.Key));
    }

    private static IEnumerable<KeyValuePair<string, string>> Of(XElement element, string name) =>
        element.HasElements
            ? Inside(element, $"{name}.")
            : [KeyValuePair.Create(name, element.Value), .. Inside(element, $"{name}.")];
}
