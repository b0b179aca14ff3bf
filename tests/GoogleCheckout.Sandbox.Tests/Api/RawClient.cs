using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>A client that sends any request. It trusts only the sandbox's certificate authority.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly CheckoutSandbox _sandbox;
    private readonly HttpClient _client;

    public RawClient(CheckoutSandbox sandbox, X509Certificate2? certificate)
    {
        _sandbox = sandbox;
        _client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate!,
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { sandbox.CertificateAuthority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        });
        Credentials = $"{sandbox.MerchantId}:{sandbox.MerchantKey}";
        MerchantId = sandbox.MerchantId;
    }

    public RawClient(CheckoutSandbox sandbox)
        : this(sandbox, sandbox.ClientCertificate)
    {
    }

    public string? Credentials { get; set; }

    public string MerchantId { get; set; }

    public string? ContentType { get; set; } = "application/xml; charset=UTF-8";

    /// <summary>Posts to a service of the API, for example <c>request</c>.</summary>
    public Task<(HttpStatusCode Status, CheckoutMessage Response)> PostAsync(string api, CheckoutMessage message) => PostAsync(api, message.ToXmlString());

    public Task<(HttpStatusCode Status, CheckoutMessage Response)> PostAsync(string api, string body) =>
        SendAsync(HttpMethod.Post, $"/checkout/api/checkout/v2/{api}/Merchant/{MerchantId}", body);

    public async Task<(HttpStatusCode Status, CheckoutMessage Response)> SendAsync(HttpMethod method, string path, string body)
    {
        using var response = await SendRawAsync(method, path, body);
        return (response.StatusCode, CheckoutXml.Parse(await response.Content.ReadAsByteArrayAsync()));
    }

    public async Task<HttpResponseMessage> SendRawAsync(HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, new Uri(_sandbox.BaseAddress, path));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (ContentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        // Lets the server reject a request by its length before the body is sent.
        request.Headers.ExpectContinue = body.Length > 1_000_000;
        if (Credentials is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Credentials)));
        }

        return await _client.SendAsync(request);
    }

    public void Dispose() => _client.Dispose();
}
