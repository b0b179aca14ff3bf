using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace GoogleCheckout.Sandbox.Merchants;

/// <summary>The way to the merchant's server, for whatever the service posts there.</summary>
internal sealed class MerchantConnection : IDisposable
{
    private readonly AuthenticationHeaderValue _credentials;
    private readonly HttpClient _client;

    /// <param name="credentials">Id and key of the merchant, with a colon between.</param>
    /// <param name="trusted">The only root that counts; null for those of the system.</param>
    public MerchantConnection(string credentials, X509Certificate2? trusted)
    {
        _credentials = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        _client = new HttpClient(Handler(trusted)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>A message as the body of a request.</summary>
    public static HttpContent Content(CheckoutMessage message)
    {
        using var document = new MemoryStream();
        CheckoutXml.Write(message, document);
        return Content(document.ToArray());
    }

    /// <summary>A document as the body of a request.</summary>
    public static HttpContent Content(byte[] document)
    {
        var content = new ByteArrayContent(document);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/xml; charset=UTF-8");
        return content;
    }

    /// <summary>Posts once. Whatever the merchant does, it ends in an answer.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="content">What; it is disposed of.</param>
    /// <param name="authorize">Whether to show the merchant's credentials.</param>
    /// <param name="limits">How long and how large the answer may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The request was given up.</exception>
    public async Task<MerchantResponse> PostAsync(Uri url, HttpContent content, bool authorize, ResponseLimits limits, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limits.Time);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
            request.Headers.Authorization = authorize ? _credentials : null;
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(limits.Bytes, timeout.Token).ConfigureAwait(false);
            return new MerchantResponse { StatusCode = response.StatusCode, Body = await response.Content.ReadAsByteArrayAsync(timeout.Token).ConfigureAwait(false) };
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new MerchantResponse { Fault = GetError(e, limits) };
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

    private static string GetError(Exception e, ResponseLimits limits) => e switch
    {
        OperationCanceledException => string.Create(CultureInfo.InvariantCulture, $"The merchant did not answer within {limits.Time.TotalSeconds} s."),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"No TLS connection to the merchant: {e.GetBaseException().Message} A root of your own is trusted when {nameof(CheckoutSandboxOptions.CallbackTrustedCertificate)} names it.",
        _ => $"No answer from the merchant: {e.GetBaseException().Message}",
    };
}
