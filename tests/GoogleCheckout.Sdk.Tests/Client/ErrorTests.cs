using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using NUnit.Framework;
using RichardSzalay.MockHttp;

namespace GoogleCheckout.Client;

/// <summary>Every row of the table in docs/failures.md: the exception, OutcomeUnknown and IsTransient.</summary>
public class ErrorTests
{
    private const string Order = TestMerchant.OrderNumber;

    [TestCase(200)]
    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(302)]
    [TestCase(408, true)]
    [TestCase(429, true)]
    [TestCase(500, true)]
    [TestCase(503, true)]
    public void ChargeOrderAsync_WhenAnErrorDocumentArrivesWithAnyStatus_ThrowsTheServicesMessage(int status, bool isTransient = false)
    {
        var thrown = Charge(_ => SampleResponses.Xml(SampleResponses.Error("You may not charge this order."), (HttpStatusCode)status));

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutApiException>());
            var refusal = (CheckoutApiException)thrown;
            Assert.That(refusal.StatusCode, Is.EqualTo((HttpStatusCode)status));
            Assert.That(refusal.ErrorMessage, Is.EqualTo("You may not charge this order."));
            Assert.That(refusal.Warnings, Is.EqualTo(new[] { "be careful" }));
            Assert.That(refusal.SerialNumber, Is.EqualTo("error-1"));
            Assert.That(refusal.OutcomeUnknown, Is.False);
            Assert.That(refusal.IsTransient, Is.EqualTo(isTransient));
            Assert.That(refusal.Message, Does.Contain("charge-order").And.Contain(TestMerchant.RequestEndpoint).And.Contain("You may not charge this order"));
        });
    }

    [TestCase(301)]
    [TestCase(307)]
    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(408, true)]
    [TestCase(429, true)]
    public void ChargeOrderAsync_WhenA3xxOr4xxHasNoErrorDocument_ThrowsWithoutErrorMessage(int status, bool isTransient = false)
    {
        var thrown = Charge(_ => SampleResponses.Page((HttpStatusCode)status, SampleResponses.Html));

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutApiException>());
            Assert.That(((CheckoutApiException)thrown).StatusCode, Is.EqualTo((HttpStatusCode)status));
            Assert.That(((CheckoutApiException)thrown).ErrorMessage, Is.Empty);
            Assert.That(thrown.OutcomeUnknown, Is.False);
            Assert.That(thrown.IsTransient, Is.EqualTo(isTransient));
        });
    }

    [TestCase(401, "MerchantKey")]
    [TestCase(403, "client certificate")]
    [TestCase(302, "redirects are not followed")]
    public void ChargeOrderAsync_WhenRefused_SaysWhatToCheck(int status, string hint) =>
        Assert.That(Charge(_ => new HttpResponseMessage((HttpStatusCode)status)).Message, Does.Contain(hint));

    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    public void ChargeOrderAsync_WhenA5xxHasNoErrorDocument_OutcomeIsUnknown(int status)
    {
        var thrown = Charge(_ => SampleResponses.Page((HttpStatusCode)status, SampleResponses.Html));

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutException>());
            Assert.That(thrown.OutcomeUnknown, Is.True);
            Assert.That(thrown.IsTransient, Is.True);
            Assert.That(thrown.Message, Does.Contain($"{status}").And.Contain($"look up order {Order}"));
        });
    }

    public static IEnumerable<TestCaseData> UselessAnswers()
    {
        yield return new TestCaseData(string.Empty, "empty").SetArgDisplayNames("empty");
        yield return new TestCaseData(SampleResponses.RequestReceived[..^10], "ends too early").SetArgDisplayNames("cut off");
        yield return new TestCaseData(SampleResponses.Html, "HTML").SetArgDisplayNames("a page");
        yield return new TestCaseData("ok", "not XML").SetArgDisplayNames("text");
        yield return new TestCaseData(SampleResponses.Bye, "Bye").SetArgDisplayNames("another root");
        yield return new TestCaseData("<strange/>", "'strange'").SetArgDisplayNames("an unknown root");
        yield return new TestCaseData(SampleResponses.Document("demo-failure", "message='x'", string.Empty), "DemoFailure").SetArgDisplayNames("demo-failure");
    }

    [TestCaseSource(nameof(UselessAnswers))]
    public void ChargeOrderAsync_WhenTheResponseCannotBeUsed_OutcomeIsUnknown(string answer, string reason)
    {
        var thrown = Charge(_ => SampleResponses.Xml(answer));

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutXmlException>());
            Assert.That(thrown.OutcomeUnknown, Is.True);
            Assert.That(thrown.IsTransient, Is.False);
            Assert.That(thrown.Message, Does.Contain(reason).And.Contain("charge-order").And.Contain($"look up order {Order}"));
        });
    }

    [Test]
    public void ChargeOrderAsync_WhenAnElementCannotBeRead_ReportsItsPath()
    {
        var thrown = (CheckoutXmlException)Charge(_ => SampleResponses.Xml(SampleResponses.Document("request-received", "serial-number='1'", "\n<charge-amount-notification serial-number='1'><google-order-number>1</google-order-number><latest-charge-amount>x</latest-charge-amount></charge-amount-notification>")));

        Assert.Multiple(() =>
        {
            Assert.That(thrown.Path, Does.StartWith("/request-received/charge-amount-notification/"));
            Assert.That(thrown.LineNumber, Is.EqualTo(2));
            Assert.That(thrown.OutcomeUnknown, Is.True);
        });
    }

    [Test]
    public void ChargeOrderAsync_WhenTheResponseIsTooLong_StopsReading()
    {
        var options = TestMerchant.Options();
        options.MaxResponseBytes = 1000;

        var thrown = Charge(_ => SampleResponses.Xml(SampleResponses.RequestReceived + new string(' ', 1000)), options);

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutXmlException>());
            Assert.That(thrown.Message, Does.Contain("MaxResponseBytes"));
            Assert.That(thrown.OutcomeUnknown, Is.True);
        });
    }

    public static IEnumerable<HttpRequestException> NeverSent()
    {
        yield return new HttpRequestException(HttpRequestError.NameResolutionError, "Name or service not known", new SocketException((int)SocketError.HostNotFound));
        yield return new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused", new SocketException((int)SocketError.ConnectionRefused));
        yield return new HttpRequestException(HttpRequestError.SecureConnectionError, "See inner", new AuthenticationException("The remote certificate is invalid."));
    }

    [TestCaseSource(nameof(NeverSent))]
    public void ChargeOrderAsync_WhenNothingWasSent_OutcomeIsKnown(HttpRequestException cause)
    {
        using var mock = new MockHttpMessageHandler();
        mock.When("*").Throw(cause);

        var thrown = Charge(mock);

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutException>());
            Assert.That(thrown.OutcomeUnknown, Is.False);
            Assert.That(thrown.IsTransient, Is.True);
            Assert.That(thrown.InnerException, Is.SameAs(cause));
            Assert.That(thrown.Message, Does.Contain("was not sent").And.Contain(TestMerchant.RequestEndpoint));
        });
    }

    [Test]
    public void ChargeOrderAsync_WhenTheConnectionDropsAfterSending_OutcomeIsUnknown()
    {
        var thrown = Charge(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely."));

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutException>());
            Assert.That(thrown.OutcomeUnknown, Is.True);
            Assert.That(thrown.IsTransient, Is.True);
            Assert.That(thrown.Message, Does.Contain("TLS 1.3").And.Contain("client certificate"));
        });
    }

    [Test]
    public void ChargeOrderAsync_WhenAHandlerThrowsAnotherException_OutcomeIsUnknown()
    {
        var thrown = Charge(_ => throw new InvalidDataException("whatever"));

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutException>());
            Assert.That(thrown.OutcomeUnknown, Is.True);
            Assert.That(thrown.Message, Does.Contain("InvalidDataException").And.Not.Contain("whatever"));
        });
    }

    [Test]
    public async Task ChargeOrderAsync_WhenNoResponseArrivesInTime_OutcomeIsUnknown()
    {
        var (options, arrived) = (TestMerchant.Options(), new TaskCompletionSource());
        using var network = StubHandler.Silent(arrived);
        using var client = new CheckoutClient(new HttpClient(network), options);

        var charging = client.ChargeOrderAsync(Order);
        await arrived.Task;
        ((WaitSkippingTimeProvider)options.TimeProvider).Advance(TimeSpan.FromSeconds(60));
        var thrown = await ThrownBy(charging);

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutException>());
            Assert.That(thrown.OutcomeUnknown, Is.True);
            Assert.That(thrown.IsTransient, Is.True);
            Assert.That(thrown.Message, Does.Contain("60 s"));
        });
    }

    [Test]
    public void ChargeOrderAsync_WhenTheHttpClientTimesOut_OutcomeIsUnknown()
    {
        using var network = StubHandler.Silent();
        using var http = new HttpClient(network) { Timeout = TimeSpan.FromMilliseconds(20) };
        using var client = new CheckoutClient(http, TestMerchant.Options());

        var thrown = Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(Order))!;

        Assert.Multiple(() =>
        {
            Assert.That(thrown.OutcomeUnknown, Is.True);
            Assert.That(thrown.IsTransient, Is.True);
        });
    }

    [Test]
    public void ChargeOrderAsync_WhenTheBodyDoesNotArriveInTime_TimesOut()
    {
        var options = TestMerchant.Options();
        using var network = new StubHandler(_ => new HttpResponseMessage { Content = new StreamContent(new SilentStream(() => ((WaitSkippingTimeProvider)options.TimeProvider).Advance(TimeSpan.FromMinutes(2)))) });
        using var client = new CheckoutClient(new HttpClient(network), options);

        var thrown = Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(Order))!;

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutException>());
            Assert.That(thrown.OutcomeUnknown, Is.True);
            Assert.That(thrown.IsTransient, Is.True);
        });
    }

    public static IEnumerable<TestCaseData> AnyFailure()
    {
        yield return new TestCaseData((Func<int, HttpResponseMessage>)(_ => SampleResponses.Page(HttpStatusCode.ServiceUnavailable, SampleResponses.Html))).SetArgDisplayNames("503");
        yield return new TestCaseData((Func<int, HttpResponseMessage>)(_ => SampleResponses.Xml(string.Empty))).SetArgDisplayNames("empty");
        yield return new TestCaseData((Func<int, HttpResponseMessage>)(_ => SampleResponses.Xml(SampleResponses.RequestReceived))).SetArgDisplayNames("another root");
        yield return new TestCaseData((Func<int, HttpResponseMessage>)(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded))).SetArgDisplayNames("dropped");
        yield return new TestCaseData((Func<int, HttpResponseMessage>)(_ => throw new TaskCanceledException("too slow", new TimeoutException()))).SetArgDisplayNames("timeout");
        yield return new TestCaseData((Func<int, HttpResponseMessage>)(_ => throw new InvalidDataException())).SetArgDisplayNames("handler");
    }

    [TestCaseSource(nameof(AnyFailure))]
    public void HelloAsync_WhenItFails_OutcomeIsKnown(Func<int, HttpResponseMessage> answer)
    {
        using var network = new StubHandler(answer);
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(async () => await client.HelloAsync(), Throws.InstanceOf<CheckoutException>().With.Property("OutcomeUnknown").False);
    }

    [Test]
    public void ChargeOrderAsync_WhenTheServiceReturnsTheKey_MasksIt()
    {
        var thrown = Charge(_ => SampleResponses.Xml(SampleResponses.Error($"Bad key {TestMerchant.Key} ({TestMerchant.Authorization})"), HttpStatusCode.Unauthorized));

        Assert.That(thrown.ToString(), Does.Not.Contain(TestMerchant.Key).And.Not.Contain(TestMerchant.Authorization.Split(' ')[1]));
        Assert.That(((CheckoutApiException)thrown).ErrorMessage, Does.Not.Contain(TestMerchant.Key));
    }

    private static async Task<CheckoutException> ThrownBy(Task operation)
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

    private static CheckoutException Charge(Func<int, HttpResponseMessage> answer, CheckoutOptions? options = null)
    {
        using var network = new StubHandler(answer);
        return Charge(network, options);
    }

    private static CheckoutException Charge(HttpMessageHandler network, CheckoutOptions? options = null)
    {
        using var client = new CheckoutClient(new HttpClient(network, disposeHandler: false), options ?? TestMerchant.Options());
        return Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(Order))!;
    }
}
