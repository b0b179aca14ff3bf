using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>The client of a script, over plain HTTP.</summary>
internal sealed class ControlClient : IDisposable
{
    private readonly HttpClient _client;

    public ControlClient(Uri address, string? credentials)
    {
        _client = new HttpClient { BaseAddress = new Uri(address, "/") };
        if (credentials is not null)
        {
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        }
    }

    public Task<(HttpStatusCode Status, JsonElement Response)> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<(HttpStatusCode Status, JsonElement Response)> PostAsync(string path, string json, string contentType = "application/json") =>
        SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, contentType));

    /// <summary>Posts a message to the API.</summary>
    public async Task<CheckoutMessage> PostXmlAsync(string path, CheckoutMessage message)
    {
        using var content = new StringContent(message.ToXmlString());
        using var response = await _client.PostAsync(new Uri($"checkout/api/checkout/v2/{path}", UriKind.Relative), content);
        return CheckoutXml.Parse(await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => _client.Dispose();

    private async Task<(HttpStatusCode Status, JsonElement Response)> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri($"sandbox/{path}", UriKind.Relative)) { Content = content };
        using var response = await _client.SendAsync(request);
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync()));
    }
}
