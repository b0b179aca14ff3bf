using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Callbacks;

/// <summary>Changes a value of a document: <c>order-total=5.00</c>, <c>order-total/@currency=EUR</c>, <c>shopping-cart/items/item[2]/quantity=3</c>.</summary>
internal static class FieldChange
{
    /// <exception cref="InvalidInputException">The text is not a change, or the document has no such element.</exception>
    public static void Apply(XElement root, string change)
    {
        if (change.Split('=', 2) is not [{ Length: > 0 } path, var value])
        {
            throw new InvalidInputException("--set must be path=value, for example order-total=5.00.");
        }

        var element = root;
        foreach (var step in path.Split('/'))
        {
            if (step.StartsWith('@'))
            {
                SetAttribute(element, step[1..], value);
                return;
            }

            element = Find(element, step, path);
        }

        if (element.HasElements)
        {
            throw new InvalidInputException($"--set {QuotedText.Of(path)}: the element has elements. Write the path of one of them: {Describe(element)}.");
        }

        element.Value = value;
    }

    private static void SetAttribute(XElement element, string name, string value)
    {
        try
        {
            element.SetAttributeValue(XmlConvert.VerifyNCName(name), value);
        }
        catch (XmlException e)
        {
            throw new InvalidInputException($"--set: {QuotedText.Of(name)} is not the name of an attribute.", e);
        }
    }

    private static XElement Find(XElement parent, string step, string path)
    {
        var parts = step.Split('[', ']');
        var number = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 1;
        return parent.Elements().Where(child => child.Name.LocalName == parts[0]).ElementAtOrDefault(number - 1)
            ?? throw new InvalidInputException($"--set {QuotedText.Of(path)}: {parent.Name.LocalName} has no element {QuotedText.Of(step)}, but {Describe(parent)}.");
    }

    private static string Describe(XElement parent) => string.Join(", ", parent.Elements().Select(child => child.Name.LocalName).Distinct());
}
