using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Client;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Http;

/// <summary>A command reaches the network once, with any handlers in the pipeline.</summary>
public class SingleSendTests
{
    private const string Order = TestMerchant.OrderNumber;

    public enum Retrying
    {
        TheSameRequest,
        ACopyWithTheSameContent,
        ACopyOfTheBytes,
        ABufferedRequest,
        OnAnotherThreadWithoutContext,
    }

    [Test]
    public async Task ChargeOrderAsync_WhenAllClientsRetry_ReachesTheNetworkOnce([Values] Retrying how, [Values(503, 307)] int status)
    {
        using var network = new StubHandler(_ => Busy(status));
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new RetryHandler(how)));
        services.AddGoogleCheckout(TestMerchant.Configure).ConfigurePrimaryHttpMessageHandler(() => network);

        await AssertOnce(services, network);
    }

    [Test]
    public async Task ChargeOrderAsync_WhenARetryHandlerIsAdded_ReachesTheNetworkOnce([Values] Retrying how, [Values(503, 307)] int status)
    {
        using var network = new StubHandler(_ => Busy(status));
        var services = new ServiceCollection();
        services.AddGoogleCheckout(TestMerchant.Configure)
            .ConfigurePrimaryHttpMessageHandler(() => network)
            .AddHttpMessageHandler(() => new RetryHandler(how));

        await AssertOnce(services, network);
    }

    [Test]
    public async Task ChargeOrderAsync_WhenTheReplacedPrimaryHandlerRetries_ReachesTheNetworkOnce([Values(Retrying.TheSameRequest, Retrying.ACopyWithTheSameContent)] Retrying how)
    {
        using var network = new StubHandler(_ => Busy(503));
        var services = new ServiceCollection();
        services.AddGoogleCheckout(TestMerchant.Configure).ConfigurePrimaryHttpMessageHandler(() => new RetryHandler(how) { InnerHandler = network });

        await AssertOnce(services, network);
    }

    [Test]
    public void ChargeOrderAsync_WhenTheCallersClientRetries_ReachesTheNetworkOnce([Values(Retrying.TheSameRequest, Retrying.ACopyWithTheSameContent)] Retrying how)
    {
        using var network = new StubHandler(_ => Busy(503));
        using var client = new CheckoutClient(new HttpClient(new RetryHandler(how) { InnerHandler = network }), TestMerchant.Options());

        var thrown = Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(Order))!;

        AssertStopped(thrown);
        Assert.That(network.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void CheckoutAsync_WithARetryHandler_PostsTheCartOnce()
    {
        using var network = new StubHandler(_ => Busy(503));
        using var client = new CheckoutClient(new HttpClient(new RetryHandler(Retrying.TheSameRequest) { InnerHandler = network }), TestMerchant.Options());

        Assert.That(async () => await client.CheckoutAsync(ValidCarts.Plain), Throws.InstanceOf<CheckoutException>());
        Assert.That(network.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ChargeOrderAsync_WhenChargedTwiceByTheCaller_IsSentTwice()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.RequestReceived));
        await using var provider = Provider(network, Retrying.TheSameRequest);
        var client = provider.GetRequiredService<CheckoutClient>();

        await client.ChargeOrderAsync(Order);
        await Task.WhenAll(client.ChargeOrderAsync(Order), client.ChargeOrderAsync(Order));

        Assert.That(network.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task HelloAsync_WithARetryHandler_MayBeRetried([Values] Retrying how)
    {
        using var network = new StubHandler(number => number == 1 ? Busy(503) : SampleResponses.Xml(SampleResponses.Bye));
        await using var provider = Provider(network, how);

        await provider.GetRequiredService<CheckoutClient>().HelloAsync();

        Assert.That(network.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task ChargeOrderAsync_WhenAHandlerSendsAQueryFirst_IsSent()
    {
        using var network = new StubHandler(number => SampleResponses.Xml(number == 1 ? SampleResponses.Bye : SampleResponses.RequestReceived));
        var services = new ServiceCollection();
        CheckoutClient? client = null;
        services.AddGoogleCheckout(TestMerchant.Configure)
            .ConfigurePrimaryHttpMessageHandler(() => network)
            .AddHttpMessageHandler(() => new AskingHandler(() => client!));
        await using var provider = services.BuildServiceProvider();
        client = provider.GetRequiredService<CheckoutClient>();

        await client.ChargeOrderAsync(Order);

        Assert.That(network.Requests.Select(request => request.Xml.Name.LocalName), Is.EqualTo(new[] { "hello", "charge-order" }));
    }

    [Test]
    public async Task ChargeOrderAsync_WhenAHandlerReadsTheRequest_IsSent()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.RequestReceived));
        using var client = new CheckoutClient(new HttpClient(new ReadingHandler { InnerHandler = network }), TestMerchant.Options());

        await client.ChargeOrderAsync(Order);

        Assert.That(network.Requests.Single().Xml.Name.LocalName, Is.EqualTo("charge-order"));
    }

    [Test]
    public async Task ChargeOrderAsync_WhenAHandlerFailsBeforeTheNetwork_OutcomeIsKnown()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.RequestReceived));
        var services = new ServiceCollection();
        services.AddGoogleCheckout(TestMerchant.Configure)
            .ConfigurePrimaryHttpMessageHandler(() => network)
            .AddHttpMessageHandler(() => new FailingHandler());
        await using var provider = services.BuildServiceProvider();

        var thrown = Assert.CatchAsync<CheckoutException>(() => provider.GetRequiredService<CheckoutClient>().ChargeOrderAsync(Order))!;

        Assert.Multiple(() =>
        {
            Assert.That(thrown.OutcomeUnknown, Is.False);
            Assert.That(network.Requests, Is.Empty);
        });
    }

    private static HttpResponseMessage Busy(int status)
    {
        var answer = SampleResponses.Page((HttpStatusCode)status, SampleResponses.Html);
        if (status == 307)
        {
            answer.Headers.Location = new Uri("https://elsewhere.test/request");
        }

        return answer;
    }

    private static ServiceProvider Provider(StubHandler network, Retrying how)
    {
        var services = new ServiceCollection();
        services.AddGoogleCheckout(TestMerchant.Configure)
            .ConfigurePrimaryHttpMessageHandler(() => network)
            .AddHttpMessageHandler(() => new RetryHandler(how));
        return services.BuildServiceProvider();
    }

    private static async Task AssertOnce(ServiceCollection services, StubHandler network)
    {
        await using var provider = services.BuildServiceProvider();

        var thrown = Assert.CatchAsync<CheckoutException>(() => provider.GetRequiredService<CheckoutClient>().ChargeOrderAsync(Order))!;

        AssertStopped(thrown);
        Assert.That(network.Requests, Has.Count.EqualTo(1));
    }

    private static void AssertStopped(CheckoutException thrown) => Assert.Multiple(() =>
    {
        Assert.That(thrown, Is.TypeOf<CheckoutException>());
        Assert.That(thrown.OutcomeUnknown, Is.True);
        Assert.That(thrown.Message, Does.Contain("second time").And.Contain("charge-order").And.Contain("retries"));
    });

    /// <summary>Sends up to four times and follows redirects, with one of the usual ways to repeat a request.</summary>
    private sealed class RetryHandler(Retrying how) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (how == Retrying.ABufferedRequest)
            {
                await request.Content!.LoadIntoBufferAsync(cancellationToken);
            }

            var bytes = how == Retrying.ACopyOfTheBytes ? await request.Content!.ReadAsByteArrayAsync(cancellationToken) : [];
            for (var attempt = 1; ; attempt++)
            {
                var answer = await SendOnceAsync(request, bytes, cancellationToken);
                if (answer.IsSuccessStatusCode || attempt == 4)
                {
                    return answer;
                }
            }
        }

        private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, byte[] bytes, CancellationToken cancellationToken)
        {
            switch (how)
            {
                case Retrying.ACopyWithTheSameContent:
                    return base.SendAsync(Copy(request, request.Content!), cancellationToken);
                case Retrying.ACopyOfTheBytes:
                    return base.SendAsync(Copy(request, new ByteArrayContent(bytes)), cancellationToken);
                case Retrying.OnAnotherThreadWithoutContext:
                    using (ExecutionContext.SuppressFlow())
                    {
                        return Task.Run(() => base.SendAsync(request, cancellationToken), cancellationToken);
                    }

                default:
                    return base.SendAsync(request, cancellationToken);
            }
        }

        private static HttpRequestMessage Copy(HttpRequestMessage request, HttpContent content)
        {
            var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = content };
            foreach (var header in request.Headers)
            {
                copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            return copy;
        }
    }

    private sealed class AskingHandler(Func<CheckoutClient> client) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if ((await request.Content!.ReadAsStringAsync(cancellationToken)).Contains("charge-order", StringComparison.Ordinal))
            {
                await client().HelloAsync(cancellationToken);
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class ReadingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var log = new MemoryStream();
            await request.Content!.CopyToAsync(log, cancellationToken);
            var answer = await base.SendAsync(request, cancellationToken);
            await request.Content!.ReadAsStringAsync(cancellationToken);
            return answer;
        }
    }

    private sealed class FailingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("no token");
    }
}
