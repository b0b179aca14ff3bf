using System.Net;
using System.Text;
using GoogleCheckout.Callbacks;
using GoogleCheckout.Client;
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>The callback URL in a real site: the responses over HTTP.</summary>
public class MapGoogleCheckoutTests
{
    private const string Secret = "the exception's own words";

    [Test]
    public async Task Push_WithTheRightCredentials_IsHandledAndAcknowledged()
    {
        await using var site = await ShopSite.StartAsync();

        using var response = await site.PushAsync(Answers.Charge("s-1"));

        await response.AssertAcknowledgesAsync("s-1");
        Assert.That(site.Handled.Single().Notification, Is.TypeOf<ChargeAmountNotification>());
    }

    [TestCase(null)]
    [TestCase("wrong")]
    [TestCase("key:with")]
    public async Task Push_WithWrongCredentialsOrNone_Is401AndSaysHow(string? key)
    {
        await using var site = await ShopSite.StartAsync();

        using var response = await site.PostAsync(Xml(Answers.Charge("s-1")), key is null ? null : ShopSite.CredentialsOf(key));

        await response.AssertRejectedAsync(HttpStatusCode.Unauthorized);
        Assert.That(response.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Basic realm=\"Google Checkout callbacks\", charset=\"UTF-8\""));
        Assert.That(site.Handled, Is.Empty);
    }

    [Test]
    public async Task Get_OfTheAddress_Is405AndSaysWhatIs()
    {
        await using var site = await ShopSite.StartAsync();

        using var response = await site.Service.GetAsync(new Uri(ShopSite.Path, UriKind.Relative));

        await response.AssertRejectedAsync(HttpStatusCode.MethodNotAllowed);
        Assert.That(response.Content.Headers.Allow, Is.EqualTo(new[] { "POST" }));
    }

    [Test]
    public async Task Push_ThatCannotBeRead_Is400()
    {
        await using var site = await ShopSite.StartAsync();

        using var response = await site.PushAsync("<new-order-notification>");

        await response.AssertRejectedAsync(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task Push_WhenTheHandlerFails_Is500AndNothingOfTheExceptionGoesOut()
    {
        await using var site = await ShopSite.StartAsync(handle: (_, _, _) => throw new InvalidDataException(Secret), use: app => app.UseDeveloperExceptionPage().UseStatusCodePages());

        using var response = await site.PushAsync(Answers.Charge("s-1"));

        await response.AssertRejectedAsync(HttpStatusCode.InternalServerError);
        Assert.That(site.Log.GetLines(), Has.Some.Contains(Secret));
    }

    [Test]
    public async Task Push_TooLarge_Is413WhetherAnnouncedOrNot([Values] bool announced)
    {
        await using var site = await ShopSite.StartAsync(builder => builder.Services.Configure<CallbackOptions>(options => options.MaxBodyBytes = 1000));
        using var body = new StreamContent(new MemoryStream(new byte[100_000]));
        body.Headers.ContentType = new("application/xml");
        body.Headers.ContentLength = announced ? 100_000 : null;

        using var response = await site.PostAsync(body, ShopSite.Credentials);

        await response.AssertRejectedAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Test]
    public async Task Push_LargerThanTheServerTakes_Is413Too([Values] bool announced)
    {
        await using var site = await ShopSite.StartAsync(builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 1000), use: app => app.UseStatusCodePages());
        await using var connection = await site.ConnectAsync();

        await connection.WriteAsync(Encoding.ASCII.GetBytes(Head + (announced ? "Content-Length: 1001\r\n\r\n" : $"Transfer-Encoding: chunked\r\n\r\n1000\r\n{new string('a', 0x1000)}\r\n")));
        using var reader = new StreamReader(connection);
        var response = await reader.ReadToEndAsync();

        Assert.That(response, Does.StartWith("HTTP/1.1 413 ").And.Contain("Content-Length: 0\r\n").And.EndWith("\r\n\r\n"));
    }

    [Test]
    public async Task Push_SlowerThanTheServerTakes_Is408()
    {
        await using var site = await ShopSite.StartAsync(builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(1_000_000, TimeSpan.FromSeconds(1.1))));
        await using var connection = await site.ConnectAsync();

        await connection.WriteAsync(Encoding.ASCII.GetBytes(Head + "Content-Length: 1000\r\n\r\n<"));
        using var reader = new StreamReader(connection);

        Assert.That(await reader.ReadLineAsync(), Is.EqualTo("HTTP/1.1 408 Request Timeout"));
    }

    [TestCase("Production", null, HttpStatusCode.Forbidden)]
    [TestCase("Production", false, HttpStatusCode.OK)]
    [TestCase("Sandbox", null, HttpStatusCode.OK)]
    [TestCase("Sandbox", true, HttpStatusCode.Forbidden)]
    public async Task Push_NotOverHttps_IsRefusedInProduction(string environment, bool? requireHttps, HttpStatusCode status)
    {
        await using var site = await ShopSite.StartAsync(builder =>
        {
            builder.Services.Configure<CallbackOptions>(options => options.RequireHttps = requireHttps);
            builder.Services.AddGoogleCheckout(options =>
            {
                ShopSite.SetMerchant(options);
                options.Environment = environment == "Production" ? CheckoutEnvironment.Production : CheckoutEnvironment.Sandbox;
            });
        });

        using var response = await site.PostAsync(Xml(Answers.Charge("s-1")), ShopSite.Credentials, Uri.UriSchemeHttp);
        using var overHttps = await site.PushAsync(Answers.Charge("s-2"));

        Assert.That(response.StatusCode, Is.EqualTo(status));
        await overHttps.AssertAcknowledgesAsync("s-2");
    }

    [Test]
    public async Task Push_BehindAProxyThatEndsTls_IsTakenWithForwardedHeaders()
    {
        await using var site = await ShopSite.StartAsync(
            builder => builder.Services.AddGoogleCheckout(options =>
            {
                ShopSite.SetMerchant(options);
                options.Environment = CheckoutEnvironment.Production;
            }),
            use: app => app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedProto }));
        using var body = Xml(Answers.Charge("s-1"));
        body.Headers.Add("X-Forwarded-Proto", "https");

        using var response = await site.PostAsync(body, ShopSite.Credentials, Uri.UriSchemeHttp);

        await response.AssertAcknowledgesAsync("s-1");
    }

    [Test]
    public async Task Push_WhenTheSenderHangsUp_CancelsTheHandler()
    {
        var (begun, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var site = await ShopSite.StartAsync(handle: async (_, _, cancellationToken) =>
        {
            await using var registration = cancellationToken.Register(() => cancelled.TrySetResult());
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        });
        using var hangUp = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, ShopSite.Path) { Content = Xml(Answers.Charge("s-1")) };
        request.Headers.Authorization = ShopSite.Credentials;

        var response = site.Service.SendAsync(request, hangUp.Token);
        await begun.Task;
        await hangUp.CancelAsync();

        Assert.That(async () => await response, Throws.InstanceOf<OperationCanceledException>());
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Test]
    public async Task Address_WhereTheSiteItselfAsksWhoIsThere_IsOpenToTheService()
    {
        await using var site = await ShopSite.StartAsync(
            builder => builder.Services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build()),
            use: app => app.UseAuthorization());

        using var response = await site.PushAsync(Answers.Charge("s-1"));

        await response.AssertAcknowledgesAsync("s-1");
    }

    [Test]
    public async Task MapGoogleCheckout_ReturnsWhatConventionsApplyTo()
    {
        await using var site = await ShopSite.StartAsync(map: app => app.MapGoogleCheckout(ShopSite.Path).RequireHost("callbacks.shop.example"));

        using var response = await site.PushAsync(Answers.Charge("s-1"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "another host's");
    }

    [Test]
    public async Task MapGoogleCheckout_ForEachOfSeveralMerchants_TakesTheirCallbacksThere()
    {
        await using var site = await ShopSite.StartAsync(
            builder =>
            {
                builder.Services.AddGoogleCheckout("teas", ShopSite.SetMerchant);
                builder.Services.AddGoogleCheckout("pots", options =>
                {
                    ShopSite.SetMerchant(options);
                    options.MerchantKey = "another";
                });
            },
            map: app =>
            {
                app.MapGoogleCheckout("/pots", "pots");
                app.MapGoogleCheckout(ShopSite.Path, "teas");
            });

        using var response = await site.PushAsync(Answers.Charge("s-1"));
        using var astray = await site.PostAsync(Xml(Answers.Charge("s-2")), ShopSite.CredentialsOf("another"));

        await response.AssertAcknowledgesAsync("s-1");
        await astray.AssertRejectedAsync(HttpStatusCode.Unauthorized);
        Assert.That(site.Handled.Single().Merchant, Is.EqualTo("teas"));
    }

    private static string Head => $"POST {ShopSite.Path} HTTP/1.1\r\nHost: a\r\nAuthorization: {ShopSite.Credentials}\r\nContent-Type: application/xml\r\n";

    private static StringContent Xml(string document) => new(document, Encoding.UTF8, "application/xml");
}
