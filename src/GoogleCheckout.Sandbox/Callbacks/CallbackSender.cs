using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>Posts one notification to the merchant, and tells what came of it.</summary>
internal sealed class CallbackSender : IDisposable
{
    private const int LongestAnswer = 64 * 1024;

    private readonly SandboxClock _clock;
    private readonly CallbackContents _contents;
    private readonly AuthenticationHeaderValue _credentials;
    private readonly HttpClient _client;

    /// <param name="clock">Tells when an attempt was made.</param>
    /// <param name="contents">What to post.</param>
    /// <param name="credentials">Id and key of the merchant, with a colon between.</param>
    /// <param name="trusted">The only root that counts; null for those of the system.</param>
    /// <param name="timeout">How long the merchant may take, by the machine's clock as the network goes by it.</param>
    public CallbackSender(SandboxClock clock, CallbackContents contents, string credentials, X509Certificate2? trusted, TimeSpan timeout)
    {
        _clock = clock;
        _contents = contents;
        _credentials = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        _client = new HttpClient(Handler(trusted)) { Timeout = timeout, MaxResponseContentBufferSize = LongestAnswer };
    }

    /// <summary>One attempt. Whatever the merchant does, it ends in a delivery or a fault.</summary>
    /// <exception cref="OperationCanceledException">The attempt was given up.</exception>
    public async Task<SandboxDelivery> SendAsync(Notification notification, int attempt, Uri url, CancellationToken cancellationToken)
    {
        var delivery = new SandboxDelivery { Notification = notification, Attempt = attempt, SentAt = _clock.Now };
        try
        {
            using var request = Request(notification, url);
            using var response = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return delivery with
            {
                StatusCode = response.StatusCode,
                Fault = Acknowledgment.WhyNot(response.StatusCode, answer, notification.SerialNumber),
            };
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return delivery with { Fault = FaultOf(e) };
        }
    }

    public void Dispose() => _client.Dispose();

    // Straight to the merchant, and nowhere else: the credentials are for him.
    private static SocketsHttpHandler Handler(X509Certificate2? trusted) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trusted is null ? null : OnlyTrust(trusted) },
    };

    private static X509ChainPolicy OnlyTrust(X509Certificate2 root) => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { root },
        RevocationMode = X509RevocationMode.NoCheck,
    };

    private HttpRequestMessage Request(Notification notification, Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = Content(notification) };
        request.Headers.Authorization = _contents == CallbackContents.SerialNumber ? null : _credentials;
        return request;
    }

    private ByteArrayContent Content(Notification notification) => _contents switch
    {
        CallbackContents.Xml => Xml(notification),
        CallbackContents.SerialNumber => new FormUrlEncodedContent([KeyValuePair.Create("serial-number", notification.SerialNumber)]),
        _ => new FormUrlEncodedContent(NameValueForm.Of(notification)),
    };

    private static ByteArrayContent Xml(Notification notification)
    {
        using var document = new MemoryStream();
        CheckoutXml.Write(notification, document);
        var content = new ByteArrayContent(document.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/xml; charset=UTF-8");
        return content;
    }

    private string FaultOf(Exception e) => e switch
    {
        OperationCanceledException => string.Create(CultureInfo.InvariantCulture, $"The merchant did not answer within {_client.Timeout.TotalSeconds} s."),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"No TLS connection to the merchant: {e.GetBaseException().Message} A root of your own is trusted when {nameof(CheckoutSandboxOptions.CallbackTrustedCertificate)} names it.",
        _ => $"No answer from the merchant: {e.GetBaseException().Message}",
    };
}
