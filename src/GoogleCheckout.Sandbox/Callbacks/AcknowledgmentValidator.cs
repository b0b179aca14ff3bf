using System.Text;
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>
/// Validates the body of a response with status 200 to a notification, as version 2.5 of the API did: it must be a
/// <c>notification-acknowledgment</c>, XML or name/value, that contains the serial number.
/// </summary>
internal static class AcknowledgmentValidator
{
    private const string Root = "notification-acknowledgment";
    private const string Missing = "Expected serial number was not contained in notification acknowledgment";
    private const string Unreadable = "Error parsing notification acknowledgment";

    /// <summary>Returns the reason why the body is not an acknowledgment of the notification; null if it is one.</summary>
    public static string? GetError(byte[] body, string serialNumber)
    {
        var text = Encoding.UTF8.GetString(body).Trim('\uFEFF', ' ', '\t', '\r', '\n');
        var fields = text.Contains('<', StringComparison.Ordinal) ? [] : QueryHelpers.ParseQuery(text);
        return text.Length == 0 ? $"{Missing}: the response is empty."
            : fields.TryGetValue("_type", out var type) ? GetFormError(type.ToString(), fields, serialNumber)
            : GetXmlError(body, serialNumber);
    }

    private static string? GetXmlError(byte[] body, string serialNumber)
    {
        try
        {
            return CheckoutXml.Parse(body) is NotificationAcknowledgment acknowledgment
                ? GetSerialNumberError(acknowledgment.SerialNumber, serialNumber)
                : $"{Unreadable}: the response is not a {Root}.";
        }
        catch (CheckoutXmlException e)
        {
            return $"{Unreadable}: {e.Message}";
        }
    }

    private static string? GetFormError(string type, Dictionary<string, StringValues> fields, string serialNumber) => type == Root
        ? GetSerialNumberError(fields.TryGetValue("serial-number", out var actual) ? actual.ToString() : null, serialNumber)
        : $"{Unreadable}: the response is a form whose _type is not {Root}.";

    private static string? GetSerialNumberError(string? actual, string expected) =>
        actual == expected ? null
        : string.IsNullOrEmpty(actual) ? $"{Missing}: it contains none."
        : $"{Missing}: it contains a different one.";
}
