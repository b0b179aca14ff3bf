using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Fuzzing.Targets;

/// <summary>A sandbox over HTTP: it answers every request, never with a server error, and XML that it returns can be read.</summary>
internal sealed class SandboxTarget : IFuzzTarget
{
    private static readonly string[] Services = ["request", "merchantCheckout", "reports", "request/diagnose", "merchantCheckout/diagnose", "checkout"];

    private readonly CheckoutSandbox _sandbox;
    private readonly HttpClient _client = new();
    private readonly AuthenticationHeaderValue _credentials;

    private SandboxTarget(CheckoutSandbox sandbox)
    {
        _sandbox = sandbox;
        _credentials = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{sandbox.MerchantId}:{sandbox.MerchantKey}")));
    }

    public static async Task<SandboxTarget> StartAsync() =>
        new(await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { HttpEndpoint = new IPEndPoint(IPAddress.Loopback, 0), RequireClientCertificate = false }));

    public async Task<string> TryAsync(byte[] document, Random random)
    {
        var service = Services[random.Next(Services.Length)];
        var segments = service.Split('/');
        var path = $"{segments[0]}/Merchant/{_sandbox.MerchantId}{(segments.Length > 1 ? "/diagnose" : string.Empty)}";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_sandbox.HttpBaseAddress!, path)) { Content = CreateContent(document, service, random) };
        if (random.Next(16) > 0)
        {
            request.Headers.Authorization = _credentials;
        }

        using var response = await _client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        if ((int)response.StatusCode >= 500)
        {
            throw new UndocumentedResultException($"{path}: status {(int)response.StatusCode}: {Encoding.UTF8.GetString(body)}");
        }

        if (response.Content.Headers.ContentType?.MediaType == "application/xml")
        {
            CheckoutXml.Parse(body.AsMemory());
        }

        return $"status {(int)response.StatusCode}";
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    private static ByteArrayContent CreateContent(byte[] document, string service, Random random)
    {
        var content = service != "checkout" ? new ByteArrayContent(document)
            : random.Next(4) == 0 ? new ByteArrayContent(Encoding.UTF8.GetBytes("cart=" + Uri.EscapeDataString(Encoding.Latin1.GetString(document))))
            : new ByteArrayContent(Encoding.UTF8.GetBytes("cart=" + Uri.EscapeDataString(Convert.ToBase64String(document))));
        content.Headers.ContentType = new MediaTypeHeaderValue(service == "checkout" ? "application/x-www-form-urlencoded" : "application/xml");
        return content;
    }
}
