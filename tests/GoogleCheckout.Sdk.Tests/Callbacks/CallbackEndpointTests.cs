using System.Text;
using GoogleCheckout.Client;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>Each answer of the endpoint to an XML push, and what it takes to get it.</summary>
public class CallbackEndpointTests
{
    private const string Secret = "the exception's own words";

    [Test]
    public async Task Push_WithTheRightCredentials_IsHandledAndAcknowledged()
    {
        using var site = new CallbackSite();

        var answer = await site.PushAsync(Answers.Charge("s-1"));

        Assert.That(answer.Acknowledged(), Is.EqualTo("s-1"));
        Assert.That(Encoding.UTF8.GetString(answer.Body.ToArray()), Does.Contain("<notification-acknowledgment xmlns=\"http://checkout.google.com/schema/2\" serial-number=\"s-1\""));
        Assert.That(site.Handled.Single(), Is.EqualTo((string.Empty, CheckoutXml.Parse(Answers.Charge("s-1")))));
    }

    [Test]
    public async Task Push_WhileTheHandlerIsAtWork_IsNotAcknowledged()
    {
        var done = new TaskCompletionSource();
        using var site = new CallbackSite((_, _, _) => done.Task);

        var answer = site.PushAsync(Answers.Charge("s-1"));
        Assert.That(answer.IsCompleted, Is.False);
        done.SetResult();

        Assert.That((await answer).Acknowledged(), Is.EqualTo("s-1"));
    }

    [Test]
    public async Task Push_WhenTheInboxHasSeenIt_IsAcknowledgedAgain()
    {
        using var site = new CallbackSite(register: services => services.AddSingleton<INotificationInbox>(new FullInbox()));

        Assert.That((await site.PushAsync(Answers.Charge("s-1"))).Acknowledged(), Is.EqualTo("s-1"));
        Assert.That(site.Handled, Is.Empty);
    }

    [Test]
    public async Task Push_WhenTheHandlerFails_Is500AndTheLogSaysWhy()
    {
        using var site = new CallbackSite((_, _, _) => throw new InvalidDataException(Secret));

        (await site.PushAsync(Answers.Charge("s-1"))).AssertRefused(500);

        var said = site.LogEntries.Single();
        Assert.That((said.Level, said.Id.Id), Is.EqualTo((LogLevel.Error, 203)));
        Assert.That(said.GetText(), Does.Contain("ChargeAmountNotification s-1").And.Contain(Secret));
    }

    [Test]
    public async Task Push_WhenTheHandlerCancelsItself_Is500()
    {
        using var site = new CallbackSite((_, _, _) => throw new OperationCanceledException());

        (await site.PushAsync(Answers.Charge("s-1"))).AssertRefused(500);
    }

    [Test]
    public void Push_WhenTheSenderHangsUp_CancelsTheHandlerAndAcknowledgesNothing()
    {
        using var hungUp = new CancellationTokenSource();
        using var site = new CallbackSite(async (_, _, cancellationToken) =>
        {
            hungUp.Cancel();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        });

        Assert.That(async () => await site.PushAsync(Answers.Charge("s-1"), cancellationToken: hungUp.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(site.LogEntries.Select(said => (said.Level, said.Id.Id)), Is.EqualTo(new[] { (LogLevel.Warning, 204) }), "a handler that is always too slow must show");
    }

    [TestCase("not XML at all")]
    [TestCase("")]
    [TestCase("<charge-amount-notification xmlns='http://checkout.google.com/schema/2' serial-number='1'>")]
    [TestCase("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    [TestCase("<new-order-notification xmlns='http://checkout.google.com/schema/2'/>")]
    public async Task Push_ThatCannotBeRead_Is400AndTheLogSaysWhere(string body)
    {
        using var site = new CallbackSite();

        (await site.PushAsync(body)).AssertRefused(400);

        Assert.That(site.LogEntries.Single(), Has.Property("Level").EqualTo(LogLevel.Warning).And.Property("Message").Contains("400"));
        Assert.That(site.Handled, Is.Empty);
    }

    [Test]
    public async Task Push_WithoutOrWithWrongCredentials_Is401AndTheBodyIsNotRead([Values] bool isThere)
    {
        using var site = new CallbackSite();
        using var unread = new UnreadableStream();

        var answer = await site.AnswerAsync(CallbackSite.Request(unread, authorization: isThere ? CallbackSite.Credentials(TestMerchant.Id, "wrong") : null));

        answer.AssertRefused(401);
        Assert.That(answer.Headers.Single(), Is.EqualTo(new KeyValuePair<string, string>("WWW-Authenticate", "Basic realm=\"Google Checkout callbacks\", charset=\"UTF-8\"")));
        Assert.That(site.LogEntries.Single().GetText(), Does.Contain(isThere ? "its credentials are wrong" : "it has no credentials"));
    }

    [TestCase("GET")]
    [TestCase("HEAD")]
    [TestCase("PUT")]
    [TestCase("OPTIONS")]
    public async Task Request_ThatIsNoPost_Is405AndSaysWhatIs(string method)
    {
        using var site = new CallbackSite();
        using var unread = new UnreadableStream();

        var answer = await site.AnswerAsync(CallbackSite.Request(unread, method: method));

        answer.AssertRefused(405);
        Assert.That(answer.Headers.Single(), Is.EqualTo(new KeyValuePair<string, string>("Allow", "POST")));
    }

    [TestCase(null, "Production", 403)]
    [TestCase(null, "Sandbox", 200)]
    [TestCase(null, "https://gateway.example/", 200)]
    [TestCase(null, "https://checkout.google.com/api/checkout/v2/", 403, Description = "production by its address")]
    [TestCase(true, "Sandbox", 403)]
    [TestCase(false, "Production", 200)]
    public async Task Push_NotOverHttps_IsRefusedWhereMoneyIsReal(bool? requireHttps, string environment, int status)
    {
        Assert.That(CheckoutEnvironment.TryParse(environment, out var parsed), Is.True);
        using var site = new CallbackSite(register: services => services
            .Configure<CallbackOptions>(options => options.RequireHttps = requireHttps)
            .AddGoogleCheckout(options =>
            {
                TestMerchant.Configure(options);
                options.Environment = parsed!;
            }));
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(Answers.Charge("s-1")));
        using var same = new MemoryStream(body.ToArray());

        var answer = await site.AnswerAsync(CallbackSite.Request(body, isHttps: false));
        var overHttps = await site.AnswerAsync(CallbackSite.Request(same, isHttps: true));

        Assert.That((answer.StatusCode, overHttps.StatusCode), Is.EqualTo((status, 200)));
        if (status == 403)
        {
            answer.AssertRefused(403);
            Assert.That(site.LogEntries[0].GetText(), Does.Contain("forwarded headers"));
        }
    }

    [TestCase("<request-received xmlns='http://checkout.google.com/schema/2' serial-number='r-1'/>", "r-1")]
    [TestCase("<request-received xmlns='http://checkout.google.com/schema/2'/>", null)]
    [TestCase("<error xmlns='http://checkout.google.com/schema/2' serial-number='e-1'><error-message>Bad</error-message></error>", "e-1")]
    [TestCase("<diagnosis xmlns='http://checkout.google.com/schema/2' serial-number='d-1'><input-xml/></diagnosis>", "d-1")]
    [TestCase("<a-surprise xmlns='http://checkout.google.com/schema/2' serial-number='u-1'/>", "u-1")]
    [TestCase("<a-surprise/>", null)]
    public async Task Push_OfWhatOldGuidesDispatchTooOrNobodyKnows_IsAcknowledgedAndLogged(string document, string? serialNumber)
    {
        using var site = new CallbackSite();

        Assert.That((await site.PushAsync(document)).Acknowledged(), Is.EqualTo(serialNumber));
        Assert.That(site.LogEntries.Select(said => (said.Level, said.Id.Id)), Is.EqualTo(new[] { (LogLevel.Information, 206) }));
        Assert.That(site.Handled, Is.Empty);
    }

    [Test]
    public async Task Push_OfANotificationNobodyKnows_GoesToTheHandlerOfTheRest()
    {
        using var site = new CallbackSite();

        Assert.That((await site.PushAsync(Answers.Charge("n-1", "surprise-notification"))).Acknowledged(), Is.EqualTo("n-1"));
        Assert.That(site.Handled.Single().Notification, Is.TypeOf<UnknownNotification>());
    }

    [TestCase("<charge-order xmlns='http://checkout.google.com/schema/2' google-order-number='1'/>")]
    [TestCase("<hello xmlns='http://checkout.google.com/schema/2'/>")]
    [TestCase("<notification-acknowledgment xmlns='http://checkout.google.com/schema/2' serial-number='1'/>")]
    [TestCase("<notification-history-request xmlns='http://checkout.google.com/schema/2'><serial-number>1</serial-number></notification-history-request>")]
    public async Task Push_OfWhatAMerchantSendsItself_Is400(string document)
    {
        using var site = new CallbackSite();

        (await site.PushAsync(document)).AssertRefused(400);
        Assert.That(site.LogEntries.Single().GetText(), Does.Contain("nothing that the service sends to a merchant"));
    }

    [Test]
    public async Task Push_OfWhatDoesNotMakeSense_IsHandledAndLoggedUnlessItIsToBeRefused([Values] bool refuse)
    {
        using var site = new CallbackSite(register: services => services.Configure<CallbackOptions>(options => options.RejectInconsistentNotifications = refuse));

        var answer = await site.PushAsync(Answers.Charge("s-1").Replace("<total-charge-amount currency=\"USD\">12.50", "<total-charge-amount currency=\"EUR\">12.50", StringComparison.Ordinal));

        Assert.That((answer.StatusCode, site.Handled.Count), Is.EqualTo(refuse ? (400, 0) : (200, 1)));
        Assert.That(site.LogEntries[0], Has.Property("Id").EqualTo(new EventId(205)).And.Property("Level").EqualTo(LogLevel.Warning).And.Property("Message").StartsWith("ChargeAmountNotification s-1 of order 841171949013218 is inconsistent: /charge-amount-notification/"));
    }

    [Test]
    public async Task Push_OfACalculationCallbackThatNobodyAnswers_Is503()
    {
        using var site = new CallbackSite();

        (await site.PushAsync("<merchant-calculation-callback xmlns='http://checkout.google.com/schema/2' serial-number='1'><buyer-language>en_US</buyer-language><shopping-cart><items/></shopping-cart><calculate><tax>false</tax><addresses/></calculate></merchant-calculation-callback>"))
            .AssertRefused(503);
        Assert.That(site.LogEntries.Single().Id.Id, Is.EqualTo(209));
    }

    [Test]
    public void Endpoint_ThatCouldTellNobodyApart_IsNotMade()
    {
        using var nobody = new ServiceCollection().AddNotificationHandler<ToldHandler>().BuildServiceProvider();
        using var nothing = Merchant(new ServiceCollection(), TestMerchant.Configure).BuildServiceProvider();
        using var noKey = Merchant(new ServiceCollection().AddNotificationHandler<ToldHandler>(), options => options.MerchantId = "1").BuildServiceProvider();
        using var good = Merchant(new ServiceCollection().AddNotificationHandler<ToldHandler>(), TestMerchant.Configure).BuildServiceProvider();
        using var faulty = Merchant(new ServiceCollection().AddNotificationHandler<ToldHandler>().Configure<CallbackOptions>(SetToZero), TestMerchant.Configure).BuildServiceProvider();

        Assert.Multiple(() =>
        {
            Assert.That(() => new CallbackEndpoint(nobody), Throws.InvalidOperationException.With.Message.Contains("AddGoogleCheckout"));
            Assert.That(() => new CallbackEndpoint(nothing), Throws.InvalidOperationException.With.Message.Contains("AddNotificationHandler"));
            Assert.That(() => new CallbackEndpoint(noKey), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("MerchantKey is missing"));
            Assert.That(() => new CallbackEndpoint(good, "teas"), Throws.InvalidOperationException.With.Message.Contains("'teas'"));
            Assert.That(
                () => new CallbackEndpoint(faulty),
                Throws.TypeOf<OptionsValidationException>().With.Message.Contains("MaxBodyBytes").And.Message.Contains("BodyTimeout").And.Message.Contains("FetchTimeout").And.Message.Contains("MaxConcurrentFetches").And.Message.Contains("CalculationTimeout"));
        });
    }

    [Test]
    public void ToString_OfAnswer_IsItsStatus()
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
