using System.Net;
using GoogleCheckout.Calculations;
using GoogleCheckout.Client;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>Timeouts and cancellations of every origin: the status is 200 only if the message was handled.</summary>
[CancelAfter(60_000)]
public class TimeoutTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    private static readonly (string Name, Func<CancellationToken, Task> Handle)[] Waiting =
    [
        ("waits with the token", token => Task.Delay(Timeout.InfiniteTimeSpan, token)),
        ("throws after the token", async token =>
        {
            await WaitAsync(token);
            throw new InvalidOperationException("a library that does not know the token");
        }),
        ("throws a cancellation of another token", async token =>
        {
            await WaitAsync(token);
            throw new TaskCanceledException();
        }),
    ];

    [Test]
    public async Task RequestTimeout_DuringAHandler_IsNeverAnAcknowledgment([ValueSource(nameof(Waiting))] (string Name, Func<CancellationToken, Task> Handle) handler)
    {
        await using var site = await StartAsync((_, _, token) => handler.Handle(token));

        using var response = await site.PushAsync(SampleResponses.Charge("s-1"));

        Assert.That(response.StatusCode, Is.EqualTo(handler.Name == "throws after the token" ? HttpStatusCode.InternalServerError : HttpStatusCode.GatewayTimeout));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task RequestTimeout_WithAPolicyOfItsOwn_HasItsStatus()
    {
        await using var site = await StartAsync((_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, token), new RequestTimeoutPolicy { Timeout = Short, TimeoutStatusCode = 599 });

        using var response = await site.PushAsync(SampleResponses.Charge("s-1"));

        Assert.That((int)response.StatusCode, Is.EqualTo(599));
    }

    [Test]
    public async Task RequestTimeout_HandlerFinishesAllTheSame_IsAcknowledged()
    {
        await using var site = await StartAsync((_, _, token) => WaitAsync(token));

        using var response = await site.PushAsync(SampleResponses.Charge("s-1"));

        await response.AssertAcknowledgesAsync("s-1");
    }

    [Test]
    public async Task RequestTimeout_DuringACalculation_IsNotAnAnswer()
    {
        await using var site = await StartAsync(configure: builder =>
            builder.Services.AddSingleton<IMerchantCalculationHandler>(new WaitingCalculator()));

        using var response = await site.PushAsync(
            "<merchant-calculation-callback xmlns='http://checkout.google.com/schema/2' serial-number='c-1'><shopping-cart><items/></shopping-cart><buyer-language>en_US</buyer-language><calculate><addresses/><tax>true</tax></calculate></merchant-calculation-callback>");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.GatewayTimeout));
    }

    [Test]
    public async Task RequestTimeout_DuringAFetch_IsNotAnAcknowledgment()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { MerchantId = ShopSite.MerchantId, MerchantKey = ShopSite.MerchantKey });
        sandbox.Faults.When(_ => true, SandboxFault.Delay(TimeSpan.FromHours(1)));
        await using var site = await StartAsync(configure: builder => builder.Services.AddGoogleCheckout(sandbox.ApplyWithoutRetries));

        using var response = await site.PostSerialNumberAsync("841171949013218-00001-7");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.GatewayTimeout));
        Assert.That(site.Handled, Is.Empty);
    }

    [Test]
    public async Task TimeoutMiddleware_ThatSwallowsTheCancellation_AnswersWith503()
    {
        await using var site = await ShopSite.StartAsync(
            handle: (_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, token),
            use: app => app.Use(async (context, next) =>
            {
                using var timeout = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
                timeout.CancelAfter(Short);
                context.RequestAborted = timeout.Token;
                try
                {
                    await next(context);
                }
                catch (OperationCanceledException)
                {
                    // As many a middleware does.
                }
            }));

        using var response = await site.PushAsync(SampleResponses.Charge("s-1"));

        await AssertEmptyAsync(response, HttpStatusCode.ServiceUnavailable);
    }

    [Test]
    public async Task Handler_TimeoutOfItsOwnHttpClient_Is500AndLogged()
    {
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var http = new HttpClient { Timeout = Short, BaseAddress = new Uri($"http://{silent.LocalEndpoint}") };
        await using var site = await ShopSite.StartAsync(handle: (_, _, token) => http.GetAsync(new Uri("stock", UriKind.Relative), token));

        using var response = await site.PushAsync(SampleResponses.Charge("s-1"));

        await response.AssertRejectedAsync(HttpStatusCode.InternalServerError);
        Assert.That(site.Log.GetLines(), Has.Some.StartWith("Error 203 "));
    }

    private static Task<ShopSite> StartAsync(
        Func<Notification, NotificationContext, CancellationToken, Task>? handle = null, RequestTimeoutPolicy? policy = null, Action<WebApplicationBuilder>? configure = null) =>
        ShopSite.StartAsync(
            builder =>
            {
                builder.Services.AddRequestTimeouts(options => options.DefaultPolicy = policy ?? new RequestTimeoutPolicy { Timeout = Short });
                configure?.Invoke(builder);
            },
            handle,
            app => app.UseRequestTimeouts());

    private static async Task AssertEmptyAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    private static async Task WaitAsync(CancellationToken cancellationToken) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private sealed class WaitingCalculator : IMerchantCalculationHandler
    {
        public async Task<MerchantCalculationResults> CalculateAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return new MerchantCalculationResults { Results = [] };
        }
    }
}
