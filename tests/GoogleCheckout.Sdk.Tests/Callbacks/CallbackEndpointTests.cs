using System.Text;
using GoogleCheckout.Calculations;
using GoogleCheckout.Client;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>The responses of the endpoint to XML notifications.</summary>
public class CallbackEndpointTests
{
    private const string Secret = "the message of the exception";

    [Test]
    public async Task Push_ValidCredentials_IsHandledAndAcknowledged()
    {
        using var site = new CallbackSite();

        var response = await site.PushAsync(SampleResponses.Charge("s-1"));

        Assert.That(response.Acknowledged(), Is.EqualTo("s-1"));
        Assert.That(Encoding.UTF8.GetString(response.Body.ToArray()), Does.Contain("<notification-acknowledgment xmlns=\"http://checkout.google.com/schema/2\" serial-number=\"s-1\""));
        Assert.That(site.Handled.Single(), Is.EqualTo((string.Empty, CheckoutXml.Parse(SampleResponses.Charge("s-1")))));
    }

    [TestCase("\n<?xml version='1.0'?>", "", "white space precedes the XML declaration; the declaration must be the first characters of the document (line 1, position 1)")]
    [TestCase("", "&nbsp;", "the entity &nbsp; is one of HTML, which XML does not have; write &#160; (line")]
    [TestCase("", "\u0002", "a character is U+0002, a control character that XML 1.0 does not allow")]
    [TestCase("<!DOCTYPE a>", "", "it has a document type declaration (DTD)")]
    public async Task Push_NotReadable_Is400AndTheLogSaysWhy(string before, string inside, string reason)
    {
        using var site = new CallbackSite();

        (await site.PushAsync(before + SampleResponses.Charge("s-1").Replace("</timestamp>", inside + "</timestamp>", StringComparison.Ordinal))).AssertRejected(400);

        Assert.That(site.LogEntries.Single().GetText(), Does.StartWith("A callback was rejected with status 400: The XML cannot be read as a Google Checkout message: ").And.Contains(reason));
    }

    [Test]
    public async Task Push_HandlerIsRunning_IsNotAcknowledgedYet()
    {
        var done = new TaskCompletionSource();
        using var site = new CallbackSite((_, _, _) => done.Task);

        var response = site.PushAsync(SampleResponses.Charge("s-1"));
        Assert.That(response.IsCompleted, Is.False);
        done.SetResult();

        Assert.That((await response).Acknowledged(), Is.EqualTo("s-1"));
    }

    [Test]
    public async Task Push_RecordedByTheInbox_IsAcknowledgedAgain()
    {
        using var site = new CallbackSite(register: services => services.AddSingleton<INotificationInbox>(new FullInbox()));

        Assert.That((await site.PushAsync(SampleResponses.Charge("s-1"))).Acknowledged(), Is.EqualTo("s-1"));
        Assert.That(site.Handled, Is.Empty);
    }

    [Test]
    public async Task Push_HandlerFails_Is500AndLogged()
    {
        using var site = new CallbackSite((_, _, _) => throw new InvalidDataException(Secret));

        (await site.PushAsync(SampleResponses.Charge("s-1"))).AssertRejected(500);

        var entry = site.LogEntries.Single();
        Assert.That((entry.Level, entry.Id.Id), Is.EqualTo((LogLevel.Error, 203)));
        Assert.That(entry.GetText(), Does.Contain("ChargeAmountNotification s-1").And.Contain(Secret));
    }

    [Test]
    public async Task Push_HandlerThrowsOperationCanceledException_Is500()
    {
        using var site = new CallbackSite((_, _, _) => throw new OperationCanceledException());

        (await site.PushAsync(SampleResponses.Charge("s-1"))).AssertRejected(500);
    }

    [Test]
    public void Push_SenderDisconnects_CancelsTheHandlerWithoutAcknowledgment()
    {
        using var disconnected = new CancellationTokenSource();
        using var site = new CallbackSite(async (_, _, cancellationToken) =>
        {
            disconnected.Cancel();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        });

        Assert.That(async () => await site.PushAsync(SampleResponses.Charge("s-1"), cancellationToken: disconnected.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(site.LogEntries.Select(entry => (entry.Level, entry.Id.Id)), Is.EqualTo(new[] { (LogLevel.Warning, 204) }), "a handler that is always too slow must be visible in the log");
    }

    [TestCase("not XML at all")]
    [TestCase("")]
    [TestCase("<charge-amount-notification xmlns='http://checkout.google.com/schema/2' serial-number='1'>")]
    [TestCase("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    [TestCase("<new-order-notification xmlns='http://checkout.google.com/schema/2'/>")]
    public async Task Push_Unreadable_Is400AndLogged(string body)
    {
        using var site = new CallbackSite();

        (await site.PushAsync(body)).AssertRejected(400);

        Assert.That(site.LogEntries.Single(), Has.Property("Level").EqualTo(LogLevel.Warning).And.Property("Message").Contains("400"));
        Assert.That(site.Handled, Is.Empty);
    }

    [Test]
    public async Task Push_WrongOrMissingCredentials_Is401AndTheBodyIsNotRead([Values] bool isThere)
    {
        using var site = new CallbackSite();
        using var unread = new UnreadableStream();

        var response = await site.SendAsync(CallbackSite.Request(unread, authorization: isThere ? CallbackSite.Credentials(TestMerchant.Id, "wrong") : null));

        response.AssertRejected(401);
        Assert.That(response.Headers.Single(), Is.EqualTo(new KeyValuePair<string, string>("WWW-Authenticate", "Basic realm=\"Google Checkout callbacks\", charset=\"UTF-8\"")));
        Assert.That(site.LogEntries.Single().GetText(), Does.Contain(isThere ? "its credentials are wrong" : "it has no credentials"));
    }

    [TestCase("GET")]
    [TestCase("HEAD")]
    [TestCase("PUT")]
    [TestCase("OPTIONS")]
    public async Task Request_NotPost_Is405WithAllowHeader(string method)
    {
        using var site = new CallbackSite();
        using var unread = new UnreadableStream();

        var response = await site.SendAsync(CallbackSite.Request(unread, method: method));

        response.AssertRejected(405);
        Assert.That(response.Headers.Single(), Is.EqualTo(new KeyValuePair<string, string>("Allow", "POST")));
    }

    [TestCase(null, "Production", 403)]
    [TestCase(null, "Sandbox", 200)]
    [TestCase(null, "https://gateway.example/", 200)]
    [TestCase(null, "https://checkout.google.com/api/checkout/v2/", 403, Description = "production by its address")]
    [TestCase(true, "Sandbox", 403)]
    [TestCase(false, "Production", 200)]
    public async Task Push_NotHttps_Is403InProduction(bool? requireHttps, string environment, int status)
    {
        Assert.That(CheckoutEnvironment.TryParse(environment, out var parsed), Is.True);
        using var site = new CallbackSite(register: services => services
            .Configure<CallbackOptions>(options => options.RequireHttps = requireHttps)
            .AddGoogleCheckout(options =>
            {
                TestMerchant.Configure(options);
                options.Environment = parsed!;
            }));
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(SampleResponses.Charge("s-1")));
        using var same = new MemoryStream(body.ToArray());

        var response = await site.SendAsync(CallbackSite.Request(body, isHttps: false));
        var overHttps = await site.SendAsync(CallbackSite.Request(same, isHttps: true));

        Assert.That((response.StatusCode, overHttps.StatusCode), Is.EqualTo((status, 200)));
        if (status == 403)
        {
            response.AssertRejected(403);
            Assert.That(site.LogEntries[0].GetText(), Does.Contain("forwarded headers"));
        }
    }

    [TestCase("<request-received xmlns='http://checkout.google.com/schema/2' serial-number='r-1'/>", "r-1")]
    [TestCase("<request-received xmlns='http://checkout.google.com/schema/2'/>", null)]
    [TestCase("<error xmlns='http://checkout.google.com/schema/2' serial-number='e-1'><error-message>Bad</error-message></error>", "e-1")]
    [TestCase("<diagnosis xmlns='http://checkout.google.com/schema/2' serial-number='d-1'><input-xml/></diagnosis>", "d-1")]
    public async Task Push_OtherMessage_IsAcknowledgedAndLogged(string document, string? serialNumber)
    {
        using var site = new CallbackSite();

        Assert.That((await site.PushAsync(document)).Acknowledged(), Is.EqualTo(serialNumber));
        Assert.That(site.LogEntries.Select(entry => (entry.Level, entry.Id.Id)), Is.EqualTo(new[] { (LogLevel.Information, 206) }));
        Assert.That(site.Handled, Is.Empty);
    }

    [TestCase("<a-surprise xmlns='http://checkout.google.com/schema/2' serial-number='u-1'/>")]
    [TestCase("<a-surprise/>")]
    public async Task Push_UnknownMessage_IsNotAcknowledgedBecauseNothingHandlesIt(string document)
    {
        using var site = new CallbackSite();

        (await site.PushAsync(document)).AssertRejected(400);

        Assert.That(site.LogEntries.Single().GetText(), Does.Contain("the protocol has no message").And.Contain("a-surprise"));
    }

    [Test]
    public async Task Push_UnknownNotification_RunsTheHandlerOfNotification()
    {
        using var site = new CallbackSite();

        Assert.That((await site.PushAsync(SampleResponses.Charge("n-1", "surprise-notification"))).Acknowledged(), Is.EqualTo("n-1"));
        Assert.That(site.Handled.Single().Notification, Is.TypeOf<UnknownNotification>());
    }

    [TestCase("<charge-order xmlns='http://checkout.google.com/schema/2' google-order-number='1'/>")]
    [TestCase("<hello xmlns='http://checkout.google.com/schema/2'/>")]
    [TestCase("<notification-acknowledgment xmlns='http://checkout.google.com/schema/2' serial-number='1'/>")]
    [TestCase("<notification-history-request xmlns='http://checkout.google.com/schema/2'><serial-number>1</serial-number></notification-history-request>")]
    public async Task Push_MessageOfAMerchant_Is400(string document)
    {
        using var site = new CallbackSite();

        (await site.PushAsync(document)).AssertRejected(400);
        Assert.That(site.LogEntries.Single().GetText(), Does.Contain("the service does not send a "));
    }

    [Test]
    public async Task Push_Inconsistent_IsLoggedAndHandledUnlessConfiguredToReject([Values] bool reject)
    {
        using var site = new CallbackSite(register: services => services.Configure<CallbackOptions>(options => options.RejectInconsistentNotifications = reject));

        var response = await site.PushAsync(SampleResponses.Charge("s-1").Replace("<total-charge-amount currency=\"USD\">12.50", "<total-charge-amount currency=\"EUR\">12.50", StringComparison.Ordinal));

        Assert.That((response.StatusCode, site.Handled.Count), Is.EqualTo(reject ? (400, 0) : (200, 1)));
        Assert.That(site.LogEntries[0], Has.Property("Id").EqualTo(new EventId(205)).And.Property("Level").EqualTo(LogLevel.Warning).And.Property("Message").StartsWith("ChargeAmountNotification s-1 of order 841171949013218 is inconsistent: /charge-amount-notification/"));
    }

    [Test]
    public async Task Push_CalculationCallbackWithoutHandler_Is503()
    {
        using var site = new CallbackSite();

        (await site.PushAsync("<merchant-calculation-callback xmlns='http://checkout.google.com/schema/2' serial-number='1'><buyer-language>en_US</buyer-language><shopping-cart><items/></shopping-cart><calculate><tax>false</tax><addresses/></calculate></merchant-calculation-callback>"))
            .AssertRejected(503);
        Assert.That(site.LogEntries.Single().Id.Id, Is.EqualTo(209));
    }

    [TestCase("_type=merchant-calculation-callback&serial-number=841171949013218&buyer-language=en_US&calculate.tax=true", "")]
    [TestCase("serial-number=c-1&calculate.addresses.anonymous-address-1.id=a1&_type=merchant-calculation-callback", "")]
    [TestCase("shopping-cart.items.item-1.quantity=1&_type=merchant%2Dcalculation%2Dcallback", null)]
    public async Task PostForm_CalculationCallback_Is400AndNamesTheSetting(string form, string? authorization)
    {
        using var client = new StubClient((_, _) => throw new InvalidOperationException("nothing is fetched"));
        using var site = new CallbackSite(register: services => services.AddSingleton<CheckoutClient>(client).AddMerchantCalculationHandler<ShopCalculator>());

        (await site.PostFormAsync(form, authorization)).AssertRejected(400);

        Assert.That(site.LogEntries.Single().GetText(), Does.Contain("a calculation callback in name/value fields").And.Contain("callback contents").And.Contain("\"Notification as XML\""));
        Assert.That(site.Handled, Is.Empty);
    }

    [Test]
    public void Constructor_OnlyACalculationHandler_Warns()
    {
        var log = new FakeLogCollector();
        using var services = Merchant(new ServiceCollection().AddSingleton(log.CreateFactory()).AddMerchantCalculationHandler<ShopCalculator>(), TestMerchant.Configure).BuildServiceProvider();

        using var endpoint = new CallbackEndpoint(services);

        var warning = log.GetSnapshot().Single(entry => entry.Category == CallbackLog.Category);
        Assert.That((warning.Level, warning.Id.Id), Is.EqualTo((LogLevel.Warning, 215)));
        Assert.That(warning.GetText(), Does.Contain("acknowledged and lost").And.Contain("AddNotificationHandler"));
    }

    [Test]
    public void Constructor_NotificationHandlerAndCalculationHandler_DoesNotWarn()
    {
        using var site = new CallbackSite(register: services => services.AddMerchantCalculationHandler<ShopCalculator>());

        Assert.That(site.LogEntries, Is.Empty);
    }

    [Test]
    public async Task Push_WithoutCredentials_LogNamesThePageForServersThatKeepThem()
    {
        using var site = new CallbackSite();

        (await site.PushAsync(SampleResponses.Charge("s-1"), authorization: null)).AssertRejected(401);

        Assert.That(site.LogEntries.Single().GetText(), Does.Contain("it has no credentials").And.Contain("docs/notifications.md"));
    }

    [Test]
    public async Task PostForm_FetchIsCanceledByAnotherToken_Is503()
    {
        using var client = new StubClient((_, _) => throw new TaskCanceledException());
        using var site = new CallbackSite(register: services => services.AddSingleton<CheckoutClient>(client));

        (await site.PostFormAsync("serial-number=s-1")).AssertRejected(503);

        Assert.That(site.LogEntries.Single().Id.Id, Is.EqualTo(208));
    }

    [Test]
    public void Constructor_InvalidRegistration_Throws()
    {
        using var noMerchant = new ServiceCollection().AddNotificationHandler<DelegateNotificationHandler>().BuildServiceProvider();
        using var noHandler = Merchant(new ServiceCollection(), TestMerchant.Configure).BuildServiceProvider();
        using var noKey = Merchant(new ServiceCollection().AddNotificationHandler<DelegateNotificationHandler>(), options => options.MerchantId = "1").BuildServiceProvider();
        using var valid = Merchant(new ServiceCollection().AddNotificationHandler<DelegateNotificationHandler>(), TestMerchant.Configure).BuildServiceProvider();
        using var invalid = Merchant(new ServiceCollection().AddNotificationHandler<DelegateNotificationHandler>().Configure<CallbackOptions>(SetToZero), TestMerchant.Configure).BuildServiceProvider();

        Assert.Multiple(() =>
        {
            Assert.That(() => new CallbackEndpoint(noMerchant), Throws.InvalidOperationException.With.Message.Contains("AddGoogleCheckout"));
            Assert.That(() => new CallbackEndpoint(noHandler), Throws.InvalidOperationException.With.Message.Contains("AddNotificationHandler"));
            Assert.That(() => new CallbackEndpoint(noKey), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("MerchantKey is missing"));
            Assert.That(() => new CallbackEndpoint(valid, "teas"), Throws.InvalidOperationException.With.Message.Contains("'teas'"));
            Assert.That(
                () => new CallbackEndpoint(invalid),
                Throws.TypeOf<OptionsValidationException>().With.Message.Contains("MaxBodyBytes").And.Message.Contains("BodyTimeout").And.Message.Contains("FetchTimeout").And.Message.Contains("MaxConcurrentFetches").And.Message.Contains("CalculationTimeout"));
        });
    }

    [Test]
    public void ToString_OfResponse_IsItsStatus()
    {
        Assert.That(CallbackResponses.NotAuthentic.ToString(), Is.EqualTo("CallbackResponse 401"));
    }

    private static IServiceCollection Merchant(IServiceCollection services, Action<CheckoutOptions> configure)
    {
        services.AddSingleton<Func<Notification, NotificationContext, CancellationToken, Task>>((_, _, _) => Task.CompletedTask);
        services.AddGoogleCheckout(configure);
        return services;
    }

    private static void SetToZero(CallbackOptions options)
    {
        (options.MaxBodyBytes, options.MaxConcurrentFetches) = (0, 0);
        options.BodyTimeout = options.FetchTimeout = options.CalculationTimeout = TimeSpan.Zero;
    }

    private sealed class FullInbox : INotificationInbox
    {
        public Task<bool> HandleOnceAsync(
            Notification notification, string merchant, Func<NotificationContext, CancellationToken, Task> handle, CancellationToken cancellationToken) => Task.FromResult(false);
    }
}
