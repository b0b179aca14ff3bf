using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>Posts one notification to the merchant, and tells what came of it.</summary>
/// <param name="clock">Tells when an attempt was made.</param>
/// <param name="contents">What to post.</param>
/// <param name="needsSerialNumber">Whether an acknowledgment has to name the serial number; otherwise status 200 is enough.</param>
/// <param name="connection">The way there.</param>
/// <param name="timeout">How long the merchant may take.</param>
internal sealed class CallbackSender(SandboxClock clock, CallbackContents contents, bool needsSerialNumber, MerchantConnection connection, TimeSpan timeout)
{
    private const int LongestAnswer = 64 * 1024;

    private readonly AnswerLimits _limits = new(timeout, LongestAnswer);

    /// <summary>One attempt. Whatever the merchant does, it ends in a delivery or a fault.</summary>
    /// <exception cref="OperationCanceledException">The attempt was given up.</exception>
    public async Task<SandboxDelivery> SendAsync(Notification notification, int attempt, Uri url, CancellationToken cancellationToken)
    {
        var delivery = new SandboxDelivery { Notification = notification, Attempt = attempt, SentAt = clock.Now };
        var answer = await connection.PostAsync(url, Content(notification), contents != CallbackContents.SerialNumber, _limits, cancellationToken).ConfigureAwait(false);
        return delivery with
        {
            StatusCode = answer.StatusCode,
            Fault = answer.WhyUnusable ?? (needsSerialNumber ? Acknowledgment.WhyNot(answer.Body!, notification.SerialNumber) : null),
        };
    }

    private HttpContent Content(Notification notification) => contents switch
    {
        CallbackContents.Xml => MerchantConnection.Content(notification),
        CallbackContents.SerialNumber => new FormUrlEncodedContent([KeyValuePair.Create("serial-number", notification.SerialNumber)]),
        _ => new FormUrlEncodedContent(NameValueForm.Of(notification)),
    };
}
