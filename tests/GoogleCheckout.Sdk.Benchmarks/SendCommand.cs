using System.Net.Http.Headers;
using System.Text;
using BenchmarkDotNet.Attributes;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// A command over mutual TLS to a sandbox in this process, over one kept connection. Budget: within 10 % of a bare
/// <see cref="HttpClient"/> that posts the same bytes.
/// </summary>
[MemoryDiagnoser]
public class SendCommand
{
    private CheckoutSandbox _sandbox = null!;
    private HttpClient _bare = null!;
    private HttpClient _clients = null!;
    private CheckoutClient _client = null!;
    private ArchiveOrderRequest _command = null!;
    private Uri _endpoint = null!;
    private byte[] _document = null!;
    private AuthenticationHeaderValue _credentials = null!;

    // The in-process toolchain does not wait for a setup that is asynchronous.
    [GlobalSetup]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Stop() => StopAsync().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public async Task<byte[]> BareHttpClient()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = new ByteArrayContent(_document) };
        request.Headers.Authorization = _credentials;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml", "UTF-8");
        using var response = await _bare.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    [Benchmark]
    public Task<RequestReceivedResponse> CheckoutClientSend() => _client.SendAsync(_command);

    private async Task StartAsync()
    {
        _sandbox = await CheckoutSandbox.StartAsync();
        var options = _sandbox.CreateOptions();
        _bare = new HttpClient(CheckoutHttpHandler.Create(options));
        _clients = new HttpClient(CheckoutHttpHandler.Create(options));
        _client = new CheckoutClient(_clients, options);

        var redirect = await _client.CheckoutAsync(new Carts.CheckoutShoppingCart
        {
            ShoppingCart = new Carts.ShoppingCart
            {
                Items = [new Carts.Item { ItemName = "Tea", ItemDescription = "Green", UnitPrice = new Money(5m, "USD"), Quantity = 1 }],
            },
        });
        var order = await _sandbox.PlaceOrderAsync(redirect);

        _command = new ArchiveOrderRequest { GoogleOrderNumber = order.GoogleOrderNumber };
        _document = Encoding.UTF8.GetBytes(_command.ToXmlString());
        _endpoint = new Uri(_sandbox.BaseAddress, $"request/Merchant/{_sandbox.MerchantId}");
        _credentials = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_sandbox.MerchantId}:{_sandbox.MerchantKey}")));
    }

    private async Task StopAsync()
    {
        _client.Dispose();
        _clients.Dispose();
        _bare.Dispose();
        await _sandbox.DisposeAsync();
    }
}
