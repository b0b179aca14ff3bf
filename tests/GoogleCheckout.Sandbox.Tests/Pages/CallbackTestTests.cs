using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Sandbox.Callbacks;
using GoogleCheckout.Sandbox.Pages.MerchantCenter;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The button that tests the callback URL, with each mistake of a shop.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class CallbackTestTests : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _disposables = [];
    private readonly List<X509Certificate2> _certificates = [];
    private CheckoutSandbox _sandbox = null!;
    private PageVisitor _merchant = null!;

    public async ValueTask DisposeAsync()
    {
        _merchant?.Dispose();
        for (var i = _disposables.Count - 1; i >= 0; i--)
        {
            await _disposables[i].DisposeAsync();
        }

        _certificates.ForEach(certificate => certificate.Dispose());
    }

    [Test]
    public async Task Shop_Acknowledges_IsReportedAndNothingIsSaved()
    {
        var shop = await MerchantServer.StartAsync();
        _disposables.Add(shop);
        await StartAsync(shop.Authority);

        await TestAsync(shop.CallbackUrl.ToString());

        Assert.That(_merchant.Text, Does.Contain("The shop acknowledged the notification.").And.Contain("a sample, because there is no notification yet").And.Contain("status 200 after"));
        Assert.That(_merchant.Text, Does.Contain("✓ CN=localhost").And.Contain($"✓ {shop.Authority.Subject}").And.Contain("Valid from"));
        Assert.That(shop.Posts.Single().SerialNumber, Is.EqualTo(SampleNotifications.NewOrder().SerialNumber));
        Assert.That(_sandbox.CallbackUrl, Is.Null);
        Assert.That(_sandbox.Deliveries, Is.Empty);
    }

    [Test]
    public async Task Shop_WithNotifications_GetsTheLatestAgainInTheSelectedContents()
    {
        var shop = await MerchantServer.StartAsync();
        _disposables.Add(shop);
        await StartAsync(shop.Authority);
        using var client = _sandbox.CreateClient();
        await _sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));

        await TestAsync(shop.CallbackUrl.ToString(), (SettingsForm.CallbackFormatField, "SerialNumber"));

        Assert.That(_merchant.Text, Does.Contain("the latest notification, again").And.Contain("The shop acknowledged"));
        Assert.That((shop.Posts.Single().Authorization, shop.Posts.Single().SerialNumber), Is.EqualTo(((string?)null, _sandbox.Accounts.First.Service.FindLatestNotification()!.SerialNumber)));
    }

    [TestCase(401, "The shop refused the request with status 401.", "as HTTP Basic credentials")]
    [TestCase(403, "The shop refused the request with status 403.", "as HTTP Basic credentials")]
    [TestCase(404, "There is nothing at the path /callback", "Check the path")]
    [TestCase(405, "does not accept POST", "Check the path")]
    [TestCase(400, "did not understand the notification", "callback contents")]
    [TestCase(302, "The server redirects to /login?from=callback, with status 302.", "follows no redirects")]
    [TestCase(301, "redirects to /login?from=callback", "Use the address")]
    [TestCase(500, "The shop responded with status 500.", "log of the shop")]
    [TestCase(204, "The shop responded with status 204.", "Only status 200")]
    public async Task Shop_RespondsWithAStatus_SaysWhatItMeans(int status, string problem, string advice)
    {
        var url = await StartShopAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/login?from=callback";
            return Task.CompletedTask;
        });

        await TestAsync(url);

        AssertProblem(problem, advice);
    }

    [TestCase("", "the response is empty")]
    [TestCase("<html><p>Thank you & goodbye</html>", "Error parsing notification acknowledgment")]
    [TestCase("<notification-acknowledgment xmlns=\"http://checkout.google.com/schema/2\" serial-number=\"1\"/>", "it contains a different one")]
    [TestCase("<notification-acknowledgment xmlns=\"http://checkout.google.com/schema/2\"/>", "it contains none")]
    public async Task Shop_RespondsWithAnotherBody_SaysWhatIsMissing(string body, string problem)
    {
        var url = await StartShopAsync(context => context.Response.WriteAsync(body));

        await TestAsync(url);

        AssertProblem("The response does not acknowledge the notification.", problem);
        Assert.That(_merchant.Html, Does.Not.Contain("<p>Thank you"));

        await TestAsync(url, (SettingsForm.ApiVersionField, "Version20"));
        Assert.That(_merchant.Text, Does.Contain("The shop acknowledged"), "before version 2.5, status 200 is sufficient");
    }

    [Test]
    public async Task Shop_DoesNotRespond_SaysHowLongItWaited()
    {
        var url = await StartShopAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted), TimeSpan.FromMilliseconds(300));

        await TestAsync(url);

        AssertProblem("The merchant did not respond within 0.3 s.", "acknowledge a notification at once");
    }

    [Test]
    public async Task Host_Unknown_SaysSo()
    {
        await StartAsync();

        await TestAsync("http://shop.invalid/callback");

        AssertProblem("The name shop.invalid was not found.", "hosts file");
    }

    [Test]
    public async Task Port_Closed_SaysSo()
    {
        await StartAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        await TestAsync($"http://127.0.0.1:{port}/callback");

        AssertProblem($"Nothing listens at 127.0.0.1, port {port}", "Start the shop");
    }

    [Test]
    public async Task Port_SpeaksOnlyPlainHttp_SaysSo()
    {
        var url = await StartShopAsync(_ => Task.CompletedTask);

        await TestAsync(url.Replace("http:", "https:", StringComparison.Ordinal));

        AssertProblem("There is no TLS connection.", "must begin with http.");
    }

    [Test]
    public async Task Port_SpeaksOnlyHttps_SaysSo()
    {
        var shop = await MerchantServer.StartAsync();
        _disposables.Add(shop);
        await StartAsync(shop.Authority);

        await TestAsync(shop.CallbackUrl.ToString().Replace("https:", "http:", StringComparison.Ordinal));

        AssertProblem("No response from the merchant:", "the URL must begin with https");
    }

    [Test]
    public async Task Certificate_OfAnUntrustedAuthority_ShowsTheChain()
    {
        var shop = await MerchantServer.StartAsync();
        _disposables.Add(shop);
        await StartAsync();

        await TestAsync(shop.CallbackUrl.ToString());

        AssertProblem("The certificate is not trusted.", "--callback-trust FILE");
        Assert.That(_merchant.Text, Does.Contain("✕ CN=localhost").And.Contain($"Issued by {shop.Authority.Subject}"));
        Assert.That(_merchant.Text, Does.Contain("The certificate of its issuer is missing"), "servers do not send roots");
    }

    [Test]
    public async Task Certificate_ItsOwnIssuer_SaysThatItIsNotTrusted()
    {
        var shop = await ShopServer.StartAsync(_ => Task.CompletedTask, Create("localhost", -1, 1));
        _disposables.Add(shop);
        await StartAsync();

        await TestAsync($"https://localhost:{shop.Port}/callback");

        AssertProblem("The certificate is not trusted.", "It is its own issuer, and not one of the trusted root certificates");
    }

    [TestCase(-20, -10, "It expired on ")]
    [TestCase(10, 20, "It is valid only from ")]
    public async Task Certificate_NotValidNow_ShowsItsTimes(int from, int until, string problem)
    {
        var certificate = Create("localhost", from, until);
        var port = await StartTlsShopAsync(certificate);

        await TestAsync($"https://localhost:{port}/callback");

        AssertProblem("The certificate is not trusted.", problem);
        Assert.That(_merchant.Text, Does.Contain($"Valid from {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} until {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}"));
    }

    [Test]
    public async Task Certificate_OfAnotherHost_NamesIt()
    {
        var port = await StartTlsShopAsync(Create("shop.example.com", -1, 1));

        await TestAsync($"https://localhost:{port}/callback");

        AssertProblem("The certificate is for another host: it names shop.example.com, and the URL has localhost.", "Use a name in the certificate");
    }

    [Test]
    public async Task Url_MissingOrInvalid_IsAnErrorOfTheField()
    {
        await StartAsync();

        await TestAsync(string.Empty);
        Assert.That((_merchant.Status, _merchant.Text.Contains("Enter the URL to test.", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, true)));
        await TestAsync("ftp://localhost/");
        Assert.That(_merchant.Text, Does.Contain("must be an absolute https or http URL"));
    }

    private void AssertProblem(string problem, string advice)
    {
        Assert.That(_merchant.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_merchant.Text, Does.Contain("✕").And.Contain(problem));
        Assert.That(_merchant.Text, Does.Contain(advice).And.Not.Contain(_sandbox.MerchantKey));
        Assert.That(_sandbox.CallbackUrl, Is.Null);
    }

    private X509Certificate2 Create(string name, int fromDays, int untilDays)
    {
        var now = TimeProvider.System.GetUtcNow();
        var certificate = ShopServer.CreateCertificate(name, now.AddDays(fromDays), now.AddDays(untilDays));
        _certificates.Add(certificate);
        return certificate;
    }

    private async Task<int> StartTlsShopAsync(X509Certificate2 certificate)
    {
        var shop = await ShopServer.StartAsync(_ => Task.CompletedTask, certificate);
        _disposables.Add(shop);
        await StartAsync(certificate);
        return shop.Port;
    }

    private async Task<string> StartShopAsync(RequestDelegate handler, TimeSpan? timeout = null)
    {
        var shop = await ShopServer.StartAsync(handler);
        _disposables.Add(shop);
        await StartAsync(timeout: timeout);
        return $"http://127.0.0.1:{shop.Port}/callback";
    }

    private async Task StartAsync(X509Certificate2? trusted = null, TimeSpan? timeout = null)
    {
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions
        {
            PagesEndpoint = new IPEndPoint(IPAddress.Loopback, 0),
            CallbackTrustedCertificate = trusted,
            CallbackTimeout = timeout ?? TimeSpan.FromSeconds(10),
        });
        _disposables.Add(_sandbox);
        _merchant = new PageVisitor(_sandbox.PagesAddress!);
        await _merchant.OpenAsync(PageUrls.Inbox);
        await _merchant.SubmitAsync(PageUrls.SignIn, ("merchant-id", _sandbox.MerchantId), ("merchant-key", _sandbox.MerchantKey));
        await _merchant.OpenAsync(PageUrls.Settings);
    }

    private Task TestAsync(string url, params (string Name, string Value)[] changes)
    {
        (string, string)[] typed = [(SettingsForm.CallbackUrlField, url), .. changes];
        return _merchant.SubmitAsync(PageUrls.Settings, [
            .. SettingsForm.From(_sandbox.Accounts.First.Settings).Values.Where(field => typed.All(change => change.Item1 != field.Key)).Select(field => (field.Key, field.Value)),
            .. typed,
            (SettingsPage.ActionField, SettingsPage.TestAction),
        ]);
    }
}
