using System.Text;
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.WebUtilities;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>
/// Judges what the merchant answered with status 200 to a notification, as version 2.5 of the API did: it must be a
/// notification-acknowledgment, XML or name/value, that names the serial number.
/// </summary>
internal static class AcknowledgmentValidator
{
    private const string Root = "notification-acknowledgment";
    private const string Missing = "Expected serial number was not contained in notification acknowledgment";
    private const string Unreadable = "Error parsing notification acknowledgment";

    /// <summary>Why the answer acknowledges nothing; null where it does.</summary>
    public static string? GetError(byte[] answer, string serialNumber)
    {
        var text = Encoding.UTF8.GetString(answer).Trim('\uFEFF', ' ', '\t', '\r', '\n');
        return text.Length == 0 ? $"{Missing}: the answer is empty."
            : text[0] == '<' ? WhyNotXml(answer, serialNumber)
            : WhyNotForm(text, serialNumber);
    }

    private static string? WhyNotXml(byte[] answer, string serialNumber)
    {
        try
        {
            return CheckoutXml.Parse(answer) is NotificationAcknowledgment acknowledgment
                ? GetError(acknowledgment.SerialNumber, serialNumber)
                : $"{Unreadable}: the answer is another document than a {Root}.";
        }
        catch (CheckoutXmlException e)
        {
            return $"{Unreadable}: {e.Message}";
        }
    }

    private static string? WhyNotForm(string answer, string serialNumber)
    {
        var fields = QueryHelpers.ParseQuery(answer);
        return fields.TryGetValue("_type", out var type) && type == Root
            ? GetError(fields.TryGetValue("serial-number", out var named) ? named.ToString() : null, serialNumber)
            : $"{Unreadable}: the answer is neither XML nor a form whose _type is {Root}.";
    }

    private static string? GetError(string? named, string expected) =>
        named == expected ? null
        : string.IsNullOrEmpty(named) ? $"{Missing}: it names none."
        : $"{Missing}: it names another.";
}
