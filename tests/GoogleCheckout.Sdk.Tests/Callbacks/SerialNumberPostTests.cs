using System.Net;
using System.Text;
using GoogleCheckout.Client;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>Posts that only name a notification, which is fetched from the service.</summary>
public class SerialNumberPostTests
{
    private const string Serial = "841171949013218-00010-2";

    [TestCase($"serial-number={Serial}", null)]
    [TestCase($"_type=charge-amount-notification&serial-number={Serial}&google-order-number=999&total-charge-amount=1000000", null)]
    [TestCase($"_type=charge-amount-notification&serial-number={Serial}&google-order-number=999&total-charge-amount=1000000", "")]
    public async Task Post_SerialNumber_IsFetchedHandledAndAcknowledged(string form, string? authorization)
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Charge(Serial)));
        using var site = Site(network);

        Assert.That((await site.PostFormAsync(form, authorization)).Acknowledged(), Is.EqualTo(Serial));

        Assert.Multiple(() =>
        {
            Assert.That(network.Requests.Single().Xml.Name.LocalName, Is.EqualTo("notification-history-request"));
            Assert.That(network.Requests.Single().Xml.Value, Is.EqualTo(Serial));
            Assert.That(site.Handled.Single().Notification.GoogleOrderNumber, Is.EqualTo(TestMerchant.OrderNumber), "the other form fields are ignored");
        });
    }

    [TestCase("text/plain")]
    [TestCase(null)]
    public async Task Post_OtherOrNoContentType_IsReadAsForm(string? contentType)
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Charge(Serial)));
        using var site = Site(network);
        using var body = new MemoryStream(Encoding.UTF8.GetBytes($"serial-number={Serial}"));

        Assert.That((await site.SendAsync(CallbackSite.Request(body, contentType, authorization: null))).Acknowledged(), Is.EqualTo(Serial));
    }

    [TestCase("serial-number=../../etc/passwd")]
    [TestCase("serial-number=")]
    [TestCase("serial-number=%3Cinject%2F%3E")]
    [TestCase("hello=world")]
    [TestCase("")]
    [TestCase("{\"serial-number\":\"1\"}")]
    public async Task Post_WithoutValidSerialNumber_Is400WithoutFetch(string form)
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Charge(Serial)));
        using var site = Site(network);

        (await site.PostFormAsync(form)).AssertRejected(400);

        Assert.That(network.Requests, Is.Empty);
    }

    [Test]
    public async Task Post_WrongCredentials_Is401WithoutFetch()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Charge(Serial)));
        using var site = Site(network);

        (await site.PostFormAsync($"_type=charge-amount-notification&serial-number={Serial}", CallbackSite.Credentials(TestMerchant.Id, "wrong"))).AssertRejected(401);

        Assert.That(network.Requests, Is.Empty);
    }

    [Test]
    public async Task Post_UnknownSerialNumber_Is400()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Error("There is no such serial number."), HttpStatusCode.BadRequest));
        using var site = Site(network);

        (await site.PostFormAsync("serial-number=forged")).AssertRejected(400);

        Assert.That(site.LogEntries.Single(), Has.Property("Id").EqualTo(new EventId(207)).And.Property("Level").EqualTo(LogLevel.Warning).And.Property("Message").Contains("There is no such serial number."));
        Assert.That(site.Handled, Is.Empty);
    }

    [TestCase(HttpStatusCode.ServiceUnavailable, "html")]
    [TestCase(HttpStatusCode.InternalServerError, "error")]
    [TestCase(HttpStatusCode.Unauthorized, "error", Description = "the key of this program is wrong")]
    [TestCase(HttpStatusCode.Forbidden, "error")]
    [TestCase(HttpStatusCode.NotFound, "html", Description = "the configured service address is wrong")]
    [TestCase(HttpStatusCode.OK, "html")]
    [TestCase(HttpStatusCode.OK, "another")]
    [TestCase(HttpStatusCode.OK, "empty")]
    public async Task Post_FetchFails_Is503(HttpStatusCode status, string content)
    {
        using var network = new StubHandler(_ => content switch
        {
            "html" => SampleResponses.Page(status, SampleResponses.Html),
            "error" => SampleResponses.Xml(SampleResponses.Error("No."), status),
            "another" => SampleResponses.Xml(SampleResponses.Charge("another-one"), status),
            _ => SampleResponses.Xml(SampleResponses.History(null), status),
        });
        using var site = Site(network);

        (await site.PostFormAsync($"serial-number={Serial}")).AssertRejected(503);

        Assert.That(site.LogEntries.Single(), Has.Property("Id").EqualTo(new EventId(208)).And.Property("Level").EqualTo(LogLevel.Error).And.Property("Message").Contains(Serial));
        Assert.That(site.Handled, Is.Empty);
    }

    [Test]
    public async Task Post_ServiceCannotBeReached_Is503()
    {
        using var network = new StubHandler((_, _) => throw new HttpRequestException("No connection."));
        using var site = Site(network);

        (await site.PostFormAsync($"serial-number={Serial}")).AssertRejected(503);
    }

    [Test]
    public async Task Post_FetchTimeoutExpires_Is503()
    {
        CallbackSite? site = null;
        using var client = new StubClient(async (_, cancellationToken) =>
        {
            site!.Clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("not reached");
        });
        using (site = Site(client))
        {
            (await site.PostFormAsync($"serial-number={Serial}")).AssertRejected(503);
            Assert.That(site.LogEntries.Single().GetText(), Does.Contain("FetchTimeout"));
        }
    }

    [Test]
    public void Post_SenderDisconnects_ThrowsOperationCanceledException()
    {
        using var disconnected = new CancellationTokenSource();
        using var client = new StubClient(async (_, cancellationToken) =>
        {
            disconnected.Cancel();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("not reached");
        });
        using var site = Site(client);

        Assert.That(async () => await site.PostFormAsync($"serial-number={Serial}", cancellationToken: disconnected.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Posts_Many_AreFetchedEightAtATimeAndRejectedBeyondTheQueue()
    {
        var go = new TaskCompletionSource();
        using var client = new StubClient(async (serialNumber, _) =>
        {
            await go.Task;
            return CheckoutXml.Parse<Notification>(SampleResponses.Charge(serialNumber));
        });
        using var site = Site(client);

        var posts = Enumerable.Range(1, 100).Select(number => site.PostFormAsync($"serial-number={number}")).ToList();
        var rejected = posts.Where(post => post.IsCompleted).ToList();
        go.SetResult();
        var responses = await Task.WhenAll(posts);

        Assert.Multiple(() =>
        {
            Assert.That(client.MaxConcurrent, Is.EqualTo(8));
            Assert.That(rejected, Has.Count.EqualTo(100 - 8 - 64), "at once");
            Assert.That(responses.GroupBy(response => response.StatusCode).ToDictionary(group => group.Key, group => group.Count()), Is.EquivalentTo(new Dictionary<int, int> { [200] = 72, [503] = 28 }));
            Assert.That(client.Requests, Is.EqualTo(72));
        });
    }

    [Test]
    public async Task Post_AfterManyFailedPosts_IsFetched()
    {
        var isDown = true;
        using var client = new StubClient((serialNumber, _) => isDown ? throw new CheckoutException("Down.") : Task.FromResult(CheckoutXml.Parse<Notification>(SampleResponses.Charge(serialNumber))));
        using var site = Site(client);

        await Task.WhenAll(Enumerable.Range(1, 200).Select(number => site.PostFormAsync($"serial-number={number}")));
        isDown = false;

        Assert.That((await site.PostFormAsync("serial-number=1")).Acknowledged(), Is.EqualTo("1"));
    }

    private static CallbackSite Site(StubHandler network) => new(register: services => services
        .AddGoogleCheckout(options =>
        {
            TestMerchant.Configure(options);
            options.RetryQueries = false;
        })
        .ConfigurePrimaryHttpMessageHandler(() => network));

    private static CallbackSite Site(StubClient client) => new(register: services => services.AddSingleton<CheckoutClient>(client));
}
