using System.Net;
using System.Net.Sockets;
using GoogleCheckout.Client;
using NUnit.Framework;

namespace GoogleCheckout.Http;

/// <summary>What the exception says if no service responds at Google's former addresses.</summary>
public class FormerServiceTests
{
    private const string Ended = "No service has responded at this address since 2013-11-20, when Google ended it. Set CheckoutOptions.Environment to the https address of your gateway or sandbox.";

    [Test]
    public void HelloAsync_HostNotFound_SaysThatTheServiceEnded([Values("Production", "Sandbox")] string environment, [Values(SocketError.HostNotFound, SocketError.ConnectionRefused)] SocketError error) =>
        Assert.That(Message(environment, () => throw new HttpRequestException(HttpRequestError.ConnectionError, "no", new SocketException((int)error))), Does.Contain("was not sent").And.Contains(Ended));

    [Test]
    public void HelloAsync_AnotherServerAnswers_SaysThatTheServiceEnded([Values("Production", "Sandbox")] string environment, [Values(404, 302, 503)] int status)
    {
        var message = Message(environment, () => SampleResponses.Page((HttpStatusCode)status, SampleResponses.Html));

        Assert.That(message, status < 500 ? Does.Contain(Ended) : Does.Contain("status 503"));
    }

    [Test]
    public void HelloAsync_OtherAddress_NamesTheSettingToCheck()
    {
        var message = Message("https://gateway.test/", () => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no", new SocketException((int)SocketError.HostNotFound)));

        Assert.That(message, Does.Contain("Check the address (CheckoutOptions.Environment), the network, the proxy and the certificates of both sides.").And.Not.Contains("2013"));
    }

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(496)]
    public void HelloAsync_RefusedWithoutADocument_SuggestsTheCertificate(int status) =>
        Assert.That(Message("https://gateway.test/", () => SampleResponses.Page((HttpStatusCode)status, SampleResponses.Html)), Does.EndWith("No client certificate is set: if the service requires one, set CheckoutOptions.ClientCertificatePath."));

    private static string Message(string environment, Func<HttpResponseMessage> answer)
    {
        var options = TestMerchant.Options();
        options.RetryQueries = false;
        options.Environment = CheckoutEnvironment.TryParse(environment, out var parsed) ? parsed : throw new ArgumentException(environment);
        using var network = new StubHandler(_ => answer());
        using var client = new CheckoutClient(new HttpClient(network), options);
        return Assert.CatchAsync<CheckoutException>(() => client.HelloAsync())!.Message;
    }
}
