using System.Net;
using System.Text;

namespace GoogleCheckout.Client;

/// <summary>Sample responses of the service.</summary>
internal static class SampleResponses
{
    public const string Namespace = "http://checkout.google.com/schema/2";

    public static string RequestReceived => Document("request-received", "serial-number=\"receipt-1\"", string.Empty);

    public static string Bye => Document("bye", "serial-number=\"bye-1\"", string.Empty);

    public static string Html => "<html><head><title>Error</title></head><body><h1>Service unavailable</h1></body></html>";

    public static string Error(string message, string warning = "be careful") => Document(
        "error", "serial-number=\"error-1\"", $"<error-message>{message}</error-message><warning-messages><string>{warning}</string></warning-messages>");

    public static string Charge(string serialNumber, string root = "charge-amount-notification") => Document(root, $"serial-number=\"{serialNumber}\"", ChargeContent);

    public static string History(string? nextPageToken, params string[] serialNumbers) => Document(
        "notification-history-response",
        "serial-number=\"history-1\"",
        $"<notifications>{string.Concat(serialNumbers.Select(serial => $"<charge-amount-notification serial-number=\"{serial}\">{ChargeContent}</charge-amount-notification>"))}</notifications>"
            + (nextPageToken is null ? string.Empty : $"<next-page-token>{nextPageToken}</next-page-token>"));

    public static string Polled(string continueToken, bool hasMore, params string[] serialNumbers) => Document(
        "notification-data-response",
        "serial-number=\"data-1\"",
        $"<continue-token>{continueToken}</continue-token><has-more-notifications>{(hasMore ? "true" : "false")}</has-more-notifications>"
            + $"<notifications>{string.Concat(serialNumbers.Select(serial => $"<charge-amount-notification serial-number=\"{serial}\">{ChargeContent}</charge-amount-notification>"))}</notifications>");

    public static string Document(string root, string attributes, string content) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><{root} xmlns=\"{Namespace}\" {attributes}>{content}</{root}>";

    public static HttpResponseMessage Xml(string document, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(document, Encoding.UTF8, "application/xml") };

    public static HttpResponseMessage Page(HttpStatusCode status, string html) =>
        new(status) { Content = new StringContent(html, Encoding.UTF8, "text/html") };

    private const string ChargeContent =
        "<google-order-number>841171949013218</google-order-number><timestamp>2012-10-10T02:10:58.178Z</timestamp>"
        + "<latest-charge-amount currency=\"USD\">12.50</latest-charge-amount><total-charge-amount currency=\"USD\">12.50</total-charge-amount>";
}
