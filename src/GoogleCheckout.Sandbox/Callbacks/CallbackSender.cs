using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Faults;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Merchants;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>Posts one notification to the merchant, and tells what came of it.</summary>
/// <param name="clock">Tells when an attempt was made.</param>
/// <param name="contents">What to post.</param>
/// <param name="needsSerialNumber">Whether an acknowledgment has to name the serial number; otherwise status 200 is enough.</param>
/// <param name="connection">The way there.</param>
/// <param name="timeout">How long the merchant may take.</param>
internal sealed class CallbackSender(SandboxClock clock, CallbackFormat contents, bool needsSerialNumber, MerchantConnection connection, TimeSpan timeout)
{
    private const int MaxResponseBytes = 64 * 1024;
    private const string Unnamed = "The document had no serial number that an acknowledgment could name.";

    private readonly ResponseLimits _limits = new(timeout, MaxResponseBytes);

    /// <summary>One attempt. Whatever the merchant does, it ends in a delivery or a fault.</summary>
    /// <param name="notification">The notification.</param>
    /// <param name="edited">What to send in its place; null for itself.</param>
    /// <param name="attempt">Which attempt it is, from 1.</param>
    /// <param name="url">Where to.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="OperationCanceledException">The attempt was given up.</exception>
    public async Task<SandboxDelivery> SendAsync(Notification notification, EditedDocument? edited, int attempt, Uri url, CancellationToken cancellationToken)
    {
        var delivery = Delivery(notification, attempt);
        var answer = await connection.PostAsync(url, edited is null ? Content(notification) : Content(edited, notification.SerialNumber), contents != CallbackFormat.SerialNumber, _limits, cancellationToken).ConfigureAwait(false);
        return delivery with
        {
            StatusCode = answer.StatusCode,
            Fault = answer.Error ?? (needsSerialNumber ? GetError(answer.Body!, Told(notification, edited)) : null),
        };
    }

    /// <summary>An attempt that came to nothing, because the test's code for faults failed.</summary>
    public SandboxDelivery Fail(Notification notification, int attempt, Exception e) =>
        Delivery(notification, attempt) with { Fault = $"A fault could not be done: {e.GetType().Name}: {e.Message}" };

    private static string? GetError(byte[] answer, string? serialNumber) => serialNumber is null ? Unnamed : AcknowledgmentValidator.GetError(answer, serialNumber);

    private SandboxDelivery Delivery(Notification notification, int attempt) => new() { Notification = notification, Attempt = attempt, SentAt = clock.Now };

    // Which serial number the merchant was told, if any; one who is pushed nothing else always is.
    private string? Told(Notification notification, EditedDocument? edited) =>
        edited is null ? notification.SerialNumber : edited.SerialNumber ?? (contents == CallbackFormat.SerialNumber ? notification.SerialNumber : null);

    private HttpContent Content(Notification notification) => contents switch
    {
        CallbackFormat.Xml => MerchantConnection.Content(notification),
        CallbackFormat.SerialNumber => SerialNumberForm(notification.SerialNumber),
        _ => new FormUrlEncodedContent(NameValueForm.Of(notification.ToXElement())),
    };

    private HttpContent Content(EditedDocument edited, string serialNumber) => contents switch
    {
        CallbackFormat.SerialNumber => SerialNumberForm(edited.SerialNumber ?? serialNumber),
        CallbackFormat.NameValue when edited.Page is null => new FormUrlEncodedContent(NameValueForm.Of(edited.Root)),
        _ => MerchantConnection.Content(edited.ToBytes()),
    };

    private static FormUrlEncodedContent SerialNumberForm(string serialNumber) => new([KeyValuePair.Create("serial-number", serialNumber)]);
}
