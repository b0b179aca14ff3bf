using System.Text;
using System.Xml;
using GoogleCheckout.Sandbox.Merchants;
using Microsoft.AspNetCore.WebUtilities;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>Reads the body of a delivery, which a fault or a person may have changed.</summary>
internal static class SentBody
{
    private const string SerialNumber = "serial-number";

    /// <summary>Returns the serial number that an acknowledgment must contain; null if the body has none.</summary>
    public static string? FindSerialNumber(string? contentType, ReadOnlyMemory<byte> body) =>
        contentType == MerchantConnection.FormContentType ? FindField(body) : FindAttribute(body);

    private static string? FindField(ReadOnlyMemory<byte> form) =>
        QueryHelpers.ParseQuery(Encoding.UTF8.GetString(form.Span)).TryGetValue(SerialNumber, out var value) ? value.ToString() : null;

    private static string? FindAttribute(ReadOnlyMemory<byte> document)
    {
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(document.ToArray()));
            xml.MoveToContent();
            return xml.GetAttribute(SerialNumber);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
