using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>A document on its way out, that faults have changed or will.</summary>
/// <param name="Root">The root; whoever edits the document may change it.</param>
internal sealed record EditedDocument(XElement Root)
{
    /// <summary>Whether a byte order mark comes first.</summary>
    public bool HasByteOrderMark { get; init; }

    /// <summary>A page that goes out instead; null where the document does.</summary>
    public string? Page { get; init; }

    /// <summary>The serial number of the root; null where it has none.</summary>
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
