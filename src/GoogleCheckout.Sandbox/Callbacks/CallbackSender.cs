using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Faults;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Merchants;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>Posts a notification to the merchant, once for each call.</summary>
/// <param name="clock">The sandbox's clock.</param>
/// <param name="format">The format of the request body.</param>
/// <param name="requireSerialNumber">Whether an acknowledgment must contain the serial number; otherwise status 200 is sufficient.</param>
/// <param name="connection">The connection to the merchant.</param>
/// <param name="timeout">The time within which the merchant must respond.</param>
internal sealed class CallbackSender(SandboxClock clock, CallbackFormat format, bool requireSerialNumber, MerchantConnection connection, TimeSpan timeout)
{
    private const int MaxResponseBytes = 64 * 1024;
    private const string NoSerialNumber = "The document had no serial number that an acknowledgment could contain.";

    private readonly ResponseLimits _limits = new(timeout, MaxResponseBytes);

    /// <summary>Attempts the delivery once. Failures of the merchant's server are returned, not thrown; those of building the document are thrown.</summary>
    /// <param name="notification">The notification.</param>
    /// <param name="edited">The document to send instead; null to send the notification.</param>
    /// <param name="attempt">The number of the attempt, from 1.</param>
    /// <param name="url">The URL.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>The attempt and its result.</returns>
    /// <exception cref="OperationCanceledException">The attempt was canceled.</exception>
    public async Task<SandboxDelivery> SendAsync(Notification notification, EditedDocument? edited, int attempt, Uri url, CancellationToken cancellationToken)
    {
        var delivery = CreateDelivery(notification, attempt);
        var response = await connection.PostAsync(url, edited is null ? CreateContent(notification) : CreateContent(edited, notification.SerialNumber), format != CallbackFormat.SerialNumber, _limits, cancellationToken).ConfigureAwait(false);
        return delivery with
        {
            StatusCode = response.StatusCode,
            Error = response.Error ?? (requireSerialNumber ? GetError(response.Body!, GetSentSerialNumber(notification, edited)) : null),
        };
    }

    /// <summary>Returns a failed attempt, for a request that was not sent.</summary>
    public SandboxDelivery Fail(Notification notification, int attempt, string error) => CreateDelivery(notification, attempt) with { Error = error };

    private static string? GetError(byte[] body, string? serialNumber) => serialNumber is null ? NoSerialNumber : AcknowledgmentValidator.GetError(body, serialNumber);

    private SandboxDelivery CreateDelivery(Notification notification, int attempt) => new() { Notification = notification, Attempt = attempt, SentAt = clock.Now };

    // The serial number that the merchant receives, if any. A request in the serial number format always contains one.
    private string? GetSentSerialNumber(Notification notification, EditedDocument? edited) =>
        edited is null ? notification.SerialNumber : edited.SerialNumber ?? (format == CallbackFormat.SerialNumber ? notification.SerialNumber : null);

    private HttpContent CreateContent(Notification notification) => format switch
    {
        CallbackFormat.Xml => MerchantConnection.CreateContent(notification),
        CallbackFormat.SerialNumber => CreateSerialNumberForm(notification.SerialNumber),
        _ => new FormUrlEncodedContent(NameValueForm.GetFields(notification.ToXElement())),
    };

    private HttpContent CreateContent(EditedDocument edited, string serialNumber) => format switch
    {
        CallbackFormat.SerialNumber => CreateSerialNumberForm(edited.SerialNumber ?? serialNumber),
        CallbackFormat.NameValue when edited.Page is null => new FormUrlEncodedContent(NameValueForm.GetFields(edited.Root)),
        _ => MerchantConnection.CreateContent(edited.ToBytes()),
    };

    private static FormUrlEncodedContent CreateSerialNumberForm(string serialNumber) => new([KeyValuePair.Create("serial-number", serialNumber)]);
}
