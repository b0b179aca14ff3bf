using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

internal static class DiagnoseResponseXml
{
    // The document reader has already converted the echoed request to text.
    public static DiagnoseResponse Read(WireElement element) => new()
    {
        SerialNumber = element.OptionalIdentifierAttribute(Attributes.SerialNumber),
        InputXml = element.RequiredText(Elements.InputXml).Trim(),
        Warnings = element.Element(Elements.Warnings).Items(Elements.String, TextXml.Read),
    };

    public static void Write(WireWriter writer, XName name, DiagnoseResponse diagnosis)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.SerialNumber, diagnosis.SerialNumber);
        var input = CopyElement(diagnosis.InputXml);
        writer.Check(input is not null, nameof(diagnosis.InputXml), "must be one XML element without a declaration, at most 62 levels deep, with at most 64 attributes", Elements.InputXml);
        writer.Start(Elements.InputXml);
        writer.Markup(input!);
        writer.End();
        writer.List(Elements.Warnings, diagnosis.Warnings, Elements.String, TextXml.Write);
        writer.End();
    }

    /// <summary>Returns the element as the content of an element of the protocol; null if it is not one element that can be read again.</summary>
    private static string? CopyElement(string? xml)
    {
        try
        {
            return xml is null ? null : ElementText.CopyElement(xml);
        }
        catch (Exception e) when (e is XmlException or XmlLimitException)
        {
            return null;
        }
    }
}
