using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Merchants;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>Tests a callback URL: posts a notification on a new connection, and finds out what is wrong.</summary>
/// <param name="merchantId">The merchant's id.</param>
/// <param name="merchantKey">The merchant's key.</param>
/// <param name="trusted">The only trusted root certificate; null for the system's root certificates.</param>
/// <param name="timeout">The time within which the merchant must respond.</param>
internal sealed class CallbackTester(string merchantId, string merchantKey, X509Certificate2? trusted, TimeSpan timeout)
{
    private readonly ResponseLimits _limits = new(timeout, CallbackSender.MaxResponseBytes);

    /// <summary>Posts the latest notification of the account again, or a sample. Failures of the merchant's server are returned, not thrown.</summary>
    /// <param name="latest">The latest notification of the account; null if there is none.</param>
    /// <param name="settings">The settings to test, with a URL.</param>
    /// <param name="cancellationToken">Cancels the test.</param>
    /// <returns>The result.</returns>
    /// <exception cref="OperationCanceledException">The test was canceled.</exception>
    public async Task<CallbackTest> RunAsync(Notification? latest, MerchantSettings settings, CancellationToken cancellationToken)
    {
        var url = settings.CallbackUrl!;
        var notification = latest ?? SampleNotifications.NewOrder();
        var certificates = new ServerCertificates();
        using var connection = new MerchantConnection($"{merchantId}:{merchantKey}", trusted, certificates);
        var (contentType, body) = CallbackSender.CreateBody(notification, settings.CallbackFormat);
        var response = await connection.PostAsync(url, contentType, body, settings.CallbackFormat != CallbackFormat.SerialNumber, _limits, cancellationToken).ConfigureAwait(false);
        return new CallbackTest
        {
            Url = url,
            Notification = notification,
            IsSample = latest is null,
            Problem = CallbackProblem.Find(url, response, certificates, merchantId) ?? FindInBody(response.Body!, notification, settings),
            Response = response,
            Certificates = certificates.Chain,
        };
    }

    private static CallbackProblem? FindInBody(byte[] body, Notification notification, MerchantSettings settings) =>
        settings.AcknowledgesSerialNumbers && AcknowledgmentValidator.GetError(body, notification.SerialNumber) is { } error
            ? new CallbackProblem($"The response does not acknowledge the notification. {error.TrimEnd('.')}.", "The body must be a notification-acknowledgment with the serial number that was posted.")
            : null;
}
