using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Benchmarks;

/// <summary>A merchant and its buyers at a sandbox in another process. The merchant uses the API; buyers and time are controlled by the control API.</summary>
internal sealed class SandboxShop : IDisposable
{
    private readonly CheckoutClient _client;
    private readonly HttpClient _control;

    public SandboxShop(CheckoutOptions options)
    {
        _client = new CheckoutClient(options);
        _control = ControlClient(options);
    }

    public StepTimes Steps { get; } = new();

    private static CheckoutShoppingCart Cart { get; } = new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items =
            [
                new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2, MerchantItemId = "sencha" },
                new Item { ItemName = "Tea pot", ItemDescription = "For two", UnitPrice = new Money(24.00m, "USD"), Quantity = 1, MerchantItemId = "pot" },
            ],
        },
        CheckoutFlowSupport = new MerchantCheckoutFlowSupport { ShippingMethods = [new FlatRateShipping { Name = "Ground", Price = new Money(4.50m, "USD") }] },
    };

    /// <summary>Posts a cart and places the order.</summary>
    /// <returns>The order's number.</returns>
    public async Task<string> OrderAsync()
    {
        var redirect = await Steps.TimeAsync("cart", () => _client.CheckoutAsync(Cart));
        var order = await Steps.TimeAsync("order", () => ControlAsync("orders", new { redirectUrl = redirect.RedirectUrl }));
        return order.GetProperty("googleOrderNumber").GetString()!;
    }

    /// <summary>Advances the clock until the review of all orders is over and the merchant is notified.</summary>
    public Task PassReviewAsync(int orders) => Steps.TimeAsync("review", () => ControlAsync("clock", new { advance = "00:01:00" }), orders);

    public async Task ChargeShipAndArchiveAsync(string order)
    {
        await Steps.TimeAsync("charge", () => _client.ChargeOrderAsync(order));
        await Steps.TimeAsync("ship", () => _client.DeliverOrderAsync(order, new TrackingData { Carrier = Carriers.UPS, TrackingNumber = "1Z" }));
        await Steps.TimeAsync("archive", () => _client.ArchiveOrderAsync(order));
    }

    public Task SummarizeAsync(string order) => Steps.TimeAsync("summary", () => _client.GetOrderSummariesAsync([order]));

    /// <summary>Waits until all notifications are delivered.</summary>
    public Task DeliverAsync(int orders) => Steps.TimeAsync("deliver", () => ControlAsync("deliver", new { }), orders);

    public Task SetCallbackAsync(Uri? url) => ControlAsync("callback", new { url });

    /// <summary>Verifies that the last deliveries are these orders' notifications, and that all are acknowledged.</summary>
    public async Task CheckDeliveriesAsync(string[] orders, int each)
    {
        var deliveries = JsonDocument.Parse(await _control.GetStringAsync(new Uri($"deliveries?latest={orders.Length * each}", UriKind.Relative))).RootElement.EnumerateArray().ToList();
        var acknowledged = deliveries.Where(delivery => delivery.GetProperty("acknowledged").GetBoolean()).CountBy(delivery => delivery.GetProperty("googleOrderNumber").GetString()!).ToDictionary();
        if (orders.FirstOrDefault(order => acknowledged.GetValueOrDefault(order) != each) is { } missing)
        {
            throw new InvalidDataException($"Of order {missing} {acknowledged.GetValueOrDefault(missing)} notifications were acknowledged. The last delivery: {deliveries[^1]}");
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _control.Dispose();
    }

    private async Task<JsonElement> ControlAsync(string what, object settings)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(settings));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _control.PostAsync(new Uri(what, UriKind.Relative), content);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(answer) : throw new InvalidDataException(Encoding.UTF8.GetString(answer));
    }

    private static HttpClient ControlClient(CheckoutOptions options)
    {
        var roots = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        roots.CustomTrustStore.Add(options.TrustedCertificate!);
        var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { ClientCertificates = [options.ClientCertificate!], CertificateChainPolicy = roots } };
        var control = new HttpClient(handler) { BaseAddress = new Uri(options.Environment!.BaseAddress, "/sandbox/"), Timeout = TimeSpan.FromMinutes(2) };
        control.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.MerchantId}:{options.MerchantKey}")));
        return control;
    }
}
