using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using GoogleCheckout.Samples;
using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The pages over HTTPS: with the sandbox's certificate, without one of the client, and also for other machines.</summary>
public class HttpsPagesTests
{
    [Test]
    public async Task Pages_OverHttps_NeedNoClientCertificateAndHaveSecureCookies()
    {
        await using var sandbox = await StartAsync(IPAddress.Loopback);
        using var client = CreateBrowser(sandbox);

        using var response = await client.GetAsync(new Uri(sandbox.PagesAddress!, PageUrls.SignIn));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Headers.GetValues("Set-Cookie"), Has.All.Contains("; secure"));
        Assert.That(async () => await client.GetAsync(sandbox.BaseAddress), Throws.InstanceOf<HttpRequestException>(), "The API still asks for its certificate.");
    }

    [Test]
    public async Task Pages_OverHttps_PlaceAnOrderAndSignIn()
    {
        await using var sandbox = await StartAsync(IPAddress.Loopback);
        using var shop = sandbox.CreateClient();
        using var visitor = new PageVisitor(sandbox.PagesAddress!, sandbox.CertificateAuthority);
        var redirect = await shop.CheckoutAsync(SampleCarts.Books);

        await visitor.OpenAsync(redirect.RedirectUrl);
        await visitor.SubmitAsync("shown-total", ("action", PlaceOrderForm.PlaceAction), ("buyer", "us"), ("shipping", "Ground"), ("card", TestCard.Accepted.Number));
        Assert.That(visitor.Text, Does.Contain("Thank you"));
        await visitor.OpenAsync(PageUrls.Inbox);
        await visitor.SubmitAsync(PageUrls.SignIn, ("merchant-id", sandbox.MerchantId), ("merchant-key", sandbox.MerchantKey));

        Assert.That(redirect.RedirectUrl, Does.StartWith("https://127.0.0.1:"));
        Assert.That(visitor.Address.Scheme, Is.EqualTo(Uri.UriSchemeHttps));
        Assert.That(visitor.Text, Does.Contain("1–1 of 1"));
    }

    [Test]
    public async Task Pages_OverHttps_OpenInABrowserThatAcceptsTheCertificate()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        await using var sandbox = await StartAsync(IPAddress.Loopback);
        var page = await browser.NewPageAsync(new() { IgnoreHTTPSErrors = true });

        await page.GotoAsync(new Uri(sandbox.PagesAddress!, PageUrls.Inbox).ToString());
        await page.GetByLabel("Merchant id").FillAsync(sandbox.MerchantId);
        await page.GetByLabel("Merchant key").FillAsync(sandbox.MerchantKey);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("There are no orders yet.");
        Assert.That((await page.Context.CookiesAsync()).Select(cookie => cookie.Secure), Is.Not.Empty.And.All.True);
    }

    [Test]
    public async Task Pages_OnAnAddressOfTheMachine_AreServedWithItsCertificateUnderThatNameOnly()
    {
        var address = FindAddress();
        await using var sandbox = await StartAsync(address);
        using var client = CreateBrowser(sandbox);
        using var other = new HttpRequestMessage(HttpMethod.Get, sandbox.PagesAddress) { Headers = { Host = "sandbox.google.com" } };

        using var response = await client.GetAsync(sandbox.PagesAddress);
        using var refused = await client.SendAsync(other);

        Assert.That(sandbox.PagesAddress!.Host, Is.EqualTo(address.ToString()));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("192.0.2.1", false, "must be a loopback address without UseHttpsForPages")]
    [TestCase("0.0.0.0", true, "must be one address of this machine")]
    [TestCase("::", true, "must be one address of this machine")]
    public void PagesEndpoint_ForOtherMachines_NeedsHttpsAndOneAddress(string address, bool useHttps, string error) => Assert.That(
        () => CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { PagesEndpoint = new IPEndPoint(IPAddress.Parse(address), 0), UseHttpsForPages = useHttps }),
        Throws.ArgumentException.With.Message.StartsWith($"PagesEndpoint {error}"));

    private static IPAddress FindAddress() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(network => network.GetIPProperties().UnicastAddresses, (_, information) => information.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address)) ?? throw new IgnoreException("The machine has only loopback addresses.");

    private static HttpClient CreateBrowser(CheckoutSandbox sandbox) => new(PageVisitor.CreateHandler(sandbox.CertificateAuthority));

    private static Task<CheckoutSandbox> StartAsync(IPAddress address) =>
        CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { PagesEndpoint = new IPEndPoint(address, 0), UseHttpsForPages = true, ReviewDelay = TimeSpan.FromMinutes(1) });
}
