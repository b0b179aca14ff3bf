using System.Net;
using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Growth;

/// <summary>
/// The control endpoint and the log are linear in what they receive. Measured over HTTP in one process, so that the figures include the
/// client, which reads and writes the same bytes.
/// </summary>
[NonParallelizable]
public sealed class ControlGrowthTests : IAsyncDisposable
{
    private const int MaxFactor = 14;

    private static readonly (string Family, int Size, string Path, Func<int, string> CreateBody)[] Families =
    [
        ("an order with n codes", 20_000, "orders", n => Order($"\"codes\": [{Repeat("\"SPRING\"", n)}]")),
        ("an order with n other addresses", 2_000, "orders", n => Order($"\"otherAddresses\": [{Repeat("{\"city\": \"Springfield\", \"countryCode\": \"US\"}", n)}]")),
        ("an order with n members that do not exist", 20_000, "orders", n => Order(string.Join(", ", Enumerable.Range(0, n).Select(number => $"\"m{number}\": 1")))),
        ("an order with n times the same member", 10_000, "orders", n => Order(Repeat("\"language\": \"en_US\"", n))),
        ("an order with a member name of n characters", 100_000, "orders", n => Order($"\"{new string('m', n)}\": 1")),
        ("n arrays inside each other", 50_000, "orders", n => new string('[', n)),
        ("an order of n white spaces", 100_000, "orders", n => Order(new string(' ', n))),
        ("a reason of n characters", 100_000, "orders/100000000000001/cancel-by-google", n => $"{{\"reason\": \"{new string('r', n)}\"}}"),
        ("a reason of n escapes", 20_000, "orders/100000000000001/cancel-by-google", n => $"{{\"reason\": \"{string.Concat(Enumerable.Repeat("\\u0001", n))}\"}}"),
        ("an amount of n digits", 100_000, "orders/100000000000001/chargeback", n => $"{{\"amount\": {new string('9', n)}}}"),
        ("a URL of n characters", 100_000, "callback", n => $"{{\"url\": \"no-url/{new string('u', n)}\"}}"),
        ("a card of n characters", 100_000, "orders/100000000000001/card", n => $"{{\"card\": \"{new string('4', n)}\"}}"),
        ("a kind of fault of n characters", 100_000, "faults", n => $"{{\"fault\": \"{new string('f', n)}\"}}"),
        ("a quirk of n characters", 100_000, "delivery-faults", n => $"{{\"fault\": \"quirk\", \"quirk\": \"{new string('q', n)}\"}}"),
        ("a time span of n characters", 100_000, "clock", n => $"{{\"advance\": \"{new string('1', n)}\"}}"),
    ];

    private static IEnumerable<TestCaseData> AllFamilies() => Families.Select(family => new TestCaseData(family).SetArgDisplayNames(family.Family));

    private CheckoutSandbox _sandbox = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        _sandbox = await StartAsync();
        _client = CreateClient(_sandbox);
    }

    [OneTimeTearDown]
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [TestCaseSource(nameof(AllFamilies))]
    public async Task Post_BodyOfTwiceTheSize_AllocatesTwiceAsMuch((string Family, int Size, string Path, Func<int, string> CreateBody) family) => await AllocationGrowth.VerifyAsync(
        "control endpoint", family.Family, family.Size, MaxFactor,
        n => Encoding.UTF8.GetBytes(family.CreateBody(n)),
        body => body.Length,
        async body =>
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
            using var response = await _client.PostAsync(new Uri($"sandbox/{family.Path}", UriKind.Relative), content);

            Assert.That((int)response.StatusCode, Is.GreaterThanOrEqualTo(400).And.LessThan(500));
            Assert.That((await response.Content.ReadAsByteArrayAsync()).Length, Is.LessThan(2_000), "an error quotes little of the request");
        });

    [Test]
    public async Task GetRequests_TwiceAsManyEntries_AllocatesTwiceAsMuch()
    {
        var sandboxes = new Dictionary<int, CheckoutSandbox>();
        foreach (var size in (int[])[200, 400])
        {
            sandboxes[size] = await StartAsync();
            using var client = CreateClient(sandboxes[size]);
            for (var i = 0; i < size; i++)
            {
                await PostXmlAsync(client, sandboxes[size].MerchantId, $"<hello xmlns=\"http://checkout.google.com/schema/2\"/>{new string(' ', 1_000)}");
            }
        }

        try
        {
            await AllocationGrowth.VerifyAsync(
                "log", "n requests of 1,000 characters", 200, MaxFactor, size => sandboxes[size], sandbox => 1_000 * sandbox.Requests.Count, ReadRequestsAsync);
        }
        finally
        {
            foreach (var sandbox in sandboxes.Values)
            {
                await sandbox.DisposeAsync();
            }
        }
    }

    [Test]
    public async Task PostXml_LoggedRequestOfTwiceTheSize_AllocatesTwiceAsMuch() => await AllocationGrowth.VerifyAsync(
        "log", "a request of n characters that is no XML", 100_000, MaxFactor, n => new string('x', n), document => document.Length, document => PostXmlAsync(_client, _sandbox.MerchantId, document));

    private static async Task<CheckoutSandbox> StartAsync() =>
        await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { EnableControlApi = true, HttpEndpoint = new IPEndPoint(IPAddress.Loopback, 0) });

    private static HttpClient CreateClient(CheckoutSandbox sandbox) => new()
    {
        BaseAddress = new Uri(sandbox.HttpBaseAddress!, "/"),
        DefaultRequestHeaders = { Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{sandbox.MerchantId}:{sandbox.MerchantKey}"))) },
    };

    private static async Task ReadRequestsAsync(CheckoutSandbox sandbox)
    {
        using var client = CreateClient(sandbox);
        using var body = await client.GetStreamAsync(new Uri("sandbox/requests", UriKind.Relative));

        await body.CopyToAsync(Stream.Null);
    }

    private static async Task PostXmlAsync(HttpClient client, string merchantId, string document)
    {
        using var content = new StringContent(document, Encoding.UTF8, "application/xml");
        using var response = await client.PostAsync(new Uri($"checkout/api/checkout/v2/request/Merchant/{merchantId}", UriKind.Relative), content);
        Assert.That(response.StatusCode, Is.Not.EqualTo(HttpStatusCode.Unauthorized).And.Not.EqualTo(HttpStatusCode.NotFound));
        _ = await response.Content.ReadAsByteArrayAsync();
    }

    private static string Order(string buyer) => $"{{\"redirectUrl\": \"https://127.0.0.1/none\", \"buyer\": {{{buyer}}}}}";

    private static string Repeat(string item, int count) => string.Join(", ", Enumerable.Repeat(item, count));
}
