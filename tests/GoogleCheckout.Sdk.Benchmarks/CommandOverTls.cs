using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using GoogleCheckout.Benchmarks.Report;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// A command, posting a cart, over mutual TLS to a sandbox in a separate process, each over one kept connection, the two
/// alternating. Goal: at most 1.05 times a bare <see cref="HttpClient"/> that posts the same bytes and reads the same response.
/// </summary>
internal static class CommandOverTls
{
    // Until the runtime has compiled all of it for speed, in this process and in the sandbox.
    private const int WarmUp = 30_000;
    private const int Rounds = 401;
    private const int PostsPerRound = 50;

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        var options = sandbox.CreateOptions();
        using var client = new CheckoutClient(options);
        using var bare = BareClient(options);
        var endpoint = new Uri(options.Environment.BaseAddress, $"merchantCheckout/Merchant/{CallbackSite.MerchantId}");
        var times = await CompareAsync(() => PostAsync(bare, endpoint), () => client.CheckoutAsync(Cart));
        return
        [
            new Row(
                "a command over mutual TLS, to a sandbox in another process",
                FormattableString.Invariant($"{times.Measured:F0} µs"),
                FormattableString.Invariant($"a bare `HttpClient`: {times.Against:F0} µs"),
                times.Ratio,
                "at most 1.05",
                times.Ratio <= 1.05),
        ];
    }

    private static CheckoutShoppingCart Cart { get; } = new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items = [new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2 }],
        },
    };

    private static byte[] Document { get; } = Encoding.UTF8.GetBytes(Cart.ToXmlString());

    private static AuthenticationHeaderValue Credentials { get; } = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{CallbackSite.MerchantId}:{CallbackSite.MerchantKey}")));

    private static async Task<Comparison> CompareAsync(Func<Task> bare, Func<Task> client)
    {
        for (var i = 0; i < WarmUp; i++)
        {
            await bare();
            await client();
        }

        return await Comparison.RunAsync(Rounds, () => MicrosecondsAsync(bare), () => MicrosecondsAsync(client));
    }

    private static async Task<double> MicrosecondsAsync(Func<Task> post)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < PostsPerRound; i++)
        {
            await post();
        }

        return clock.Elapsed.TotalMicroseconds / PostsPerRound;
    }

    private static async Task PostAsync(HttpClient bare, Uri endpoint)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(Document) };
        request.Headers.Authorization = Credentials;

        // As the protocol requires it, and as our client sends it.
        request.Headers.TryAddWithoutValidation("Accept", "application/xml; charset=UTF-8");
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml", "UTF-8");
        using var response = await bare.SendAsync(request);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    private static HttpClient BareClient(CheckoutOptions options)
    {
        var roots = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        roots.CustomTrustStore.Add(options.TrustedCertificate!);
        return new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { ClientCertificates = [options.ClientCertificate!], CertificateChainPolicy = roots },
        });
    }
}
