using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Client;

/// <summary>A service, or a server in front of it, that repeats the merchant's key or credentials. They get into no exception, log or message log.</summary>
public class EchoedSecretTests
{
    // With characters that Base64, percent-encoding and XML write in another way.
    private const string Key = "kEy-1/2+3=q&7vK<2mTx9>pX??";

    private static readonly string Credentials = Encode($"{TestMerchant.Id}:{Key}");

    private static readonly string[] Forms =
    [
        Key,
        Key.ToUpperInvariant(),
        Uri.EscapeDataString(Key),
        WebUtility.UrlEncode(Key),
        WebUtility.HtmlEncode(Key),
        Credentials,
        Credentials.TrimEnd('='),
        Uri.EscapeDataString(Credentials),
        Encode(Key),
        $"Basic {Credentials}",
    ];

    private static IEnumerable<TestCaseData> Responses() =>
        from place in new (string Name, Func<string, HttpResponseMessage> Respond)[]
        {
            ("reason phrase", form => new HttpResponseMessage(HttpStatusCode.BadGateway) { ReasonPhrase = form, Content = new StringContent("down") }),
            ("header", form => WithHeader(SampleResponses.Page(HttpStatusCode.BadGateway, SampleResponses.Html), form)),
            ("HTML page", form => SampleResponses.Page(HttpStatusCode.OK, $"<html><body>{form}</body></html>")),
            ("not XML", form => SampleResponses.Page(HttpStatusCode.OK, form)),
            ("error message", form => SampleResponses.Xml(SampleResponses.Error(WebUtility.HtmlEncode($"Bad {form}")), HttpStatusCode.Unauthorized)),
            ("end of a long error message", form => SampleResponses.Xml(SampleResponses.Error(WebUtility.HtmlEncode(new string('x', 990) + form)), HttpStatusCode.Unauthorized)),
            ("amount", form => SampleResponses.Xml(Receipt($"<total-charge-amount currency='USD'>{WebUtility.HtmlEncode(form)}</total-charge-amount>"))),
            ("time", form => SampleResponses.Xml(Receipt($"<timestamp>{WebUtility.HtmlEncode(form)}</timestamp>"))),
            ("attribute", form => SampleResponses.Xml($"<bye xmlns='{Namespace}' serial-number='{WebUtility.HtmlEncode(form)}' x='")),
            ("namespace", form => SampleResponses.Xml($"<bye xmlns='{WebUtility.HtmlEncode(form)}'/>")),
            ("network", form => throw new HttpRequestException($"Received an invalid header line: 'X: {form}'.", new IOException(form))),
        }
        from form in Forms
        select new TestCaseData(place.Respond, form).SetArgDisplayNames(place.Name, Array.IndexOf(Forms, form).ToString(CultureInfo.InvariantCulture));

    private static string Namespace => "http://checkout.google.com/schema/2";

    [TestCaseSource(nameof(Responses))]
    public void ChargeOrderAsync_ServiceRepeatsASecret_ShowsItNowhere(Func<string, HttpResponseMessage> respond, string form) =>
        Assert.That(ShownBy(() => respond(form), Key).Where(text => Contains(text, Key)), Is.Empty);

    // A name can contain a plain key and its Base64, but not the other forms.
    [Test]
    public void ChargeOrderAsync_ServiceRepeatsASecretInANameOfAnElement_ShowsItNowhere(
        [Values(0, 30, 38)] int precedingCharacters, [Values("<{0} xmlns='http://checkout.google.com/schema/2'/>", "<{0}><b></{0}>", "<bye><{0}")] string document, [Values] bool isEncoded)
    {
        var name = isEncoded ? TestMerchant.Authorization.Split(' ')[1].TrimEnd('=') : TestMerchant.Key;
        var xml = string.Format(CultureInfo.InvariantCulture, document, new string('x', precedingCharacters) + name);

        Assert.That(ShownBy(() => SampleResponses.Xml(xml), TestMerchant.Key).Where(text => Contains(text, TestMerchant.Key)), Is.Empty);
    }

    /// <summary>Returns all texts that a command shows when it fails.</summary>
    private static List<string> ShownBy(Func<HttpResponseMessage> respond, string key)
    {
        var log = new FakeLogCollector();
        var shown = new List<string>();
        var options = TestMerchant.Options();
        options.MerchantKey = key;
        options.OnMessage = entry => shown.Add($"{entry} {entry.Xml}");
        options.LoggerFactory = new LoggerFactory([new FakeLoggerProvider(log)], new LoggerFilterOptions { MinLevel = LogLevel.Trace });
        using var network = new StubHandler(_ => respond());
        using var client = new CheckoutClient(new HttpClient(network), options);

        var thrown = Assert.CatchAsync(() => client.ChargeOrderAsync(TestMerchant.OrderNumber))!;

        var api = thrown as CheckoutApiException;
        string?[] errors = [thrown.ToString(), (thrown as CheckoutXmlException)?.Path, api?.ErrorMessage, api?.SerialNumber];
        shown.AddRange(errors.OfType<string>());
        shown.AddRange(log.GetSnapshot().Select(record => record.GetText()));
        return shown;
    }

    // Eight characters in a row are a part of the secret that is worth something.
    private static bool Contains(string text, string key)
    {
        var credentials = Encode($"{TestMerchant.Id}:{key}");
        string[] secrets = [key, credentials, Uri.EscapeDataString(key), WebUtility.HtmlEncode(key), Encode(key)];
        return secrets.Any(secret => Enumerable.Range(0, secret.Length - 8).Any(start => text.Contains(secret.Substring(start, 8), StringComparison.OrdinalIgnoreCase)));
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static HttpResponseMessage WithHeader(HttpResponseMessage response, string value)
    {
        response.Headers.TryAddWithoutValidation("X-Echo", value);
        return response;
    }

    private static string Receipt(string content) =>
        $"<request-received xmlns='{Namespace}' serial-number='1'><charge-amount-notification serial-number='2'><google-order-number>{TestMerchant.OrderNumber}</google-order-number>{content}</charge-amount-notification></request-received>";
}
