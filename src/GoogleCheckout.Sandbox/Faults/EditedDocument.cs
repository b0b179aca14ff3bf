using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>A document to send, as faults changed it.</summary>
/// <param name="Root">The root element. Edits may change it in place.</param>
internal sealed record EditedDocument(XElement Root)
{
    /// <summary>Whether the document begins with a byte order mark.</summary>
    public bool HasByteOrderMark { get; init; }

    /// <summary>The HTML page to send instead of the document; null to send the document.</summary>
    public string? Page { get; init; }

    /// <summary>The serial number of the root element; null if it has none.</summary>
    public string? SerialNumber => Root.Attribute("serial-number")?.Value;

    public byte[] ToBytes()
    {
        if (Page is not null)
        {
            return Encoding.UTF8.GetBytes(Page);
        }

        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(HasByteOrderMark), NewLineHandling = NewLineHandling.None };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            Root.Save(xml);
        }

        return bytes.ToArray();
    }
}
