using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>Compares two documents by the rules of the protocol: the order of children is significant only in lists.</summary>
internal static class XmlDifference
{
    /// <summary>Returns the first difference, with its path; null if there is none.</summary>
    public static string? Between(XElement expected, XElement actual) => Between(expected, actual, "/" + expected.Name.LocalName);

    private static string? Between(XElement expected, XElement actual, string path)
    {
        if (expected.Name != actual.Name)
        {
            return $"{path}: {expected.Name} became {actual.Name}";
        }

        if (Attributes(expected) != Attributes(actual))
        {
            return $"{path}: attributes {Attributes(expected)} became {Attributes(actual)}";
        }

        var before = Children(expected);
        var after = Children(actual);
        if (before.Count == 0 && after.Count == 0)
        {
            return SameText(expected.Value, actual.Value) ? null : $"{path}: '{expected.Value}' became '{actual.Value}'";
        }

        var names = string.Join(' ', before.Select(child => child.Name.LocalName));
        var namesNow = string.Join(' ', after.Select(child => child.Name.LocalName));
        return names != namesNow
            ? $"{path}: children [{names}] became [{namesNow}]"
            : before.Zip(after, (one, other) => Between(one, other, path + "/" + one.Name.LocalName)).FirstOrDefault(difference => difference is not null);
    }

    private static List<XElement> Children(XElement element)
    {
        var children = element.Elements();
        var repeats = element.Elements().GroupBy(child => child.Name).Any(group => group.Count() > 1);
        return repeats ? [.. children] : [.. children.OrderBy(child => child.Name.LocalName, StringComparer.Ordinal)];
    }

    private static string Attributes(XElement element) => string.Join(' ', element.Attributes()
        .Where(attribute => !attribute.IsNamespaceDeclaration)
        .OrderBy(attribute => attribute.Name.LocalName, StringComparer.Ordinal)
        .Select(attribute => $"{attribute.Name.LocalName}=\"{attribute.Value}\""));

    // Times and values with surrounding white space are compared by value.
    private static bool SameText(string expected, string actual) =>
        expected == actual
        || expected.Trim() == actual.Trim()
        || (WireTime.TryParse(expected.Trim(), out var one) && WireTime.TryParse(actual.Trim(), out var other) && one == other);
}
