using System.Net;
using System.Net.Http.Headers;
using GoogleCheckout.Client;
using NUnit.Framework;

namespace GoogleCheckout.Http;

/// <summary>Queries are retried a limited number of times; commands are never retried.</summary>
public class QueryRetryTests
{
    [Test]
    public async Task HelloAsync_WhenTheServiceIsBusyBriefly_ReturnsTheResponse()
    {
        var options = TestMerchant.Options();
        using var network = new StubHandler(number => number <= 2 ? SampleResponses.Page(HttpStatusCode.ServiceUnavailable, SampleResponses.Html) : SampleResponses.Xml(SampleResponses.Bye));
        using var client = new CheckoutClient(new HttpClient(network), options);

        var bye = await client.HelloAsync();

        var waits = ((WaitSkippingTimeProvider)options.TimeProvider).Waits;
        Assert.Multiple(() =>
        {
            Assert.That(bye.SerialNumber, Is.EqualTo("bye-1"));
            Assert.That(network.Requests, Has.Count.EqualTo(3));
            Assert.That(waits, Has.Count.EqualTo(2));
            Assert.That(waits[0], Is.LessThanOrEqualTo(TimeSpan.FromSeconds(1)));
            Assert.That(waits[1], Is.LessThanOrEqualTo(TimeSpan.FromSeconds(2)));
        });
    }

    [TestCase(408)]
    [TestCase(429)]
    [TestCase(500)]
    public void HelloAsync_WhenTheServiceStaysBusy_ThrowsAfterFourAttempts(int status)
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Error("busy"), (HttpStatusCode)status));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(async () => await client.HelloAsync(), Throws.TypeOf<CheckoutApiException>());
        Assert.That(network.Requests, Has.Count.EqualTo(4));
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(200)]
    public void HelloAsync_WhenRefusedPermanently_SendsOnce(int status)
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Error("no"), (HttpStatusCode)status));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(async () => await client.HelloAsync(), Throws.TypeOf<CheckoutApiException>());
        Assert.That(network.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task HelloAsync_WhenTheConnectionDrops_Retries()
    {
        using var network = new StubHandler(number => number == 1 ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : SampleResponses.Xml(SampleResponses.Bye));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        await client.HelloAsync();

        Assert.That(network.Requests, Has.Count.EqualTo(2));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task HelloAsync_WithRetryAfter_WaitsForThatTime(bool asDate)
    {
        var options = TestMerchant.Options();
        var clock = (WaitSkippingTimeProvider)options.TimeProvider;
        using var network = new StubHandler(number => number == 1 ? Busy(asDate ? new(clock.GetUtcNow().AddSeconds(7)) : new(TimeSpan.FromSeconds(7))) : SampleResponses.Xml(SampleResponses.Bye));
        using var client = new CheckoutClient(new HttpClient(network), options);

        await client.HelloAsync();

        Assert.That(clock.Waits, Is.EqualTo(new[] { TimeSpan.FromSeconds(7) }));
    }

    [Test]
    public async Task HelloAsync_WithRetryAfterInThePast_RetriesImmediately()
    {
        var options = TestMerchant.Options();
        var clock = (WaitSkippingTimeProvider)options.TimeProvider;
        using var network = new StubHandler(number => number == 1 ? Busy(new(clock.GetUtcNow().AddSeconds(-7))) : SampleResponses.Xml(SampleResponses.Bye));
        using var client = new CheckoutClient(new HttpClient(network), options);

        await client.HelloAsync();

        Assert.That(clock.Waits, Is.EqualTo(new[] { TimeSpan.Zero }));
    }

    // If the client waited anyway, it would wait forever, because the clock does not advance. The limit turns that into a failure.
    [Test]
    [CancelAfter(20_000)]
    public void HelloAsync_WhenRetryAfterExceedsTheTimeout_DoesNotWait(CancellationToken limit)
    {
        var options = TestMerchant.Options();
        using var network = new StubHandler(_ => Busy(new(TimeSpan.FromHours(1))));
        using var client = new CheckoutClient(new HttpClient(network), options);

        Assert.That(async () => await client.HelloAsync(limit), Throws.TypeOf<CheckoutException>());
        Assert.Multiple(() =>
        {
            Assert.That(network.Requests, Has.Count.EqualTo(1));
            Assert.That(((WaitSkippingTimeProvider)options.TimeProvider).Waits, Is.Empty);
        });
    }

    [TestCase(25)]
    [TestCase(50)]
    [TestCase(20_000)]
    public void HelloAsync_WhenRetryAfterExceedsWhatATimerCanWait_DoesNotWait(int days)
    {
        foreach (var retryAfter in new RetryConditionHeaderValue[] { new(TimeSpan.FromDays(days)), new(TimeProvider.System.GetUtcNow().AddDays(days + 1)) })
        {
            var options = TestMerchant.Options();
            options.Timeout = Timeout.InfiniteTimeSpan;
            options.TimeProvider = TimeProvider.System;
            using var network = new StubHandler(_ => Busy(retryAfter));
            using var client = new CheckoutClient(new HttpClient(network), options);

            Assert.That(async () => await client.HelloAsync(), Throws.TypeOf<CheckoutException>().With.Message.Contains("status 503"));
            Assert.That(network.Requests, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public void HelloAsync_WhenSwitchedOff_SendsOnce()
    {
        var options = TestMerchant.Options();
        options.RetryQueries = false;
        using var network = new StubHandler(_ => SampleResponses.Page(HttpStatusCode.ServiceUnavailable, SampleResponses.Html));
        using var client = new CheckoutClient(new HttpClient(network), options);

        Assert.That(async () => await client.HelloAsync(), Throws.TypeOf<CheckoutException>());
        Assert.That(network.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void ChargeOrderAsync_WhenTheServiceIsBusy_IsSentOnce()
    {
        using var network = new StubHandler(_ => Busy(new(TimeSpan.FromSeconds(1))));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(async () => await client.ChargeOrderAsync(TestMerchant.OrderNumber), Throws.TypeOf<CheckoutException>());
        Assert.That(network.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task GetOrderListAsync_WhenTheServiceIsBusyBriefly_ReturnsTheRows()
    {
        using var network = new StubHandler(number => number == 1 ? SampleResponses.Page(HttpStatusCode.ServiceUnavailable, SampleResponses.Html) : new HttpResponseMessage { Content = new StringContent("Google Order Number\n1\n") });
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        var rows = 0;
        await foreach (var row in client.GetOrderListAsync(new() { StartDate = new DateTime(2012, 1, 1), EndDate = new DateTime(2012, 1, 2) }))
        {
            rows++;
        }

        Assert.That(rows, Is.EqualTo(1));
    }

    private static HttpResponseMessage Busy(RetryConditionHeaderValue retryAfter)
    {
        var busy = SampleResponses.Page(HttpStatusCode.ServiceUnavailable, SampleResponses.Html);
        busy.Headers.RetryAfter = retryAfter;
        return busy;
    }
}
