using System.Net;
using System.Net.Http.Headers;
using NUnit.Framework;

namespace GoogleCheckout.Client;

/// <summary>What only reads is sent again, for a while; what commands never is.</summary>
public class QueryRetryTests
{
    [Test]
    public async Task HelloAsync_WhenTheServiceIsBusyForAWhile_GetsItsAnswer()
    {
        var options = TestMerchant.Options();
        using var network = new StubHandler(number => number <= 2 ? Answers.Page(HttpStatusCode.ServiceUnavailable, Answers.Html) : Answers.Xml(Answers.Bye));
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
    public void HelloAsync_WhenTheServiceStaysBusy_GivesUpAfterFourAttempts(int status)
    {
        using var network = new StubHandler(_ => Answers.Xml(Answers.Error("busy"), (HttpStatusCode)status));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(async () => await client.HelloAsync(), Throws.TypeOf<CheckoutApiException>());
        Assert.That(network.Requests, Has.Count.EqualTo(4));
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(200)]
    public void HelloAsync_WhenRefusedForGood_AsksOnce(int status)
    {
        using var network = new StubHandler(_ => Answers.Xml(Answers.Error("no"), (HttpStatusCode)status));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(async () => await client.HelloAsync(), Throws.TypeOf<CheckoutApiException>());
        Assert.That(network.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task HelloAsync_WhenTheConnectionDropped_AsksAgain()
    {
        using var network = new StubHandler(number => number == 1 ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : Answers.Xml(Answers.Bye));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        await client.HelloAsync();

        Assert.That(network.Requests, Has.Count.EqualTo(2));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task HelloAsync_WhenTheServiceSaysWhenToComeBack_ComesThen(bool asDate)
    {
        var options = TestMerchant.Options();
        var clock = (WaitSkippingTimeProvider)options.TimeProvider;
        using var network = new StubHandler(number => number == 1 ? Busy(asDate ? new(clock.GetUtcNow().AddSeconds(7)) : new(TimeSpan.FromSeconds(7))) : Answers.Xml(Answers.Bye));
        using var client = new CheckoutClient(new HttpClient(network), options);

        await client.HelloAsync();

        Assert.That(clock.Waits, Is.EqualTo(new[] { TimeSpan.FromSeconds(7) }));
    }

    [Test]
    public async Task HelloAsync_WhenTheServiceNamesATimeThatHasPassed_AsksAgainAtOnce()
    {
        var options = TestMerchant.Options();
        var clock = (WaitSkippingTimeProvider)options.TimeProvider;
        using var network = new StubHandler(number => number == 1 ? Busy(new(clock.GetUtcNow().AddSeconds(-7))) : Answers.Xml(Answers.Bye));
        using var client = new CheckoutClient(new HttpClient(network), options);

        await client.HelloAsync();

        Assert.That(clock.Waits, Is.EqualTo(new[] { TimeSpan.Zero }));
    }

    // A client that waits all the same waits forever, because the clock stands still. The limit makes that a failure.
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

    [Test]
    public void HelloAsync_WhenSwitchedOff_SendsOnce()
    {
        var options = TestMerchant.Options();
        options.RetryQueries = false;
        using var network = new StubHandler(_ => Answers.Page(HttpStatusCode.ServiceUnavailable, Answers.Html));
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
    public async Task GetOrderListAsync_WhenTheServiceIsBusyForAWhile_GetsItsRows()
    {
        using var network = new StubHandler(number => number == 1 ? Answers.Page(HttpStatusCode.ServiceUnavailable, Answers.Html) : new HttpResponseMessage { Content = new StringContent("Google Order Number\n1\n") });
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
        var busy = Answers.Page(HttpStatusCode.ServiceUnavailable, Answers.Html);
        busy.Headers.RetryAfter = retryAfter;
        return busy;
    }
}
