using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace GoogleCheckout.Sandbox.Merchants;

/// <summary>Posts messages to the merchant's server.</summary>
internal sealed class MerchantConnection : IDisposable
{
    public const string XmlContentType = "application/xml; charset=UTF-8";
    public const string FormContentType = "application/x-www-form-urlencoded";

    private readonly AuthenticationHeaderValue _credentials;
    private readonly HttpClient _client;

    /// <param name="credentials">The merchant's id and key, separated by a colon.</param>
    /// <param name="trusted">The only trusted root certificate; null for the system's root certificates.</param>
    /// <param name="certificates">Records the certificates of the server; null to record none.</param>
    public MerchantConnection(string credentials, X509Certificate2? trusted, ServerCertificates? certificates = null)
    {
        _credentials = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        _client = new HttpClient(CreateHandler(trusted, certificates)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Posts once. Failures of the merchant's server are returned, not thrown.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="contentType">The content type of the body.</param>
    /// <param name="body">The request body.</param>
    /// <param name="authorize">Whether to send the merchant's credentials.</param>
    /// <param name="limits">The limits of the response's time and size.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The response, or the reason why there is none.</returns>
    /// <exception cref="OperationCanceledException">The request was canceled.</exception>
    public async Task<MerchantResponse> PostAsync(Uri url, string contentType, ReadOnlyMemory<byte> body, bool authorize, ResponseLimits limits, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limits.MaxTime);
        var startedAt = Stopwatch.GetTimestamp();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            request.Headers.Authorization = authorize ? _credentials : null;
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(limits.MaxBytes, timeout.Token).ConfigureAwait(false);
            return new MerchantResponse { Duration = Stopwatch.GetElapsedTime(startedAt), StatusCode = response.StatusCode, Location = response.Headers.Location, Body = await response.Content.ReadAsByteArrayAsync(timeout.Token).ConfigureAwait(false) };
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new MerchantResponse { Duration = Stopwatch.GetElapsedTime(startedAt), ConnectionError = GetError(e, limits), Failure = GetFailure(e) };
        }
    }

    public void Dispose() => _client.Dispose();

    // No redirects and no proxy: only the merchant may receive the credentials.
    private static SocketsHttpHandler CreateHandler(X509Certificate2? trusted, ServerCertificates? certificates) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = trusted is null ? null : CreateTrustPolicy(trusted),
            RemoteCertificateValidationCallback = certificates is null ? null : certificates.Validate,
        },
    };

    private static X509ChainPolicy CreateTrustPolicy(X509Certificate2 root) => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { root },
        RevocationMode = X509RevocationMode.NoCheck,
    };

    private static string GetError(Exception e, ResponseLimits limits) => e switch
    {
        OperationCanceledException => string.Create(CultureInfo.InvariantCulture, $"The merchant did not respond within {limits.MaxTime.TotalSeconds} s."),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"No TLS connection to the merchant: {GetMessage(e)} To trust the root of a test certificate, set {nameof(CheckoutSandboxOptions.CallbackTrustedCertificate)}.",
        _ => $"No response from the merchant: {GetMessage(e)}",
    };

    private static ConnectionFailure GetFailure(Exception e) => e switch
    {
        OperationCanceledException => ConnectionFailure.Timeout,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => ConnectionFailure.NameNotResolved,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => ConnectionFailure.NotConnected,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => ConnectionFailure.NoTls,
        _ => ConnectionFailure.Other,
    };

    // The network's exceptions quote what the merchant's server sent, such as a status line.
    private static string GetMessage(Exception e) => QuotedText.Of(e.GetBaseException().Message, QuotedText.LineLength);
}
