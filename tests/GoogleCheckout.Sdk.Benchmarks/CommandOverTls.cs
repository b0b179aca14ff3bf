using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// A command, posting a cart, over mutual TLS to a sandbox in a separate process, each over one kept connection, the two
/// alternating. Budget: within 10 % of a bare <see cref="HttpClient"/> that posts the same bytes and reads the same response.
/// </summary>
internal static class CommandOverTls
{
    private const int WarmUp = 5_000;
    private const int Rounds = 101;
    private const int PostsPerRound = 100;

    public static async Task MeasureAsync()
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        var options = sandbox.CreateOptions();
        using var client = new CheckoutClient(options);
        using var bare = BareClient(options);
        var endpoint = new Uri(options.Environment.BaseAddress, $"merchantCheckout/Merchant/{CallbackSite.MerchantId}");
        await CompareAsync(() => PostAsync(bare, endpoint), () => client.CheckoutAsync(Cart));
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

    private static async Task CompareAsync(Func<Task> bare, Func<Task> client)
    {
        for (var i = 0; i < WarmUp; i++)
        {
            await bare();
            await client();
        }

        var (bareTimes, clientTimes) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            bareTimes.Add(await MicrosecondsAsync(bare));
            clientTimes.Add(await MicrosecondsAsync(client));
        }

        var ratios = bareTimes.Zip(clientTimes, (one, other) => other / one);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare HttpClient {Median(bareTimes):F1} us, CheckoutClient {Median(clientTimes):F1} us, median of the rounds' ratios {Median(ratios):F3}"));
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

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static async Task PostAsync(HttpClient bare, Uri endpoint)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(Document) };
        request.Headers.Authorization = Credentials;
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
