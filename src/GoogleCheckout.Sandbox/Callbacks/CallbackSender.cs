using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Faults;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Merchants;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>Posts a notification to the merchant, once for each call.</summary>
/// <param name="clock">The sandbox's clock.</param>
/// <param name="connection">The connection to the merchant.</param>
/// <param name="timeout">The time within which the merchant must respond.</param>
internal sealed class CallbackSender(SandboxClock clock, MerchantConnection connection, TimeSpan timeout)
{
    /// <summary>The maximum length of the merchant's response.</summary>
    public const int MaxResponseBytes = 64 * 1024;
    private const string NoSerialNumber = "The document had no serial number that an acknowledgment could contain.";

    private readonly ResponseLimits _limits = new(timeout, MaxResponseBytes);

    /// <summary>Attempts the delivery once. Failures of the merchant's server are returned, not thrown; those of building the document are thrown.</summary>
    /// <param name="notification">The notification.</param>
    /// <param name="edited">The document to send instead; null to send the notification.</param>
    /// <param name="attempt">The number of the attempt, from 1.</param>
    /// <param name="settings">The settings of the account, with a URL.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>The attempt and its result.</returns>
    /// <exception cref="OperationCanceledException">The attempt was canceled.</exception>
    public async Task<SandboxDelivery> SendAsync(Notification notification, EditedDocument? edited, int attempt, MerchantSettings settings, CancellationToken cancellationToken)
    {
        var (contentType, body) = edited is null ? CreateBody(notification, settings.CallbackFormat) : CreateBody(edited, notification.SerialNumber, settings.CallbackFormat);
        var delivery = CreateDelivery(notification, attempt) with { Url = settings.CallbackUrl, ContentType = contentType, Body = body };
        return await PostAsync(delivery, GetSentSerialNumber(notification, edited, settings.CallbackFormat), settings, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a body that may differ from what was sent before, once. Failures of the merchant's server are returned, not thrown.</summary>
    /// <param name="sent">A delivery of the notification that was sent before.</param>
    /// <param name="body">The body to send, in the format of that delivery.</param>
    /// <param name="attempt">The number of the attempt, from 1.</param>
    /// <param name="settings">The settings of the account, with a URL.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>The attempt and its result.</returns>
    /// <exception cref="OperationCanceledException">The attempt was canceled.</exception>
    public Task<SandboxDelivery> SendAgainAsync(SandboxDelivery sent, ReadOnlyMemory<byte> body, int attempt, MerchantSettings settings, CancellationToken cancellationToken) => PostAsync(
        CreateDelivery(sent.Notification, attempt) with { Url = settings.CallbackUrl, ContentType = sent.ContentType, Body = body }, SentBody.FindSerialNumber(sent.ContentType, body), settings, cancellationToken);

    /// <summary>Returns a failed attempt, for a request that was not sent.</summary>
    public SandboxDelivery Fail(Notification notification, int attempt, string error) => CreateDelivery(notification, attempt) with { Error = error };

    /// <summary>Creates the body of a notification, with its content type.</summary>
    public static (string ContentType, ReadOnlyMemory<byte> Body) CreateBody(Notification notification, CallbackFormat format) => format switch
    {
        CallbackFormat.Xml => (MerchantConnection.XmlContentType, MessageBytes.Of(notification)),
        CallbackFormat.SerialNumber => (MerchantConnection.FormContentType, NameValueForm.Write(CreateSerialNumberField(notification.SerialNumber))),
        _ => (MerchantConnection.FormContentType, NameValueForm.Write(NameValueForm.GetFields(notification.ToXElement()))),
    };

    private static string? GetError(byte[] body, string? serialNumber) => serialNumber is null ? NoSerialNumber : AcknowledgmentValidator.GetError(body, serialNumber);

    private async Task<SandboxDelivery> PostAsync(SandboxDelivery delivery, string? serialNumber, MerchantSettings settings, CancellationToken cancellationToken)
    {
        var response = await connection.PostAsync(delivery.Url!, delivery.ContentType!, delivery.Body, settings.CallbackFormat != CallbackFormat.SerialNumber, _limits, cancellationToken).ConfigureAwait(false);
        return delivery with
        {
            StatusCode = response.StatusCode,
            ResponseBody = response.Body,
            Duration = response.Duration,
            Error = response.Error ?? (settings.AcknowledgesSerialNumbers ? GetError(response.Body!, serialNumber) : null),
        };
    }

    private SandboxDelivery CreateDelivery(Notification notification, int attempt) => new() { Notification = notification, Attempt = attempt, SentAt = clock.Now };

    // The serial number that the merchant receives, if any. A request in the serial number format always contains one.
    private static string? GetSentSerialNumber(Notification notification, EditedDocument? edited, CallbackFormat format) =>
        edited is null ? notification.SerialNumber : edited.SerialNumber ?? (format == CallbackFormat.SerialNumber ? notification.SerialNumber : null);

    private static (string ContentType, ReadOnlyMemory<byte> Body) CreateBody(EditedDocument edited, string serialNumber, CallbackFormat format) => format switch
    {
        CallbackFormat.SerialNumber => (MerchantConnection.FormContentType, NameValueForm.Write(CreateSerialNumberField(edited.SerialNumber ?? serialNumber))),
        CallbackFormat.NameValue when edited.Page is null => (MerchantConnection.FormContentType, NameValueForm.Write(NameValueForm.GetFields(edited.Root))),
        _ => (MerchantConnection.XmlContentType, edited.ToBytes()),
    };

    private static IEnumerable<KeyValuePair<string, string>> CreateSerialNumberField(string serialNumber) => [KeyValuePair.Create("serial-number", serialNumber)];
}
