using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GoogleCheckout.Benchmarks.Report;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// A sandbox that runs for long: carts, forms, commands, searches, documents that are invalid, and requests of strangers. Its limits fill within the first
/// requests; after that its memory does not grow.
/// </summary>
internal static class SandboxMemory
{
    private const int DefaultRequests = 1_000_000;
    private const int Steps = 10;
    private const int AtOnce = 8;
    private const int PrivateDataLength = 4_000;
    private const double MaxGrowth = 1.1;

    /// <param name="settings">Nothing, or <c>--requests N</c>.</param>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(string[] settings)
    {
        var requests = settings is ["--requests", var number] ? int.Parse(number, CultureInfo.InvariantCulture) : DefaultRequests;
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { HttpEndpoint = new IPEndPoint(IPAddress.Loopback, 0), RequireClientCertificate = false });
        using var client = new HttpClient { BaseAddress = sandbox.HttpBaseAddress };
        var kinds = await CreateKindsAsync(sandbox);
        var memory = new List<double>();
        for (var step = 0; step < Steps; step++)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
            await Parallel.ForAsync(step * requests / Steps, (step + 1) * requests / Steps, options, async (index, cancellationToken) => await kinds[index % kinds.Count].SendAsync(client, cancellationToken));
            memory.Add(GC.GetTotalMemory(forceFullCollection: true) / 1_000_000.0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  after {(step + 1) * requests / Steps:N0} requests: {memory[^1]:F1} MB of managed heap, {Environment.WorkingSet / 1_000_000} MB of working set"));
        }

        return
        [
            new Row(
                string.Create(CultureInfo.InvariantCulture, $"{requests:N0} requests to one sandbox: carts, forms, commands, searches, invalid documents, strangers"),
                string.Create(CultureInfo.InvariantCulture, $"{memory[0]:F0} MB of managed heap after a tenth of them, {memory[^1]:F0} MB after all, {memory.Max():F0} MB at most"),
                string.Empty,
                memory[^1] / memory[0],
                "at most 1.1",
                memory[^1] <= MaxGrowth * memory[0]),
        ];
    }

    private static async Task<IReadOnlyList<RequestKind>> CreateKindsAsync(CheckoutSandbox sandbox)
    {
        using var client = sandbox.CreateClient();
        var cart = CheckoutShoppingCart.Create(new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2 });
        var order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(cart))).GoogleOrderNumber;
        cart = cart with { ShoppingCart = cart.ShoppingCart with { MerchantPrivateData = PrivateData.FromText(new string('x', PrivateDataLength)) } };
        var merchant = sandbox.MerchantId;
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{merchant}:{sandbox.MerchantKey}"));
        var document = cart.ToXmlString();
        return
        [
            new($"merchantCheckout/Merchant/{merchant}", document, credentials),
            new($"merchantCheckout/Merchant/{merchant}", document, "bm9ib2R5OmtleQ=="),
            new($"checkout/Merchant/{merchant}", "cart=" + Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(document))), null),
            new($"checkout/Merchant/{merchant}", "cart=" + new string('x', PrivateDataLength), null),
            new($"request/Merchant/{merchant}", document[..^10], credentials),
            new($"request/Merchant/{merchant}", new SendBuyerMessageRequest { GoogleOrderNumber = "1", Message = "Unknown order" }.ToXmlString(), credentials),
            new($"request/Merchant/{merchant}/diagnose", document, credentials),
            new($"reports/Merchant/{merchant}", new NotificationHistoryRequest { OrderNumbers = [order] }.ToXmlString(), credentials),
            new($"nowhere/Merchant/{merchant}", document, credentials),
        ];
    }

    /// <param name="Path">The path below the base address.</param>
    /// <param name="Body">The body: XML, or a form.</param>
    /// <param name="Credentials">The credentials in Base64; null for none.</param>
    private sealed record RequestKind(string Path, string Body, string? Credentials)
    {
        public async Task SendAsync(HttpClient client, CancellationToken cancellationToken)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Path, UriKind.Relative))
            {
                Content = new StringContent(Body, Encoding.UTF8, Body.StartsWith('<') ? "application/xml" : "application/x-www-form-urlencoded"),
            };
            if (Credentials is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Credentials);
            }

            using var response = await client.SendAsync(request, cancellationToken);
            if ((int)response.StatusCode >= 500)
            {
                throw new InvalidOperationException($"{Path}: status {response.StatusCode}");
            }
        }
    }
}
