using System.Net;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Requests whose XML declaration names another encoding than that of their bytes, and requests that cannot be read.</summary>
public class RequestEncodingTests
{
    private const string Hello = "<hello xmlns=\"http://checkout.google.com/schema/2\"/>";

    [TestCase("utf-16")]
    [TestCase("us-ascii")]
    [TestCase("windows-1252")]
    [TestCase("ISO-8859-15")]
    public async Task Request_InADeclaredEncoding_IsExecutedAndDiagnosed(string encoding)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox);
        var document = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>{Hello}";

        var (status, response) = await client.PostAsync("request", document);
        var (diagnosed, diagnosis) = await client.SendAsync(HttpMethod.Post, $"/checkout/api/checkout/v2/request/Merchant/{sandbox.MerchantId}/diagnose", document);

        Assert.Multiple(() =>
        {
            Assert.That((status, response), Is.EqualTo((HttpStatusCode.OK, (CheckoutMessage)new Bye { SerialNumber = ((Bye)response).SerialNumber })));
            Assert.That(diagnosed, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(((DiagnoseResponse)diagnosis).InputXml, Does.StartWith("<hello"));
        });
    }

    [TestCase("\n<?xml version='1.0'?><hello/>", "white space precedes the XML declaration")]
    [TestCase("<hello>&eacute;</hello>", "the entity &eacute; is one of HTML, which XML does not have; write &#233; (line 1, position 8)")]
    [TestCase("<hello>\u0003</hello>", "a character is U+0003, a control character")]
    [TestCase("_type=hello", "it is name/value data")]
    public async Task Request_NotReadable_IsRejectedWithTheCause(string document, string cause)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox);

        var (status, response) = await client.PostAsync("request", document);

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)response).ErrorMessage, Does.StartWith("Error parsing XML; message from parser is: ").And.Contains(cause));
    }
}
