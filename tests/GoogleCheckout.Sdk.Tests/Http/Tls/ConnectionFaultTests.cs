using System.Net;
using System.Net.Sockets;
using GoogleCheckout.Carts;
using GoogleCheckout.Client;
using GoogleCheckout.Orders;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Http.Tls;

/// <summary>Real connections that end before, during and after the sending of a request.</summary>
public sealed class ConnectionFaultTests : TlsTestBase
{
    [Test]
    public void ChargeOrderAsync_WhenNoServerListens_IsNotSent()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var options = TestMerchant.Options();
        options.Environment = CheckoutEnvironment.ForBaseAddress(new Uri($"https://localhost:{((IPEndPoint)closed.LocalEndpoint).Port}/"));
        closed.Stop();

        AssertNeverSent(Charge(options));
    }

    [Test]
    public void ChargeOrderAsync_WhenTheNameIsUnknown_IsNotSent()
    {
        var options = TestMerchant.Options();
        options.Environment = CheckoutEnvironment.ForBaseAddress(new Uri("https://nowhere.invalid/"));

        AssertNeverSent(Charge(options));
    }

    [Test]
    public async Task ChargeOrderAsync_WhenTheConnectionDropsInTheHandshake_IsNotSent()
    {
        await using var server = new WireServer(ServerCertificate) { DropsBeforeHandshake = true };

        AssertNeverSent(Charge(server.Options(Authority.Root)));
    }

    [Test]
    public async Task ChargeOrderAsync_WhenTheHandshakeNeverEnds_IsNotSent()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        var clock = new WaitSkippingTimeProvider();
        var options = TestMerchant.Options();
        options.TimeProvider = clock;
        options.Environment = CheckoutEnvironment.ForBaseAddress(new Uri($"https://localhost:{((IPEndPoint)mute.LocalEndpoint).Port}/"));
        using var client = new CheckoutClient(options);

        var charging = client.ChargeOrderAsync(TestMerchant.OrderNumber);
        using var connection = await mute.AcceptTcpClientAsync();
        clock.Advance(TimeSpan.FromMinutes(2));

        AssertNeverSent(await Thrown(charging));
    }

    [Test]
    public async Task ChargeOrderAsync_WhenTheConnectionDropsAfterTheRequest_OutcomeIsUnknown()
    {
        await using var server = Server(async connection => await connection.ReadRequestAsync());

        AssertOutcomeUnknown(Charge(server.Options(Authority.Root)));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ChargeOrderAsync_WhenTheConnectionIsResetAfterTheRequest_OutcomeIsUnknown()
    {
        await using var server = Server(async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });

        AssertOutcomeUnknown(Charge(server.Options(Authority.Root)));
    }

    [Test]
    public async Task CreateOrderRecurrenceAsync_WhenTheConnectionDropsWhileSending_OutcomeIsUnknown()
    {
        await using var server = Server(async connection =>
        {
            await connection.ReadSomeAsync();
            connection.Reset();
        });
        using var client = new CheckoutClient(server.Options(Authority.Root));
        var request = new CreateOrderRecurrenceRequest
        {
            GoogleOrderNumber = TestMerchant.OrderNumber,
            ShoppingCart = new ShoppingCart
            {
                Items = [new Item { ItemName = "Tea", ItemDescription = "A month of tea", UnitPrice = new Money(12m, "USD"), Quantity = 1 }],
                MerchantPrivateData = PrivateData.FromText(new string('x', 8_000_000)),
            },
        };

        AssertOutcomeUnknown(Assert.CatchAsync<CheckoutException>(() => client.CreateOrderRecurrenceAsync(request))!);
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task ChargeOrderAsync_WhenNoResponseArrivesInTime_OutcomeIsUnknown()
    {
        var (clock, arrived) = (new WaitSkippingTimeProvider(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var server = Server(async connection =>
        {
            await connection.ReadRequestAsync();
            arrived.SetResult();
            await connection.ReadSomeAsync();
        });
        var options = server.Options(Authority.Root);
        options.TimeProvider = clock;
        using var client = new CheckoutClient(options);

        var charging = client.ChargeOrderAsync(TestMerchant.OrderNumber);
        await arrived.Task;
        clock.Advance(TimeSpan.FromMinutes(2));

        AssertOutcomeUnknown(await Thrown(charging));
    }

    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<request-received")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<requ\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<request-received")]
    public async Task ChargeOrderAsync_WhenTheResponseIsCutOff_CannotReadIt(string answer)
    {
        await using var server = Server(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(answer);
        });

        var thrown = Charge(server.Options(Authority.Root));

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutXmlException>());
            Assert.That(thrown.OutcomeUnknown, Is.True);
            Assert.That(thrown.IsTransient, Is.False);
        });
    }

    [Test]
    public async Task GetOrderListAsync_WhenTheCsvIsCutOff_CannotReadIt()
    {
        await using var server = Server(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nGoogle Order Number\n1\n2");
        });
        using var client = new CheckoutClient(server.Options(Authority.Root));
        var rows = 0;

        Assert.That(
            async () =>
            {
                await foreach (var row in client.GetOrderListAsync(new() { StartDate = new DateTime(2012, 1, 1), EndDate = new DateTime(2012, 1, 2) }))
                {
                    rows++;
                }
            },
            Throws.TypeOf<CheckoutXmlException>().With.Property("OutcomeUnknown").False);
        Assert.That(rows, Is.EqualTo(1));
    }

    [Test]
    public async Task ChargeOrderAsync_WhenRedirected_DoesNotFollow([Values(301, 302, 303, 307, 308)] int status)
    {
        WireServer? server = null;
        server = Server(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync($"HTTP/1.1 {status} Elsewhere\r\nLocation: {server!.BaseAddress}elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        await using var running = server;

        var thrown = Charge(server.Options(Authority.Root));

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutApiException>().With.Property("StatusCode").EqualTo((HttpStatusCode)status));
            Assert.That(server.Requests, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task ChargeOrderAsync_WhenAReplacedPrimaryHandlerFollowsRedirects_IsSentOnce([Values(307, 308)] int status, [Values] bool reads)
    {
        WireServer? server = null;
        server = Server(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync($"HTTP/1.1 {status} Elsewhere\r\nLocation: {server!.BaseAddress}elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        await using var running = server;
        var services = new ServiceCollection();
        services.AddGoogleCheckout(options =>
        {
            TestMerchant.Configure(options);
            options.Environment = CheckoutEnvironment.ForBaseAddress(server.BaseAddress);
        }).ConfigurePrimaryHttpMessageHandler(() => Following()).AddHttpMessageHandler(() => reads ? new Reading() : new Passing());
        await using var provider = services.BuildServiceProvider();
        using var http = new HttpClient(Following());
        var own = TestMerchant.Options();
        own.Environment = CheckoutEnvironment.ForBaseAddress(server.BaseAddress);

        AssertOutcomeUnknown(Assert.CatchAsync<CheckoutException>(() => provider.GetRequiredService<CheckoutClient>().ChargeOrderAsync(TestMerchant.OrderNumber))!);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
        AssertOutcomeUnknown(Assert.CatchAsync<CheckoutException>(() => new CheckoutClient(http, own).ChargeOrderAsync(TestMerchant.OrderNumber))!);
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task ChargeOrderAsync_WhenAProxyIsSet_UsesIt()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var options = TestMerchant.Options();
        options.Environment = CheckoutEnvironment.ForBaseAddress(new Uri("https://service.invalid/"));
        options.Proxy = new WebProxy($"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}");
        using var client = new CheckoutClient(options);

        var charging = client.ChargeOrderAsync(TestMerchant.OrderNumber);
        using var connection = await proxy.AcceptTcpClientAsync();
        using var reader = new StreamReader(connection.GetStream(), leaveOpen: true);
        var line = await reader.ReadLineAsync();
        await connection.GetStream().WriteAsync("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n"u8.ToArray());

        AssertNeverSent(await Thrown(charging));
        Assert.That(line, Is.EqualTo("CONNECT service.invalid:443 HTTP/1.1"));
    }

    [Test]
    public async Task CheckoutHttpHandler_InTheCallersClient_SendsACommandOnce()
    {
        await using var server = Server(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        var options = server.Options(Authority.Root);
        using var http = new HttpClient(new CopyingRetry { InnerHandler = CheckoutHttpHandler.Create(options) });
        using var client = new CheckoutClient(http, options);

        AssertOutcomeUnknown(Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(TestMerchant.OrderNumber))!, isTransient: false);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ChargeOrderAsync_WhenAHandlerHasReadTheRequestAndTheConnectionDrops_OutcomeIsUnknown()
    {
        await using var server = Server(async connection => await connection.ReadRequestAsync());
        var options = server.Options(Authority.Root);
        var services = new ServiceCollection();
        services.AddGoogleCheckout(registered =>
        {
            TestMerchant.Configure(registered);
            (registered.Environment, registered.TrustedCertificate) = (options.Environment, options.TrustedCertificate);
        }).AddHttpMessageHandler(() => new Reading());
        await using var provider = services.BuildServiceProvider();
        using var http = new HttpClient(new Reading { InnerHandler = CheckoutHttpHandler.Create(options) });
        using var client = new CheckoutClient(http, options);

        AssertOutcomeUnknown(Assert.CatchAsync<CheckoutException>(() => provider.GetRequiredService<CheckoutClient>().ChargeOrderAsync(TestMerchant.OrderNumber))!, isTransient: true);
        AssertOutcomeUnknown(Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(TestMerchant.OrderNumber))!, isTransient: true);
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    private HttpClientHandler Following() => new()
    {
        ServerCertificateCustomValidationCallback = (_, served, _, _) => served!.Thumbprint == ServerCertificate.Thumbprint,
        AllowAutoRedirect = true,
    };

    private WireServer Server(Func<WireConnection, Task> serve) => new(ServerCertificate) { Serve = serve };

    private static CheckoutException Charge(CheckoutOptions options)
    {
        using var client = new CheckoutClient(options);
        return Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(TestMerchant.OrderNumber))!;
    }

    private static async Task<CheckoutException> Thrown(Task operation)
    {
        try
        {
            await operation;
        }
        catch (CheckoutException e)
        {
            return e;
        }

        throw new AssertionException("Nothing was thrown.");
    }

    private static void AssertNeverSent(CheckoutException thrown) => Assert.Multiple(() =>
    {
        Assert.That(thrown, Is.TypeOf<CheckoutException>());
        Assert.That(thrown.OutcomeUnknown, Is.False);
        Assert.That(thrown.IsTransient, Is.True);
    });

    private static void AssertOutcomeUnknown(CheckoutException thrown, bool? isTransient = null) => Assert.Multiple(() =>
    {
        Assert.That(thrown, Is.TypeOf<CheckoutException>());
        Assert.That(thrown.OutcomeUnknown, Is.True);
        Assert.That(thrown.IsTransient, Is.EqualTo(isTransient ?? thrown.IsTransient));
    });

    private sealed class Passing : DelegatingHandler;

    private sealed class Reading : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.ReadAsStringAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class CopyingRetry : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var bytes = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            HttpResponseMessage answer;
            do
            {
                answer = await base.SendAsync(new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(bytes) }, cancellationToken);
            }
            while (!answer.IsSuccessStatusCode);
            return answer;
        }
    }
}
