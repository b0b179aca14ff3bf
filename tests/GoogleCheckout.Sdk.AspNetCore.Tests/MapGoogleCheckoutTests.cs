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
    private const string Secret = "the message of the exception";

    [Test]
    public async Task Push_ValidCredentials_IsHandledAndAcknowledged()
    {
        await using var site = await ShopSite.StartAsync();

        using var response = await site.PushAsync(SampleResponses.Charge("s-1"));

        await response.AssertAcknowledgesAsync("s-1");
        Assert.That(site.Handled.Single().Notification, Is.TypeOf<ChargeAmountNotification>());
    }

    [TestCase(null)]
    [TestCase("wrong")]
    [TestCase("key:with")]
    public async Task Push_WrongOrMissingCredentials_Is401WithChallenge(string? key)
    {
        await using var site = await ShopSite.StartAsync();

        using var response = await site.PostAsync(Xml(SampleResponses.Charge("s-1")), key is null ? null : ShopSite.CreateCredentials(key));

        await response.AssertRejectedAsync(HttpStatusCode.Unauthorized);
        Assert.That(response.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Basic realm=\"Google Checkout callbacks\", charset=\"UTF-8\""));
        Assert.That(site.Handled, Is.Empty);
    }

    [TestCase("", "{0}")]
    [TestCase("{0}", "")]
    [TestCase("{0}", "{0}")]
    [TestCase("Basic bm86bm8=", "{0}")]
    [TestCase(" ", "{0}")]
    public async Task Push_SeveralAuthorizationHeaders_Is401(string first, string second)
    {
        await using var site = await ShopSite.StartAsync();
        await using var connection = await site.ConnectAsync();
        var headers = string.Concat(new[] { first, second }.Select(value => $"Authorization: {value.Replace("{0}", $"{ShopSite.Credentials}", StringComparison.Ordinal)}\r\n"));
        var document = SampleResponses.Charge("s-1");

        await connection.WriteAsync(Encoding.ASCII.GetBytes($"POST {ShopSite.Path} HTTP/1.1\r\nHost: a\r\n{headers}Content-Type: application/xml\r\nContent-Length: {document.Length}\r\n\r\n{document}"));
        using var reader = new StreamReader(connection);

        Assert.That(await reader.ReadLineAsync(), Does.StartWith("HTTP/1.1 401 "));
        Assert.That(site.Handled, Is.Empty);
    }

    [Test]
    public async Task Get_CallbackUrl_Is405WithAllowHeader()
    {
        await using var site = await ShopSite.StartAsync();

        using var response = await site.Service.GetAsync(new Uri(ShopSite.Path, UriKind.Relative));

        await response.AssertRejectedAsync(HttpStatusCode.MethodNotAllowed);
        Assert.That(response.Content.Headers.Allow, Is.EqualTo(new[] { "POST" }));
    }

    [Test]
    public async Task Push_Unreadable_Is400()
    {
        await using var site = await ShopSite.StartAsync();

        using var response = await site.PushAsync("<new-order-notification>");

        await response.AssertRejectedAsync(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task Push_HandlerFails_Is500WithoutDetails()
    {
        await using var site = await ShopSite.StartAsync(handle: (_, _, _) => throw new InvalidDataException(Secret), use: app => app.UseDeveloperExceptionPage().UseStatusCodePages());

        using var response = await site.PushAsync(SampleResponses.Charge("s-1"));

        await response.AssertRejectedAsync(HttpStatusCode.InternalServerError);
        Assert.That(site.Log.GetLines(), Has.Some.Contains(Secret));
    }

    [Test]
    public async Task Push_TooLarge_Is413([Values] bool announced)
    {
        await using var site = await ShopSite.StartAsync(builder => builder.Services.Configure<CallbackOptions>(options => options.MaxBodyBytes = 1000));
        using var body = new StreamContent(new MemoryStream(new byte[100_000]));
        body.Headers.ContentType = new("application/xml");
        body.Headers.ContentLength = announced ? 100_000 : null;

        using var response = await site.PostAsync(body, ShopSite.Credentials);

        await response.AssertRejectedAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Test]
    public async Task Push_LargerThanServerLimit_Is413([Values] bool announced)
    {
        await using var site = await ShopSite.StartAsync(builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 1000), use: app => app.UseStatusCodePages());
        await using var connection = await site.ConnectAsync();

        await connection.WriteAsync(Encoding.ASCII.GetBytes(Head + (announced ? "Content-Length: 1001\r\n\r\n" : $"Transfer-Encoding: chunked\r\n\r\n1000\r\n{new string('a', 0x1000)}\r\n")));
        using var reader = new StreamReader(connection);
        var response = await reader.ReadToEndAsync();

        Assert.That(response, Does.StartWith("HTTP/1.1 413 ").And.Contain("Content-Length: 0\r\n").And.EndWith("\r\n\r\n"));
    }

    [Test]
    public async Task Push_SlowerThanServerLimit_Is408()
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
    public async Task Push_NotHttps_Is403InProduction(string environment, bool? requireHttps, HttpStatusCode status)
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

        using var response = await site.PostAsync(Xml(SampleResponses.Charge("s-1")), ShopSite.Credentials, Uri.UriSchemeHttp);
        using var overHttps = await site.PushAsync(SampleResponses.Charge("s-2"));

        Assert.That(response.StatusCode, Is.EqualTo(status));
        await overHttps.AssertAcknowledgesAsync("s-2");
    }

    [Test]
    public async Task Push_BehindTlsProxy_IsAcceptedWithForwardedHeaders()
    {
        await using var site = await ShopSite.StartAsync(
            builder => builder.Services.AddGoogleCheckout(options =>
            {
                ShopSite.SetMerchant(options);
                options.Environment = CheckoutEnvironment.Production;
            }),
            use: app => app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedProto }));
        using var body = Xml(SampleResponses.Charge("s-1"));
        body.Headers.Add("X-Forwarded-Proto", "https");

        using var response = await site.PostAsync(body, ShopSite.Credentials, Uri.UriSchemeHttp);

        await response.AssertAcknowledgesAsync("s-1");
    }

    [Test]
    public async Task Push_SenderDisconnects_CancelsTheHandler()
    {
        var (started, canceled) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var site = await ShopSite.StartAsync(handle: async (_, _, cancellationToken) =>
        {
            await using var registration = cancellationToken.Register(() => canceled.TrySetResult());
            started.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        });
        using var disconnect = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, ShopSite.Path) { Content = Xml(SampleResponses.Charge("s-1")) };
        request.Headers.Authorization = ShopSite.Credentials;

        var response = site.Service.SendAsync(request, disconnect.Token);
        await started.Task;
        await disconnect.CancelAsync();

        Assert.That(async () => await response, Throws.InstanceOf<OperationCanceledException>());
        await canceled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Test]
    public async Task CallbackUrl_SiteRequiresAuthorization_AcceptsTheService()
    {
        await using var site = await ShopSite.StartAsync(
            builder => builder.Services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build()),
            use: app => app.UseAuthorization());

        using var response = await site.PushAsync(SampleResponses.Charge("s-1"));

        await response.AssertAcknowledgesAsync("s-1");
    }

    [Test]
    public async Task MapGoogleCheckout_Always_ReturnsTheConventionBuilder()
    {
        await using var site = await ShopSite.StartAsync(map: app => app.MapGoogleCheckout(ShopSite.Path).RequireHost("callbacks.shop.example"));

        using var response = await site.PushAsync(SampleResponses.Charge("s-1"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "the endpoint is mapped for another host");
    }

    [Test]
    public async Task MapGoogleCheckout_SeveralMerchants_EachHasItsUrl()
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

        using var response = await site.PushAsync(SampleResponses.Charge("s-1"));
        using var otherMerchant = await site.PostAsync(Xml(SampleResponses.Charge("s-2")), ShopSite.CreateCredentials("another"));

        await response.AssertAcknowledgesAsync("s-1");
        await otherMerchant.AssertRejectedAsync(HttpStatusCode.Unauthorized);
        Assert.That(site.Handled.Single().Merchant, Is.EqualTo("teas"));
    }

    private static string Head => $"POST {ShopSite.Path} HTTP/1.1\r\nHost: a\r\nAuthorization: {ShopSite.Credentials}\r\nContent-Type: application/xml\r\n";

    private static StringContent Xml(string document) => new(document, Encoding.UTF8, "application/xml");
}
