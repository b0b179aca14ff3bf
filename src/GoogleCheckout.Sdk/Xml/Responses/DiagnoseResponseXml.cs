using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

internal static class DiagnoseResponseXml
{
    // The document reader has already converted the echoed request to text.
    public static DiagnoseResponse Read(WireElement element) => new()
    {
        SerialNumber = element.OptionalAttribute(Attributes.SerialNumber),
        InputXml = element.RequiredText(Elements.InputXml),
        Warnings = element.Element(Elements.Warnings).Items(Elements.String, TextXml.Read),
    };

    public static void Write(WireWriter writer, XName name, DiagnoseResponse diagnosis)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.SerialNumber, diagnosis.SerialNumber);
        writer.Check(IsOneElement(diagnosis.InputXml), nameof(diagnosis.InputXml), "must be one XML element", Elements.InputXml);
        writer.Start(Elements.InputXml);
        writer.Markup(diagnosis.InputXml.Trim());
        writer.End();
        writer.List(Elements.Warnings, diagnosis.Warnings, Elements.String, TextXml.Write);
        writer.End();
    }

    private static bool IsOneElement(string? xml)
    {
        try
        {
            return xml is not null && XDocument.Parse(xml) is { Declaration: null } document && document.Nodes().All(node => node is XElement);
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
