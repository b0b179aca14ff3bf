using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Cli.Documents;

/// <summary>Finds the lines of the elements of a document, by the paths of the validation: <c>/root/list/item[2]/@name</c>.</summary>
internal sealed class ElementPlaces
{
    private readonly XElement? _root;

    /// <param name="document">The document. If it cannot be read, no place is found.</param>
    public ElementPlaces(byte[] document)
    {
        try
        {
            using var content = new MemoryStream(document, writable: false);
            using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            _root = XElement.Load(xml, LoadOptions.SetLineInfo);
        }
        catch (XmlException)
        {
        }
    }

    private ElementPlaces(XElement root) => _root = root;

    /// <summary>Returns the places of each notification of a history or polling response, in the order of the document.</summary>
    public IReadOnlyList<ElementPlaces> OfNotifications() =>
        _root?.Elements().FirstOrDefault(element => element.Name.LocalName == "notifications") is { } list ? [.. list.Elements().Where(element => element.Name.LocalName.EndsWith("-notification", StringComparison.Ordinal)).Select(element => new ElementPlaces(element))] : [];

    /// <summary>Returns the line and position of an element or attribute; of what is missing, those of the element around it; 0 if nothing is known.</summary>
    public (int Line, int Column) Find(string path)
    {
        var element = _root;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            if (element is null || GetChild(element, step) is not { } child)
            {
                break;
            }

            element = child;
        }

        return element is IXmlLineInfo place && place.HasLineInfo() ? (place.LineNumber, place.LinePosition) : (0, 0);
    }

    private static XElement? GetChild(XElement parent, string step)
    {
        var parts = step.Split('[', ']');
        var number = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 1;
        return parent.Elements().Where(child => child.Name.LocalName == parts[0]).ElementAtOrDefault(number - 1);
    }
}
