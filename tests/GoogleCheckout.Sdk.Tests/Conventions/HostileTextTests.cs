using System.Globalization;
using System.Net;
using System.Xml.Linq;
using GoogleCheckout.Callbacks;
using GoogleCheckout.Carts;
using GoogleCheckout.Client;
using GoogleCheckout.Notifications;
using GoogleCheckout.Xml;
using Microsoft.Extensions.Logging.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Conventions;

/// <summary>
/// Whatever a text of a document contains, exceptions, findings, descriptions, log lines and scopes show it escaped and shortened, without
/// card numbers, and without the buyer's words in a wrong element.
/// </summary>
public class HostileTextTests
{
    private const string Card = "4111 1111 1111 1111";
    private const int MaxLength = 3000;

    private static readonly string[] Values =
    [
        $"\n\u009b31m\u202e\u200b\u2028{Card} jane@example.com {new string('x', 2000)}",
        $"5\u009b\u202e{new string('7', 40)}",
        "jane@example.com",
        Card,
    ];

    // The lists of notifications repeat what the notifications have.
    private static IEnumerable<string> Roots => WireFacts.Table.Roots.Keys.Where(root => root is not ("notification-data-response" or "notification-history-response"));

    [TestCaseSource(nameof(Roots))]
    public void Parse_HostileTextInAnyPlace_IsShownEscapedAndShort(string root)
    {
        Assert.Multiple(() =>
        {
            foreach (var document in Documents(root))
            {
                AssertHarmless(ShownByParsing(document));
                var violations = CheckoutXml.ValidateSchema(document).SelectMany(violation => new[] { violation.ToString(), violation.Value ?? string.Empty }).ToList();
                AssertHarmless(violations);
                AssertQuotesNoWords(violations);
            }
        });
    }

    [TestCaseSource(nameof(Roots))]
    public async Task PushAsync_HostileTextInAnyPlace_IsLoggedEscapedAndShort(string root)
    {
        using var site = new CallbackSite();
        foreach (var document in Documents(root))
        {
            await site.PushAsync(document.ToString());
        }

        Assert.Multiple(() => AssertHarmless(ShownBy(site.Log)));
    }

    [TestCaseSource(nameof(Roots))]
    public async Task ChargeOrderAsync_ResponseWithHostileTextInAnyPlace_IsShownEscapedAndShort(string root)
    {
        var log = new FakeLogCollector();
        var shown = new List<string>();
        var options = TestMerchant.Options();
        options.LoggerFactory = log.CreateFactory();
        foreach (var document in Documents(root))
        {
            using var network = new StubHandler(_ => SampleResponses.Xml(document.ToString(), root == "error" ? HttpStatusCode.BadRequest : HttpStatusCode.OK));
            using var client = new CheckoutClient(new HttpClient(network), options);
            try
            {
                await client.ChargeOrderAsync(TestMerchant.OrderNumber);
            }
            catch (CheckoutException e)
            {
                shown.AddRange(MessagesOf(e));
            }
        }

        Assert.Multiple(() => AssertHarmless(shown.Concat(ShownBy(log))));
    }

    [Test]
    public void Parse_IdentifierOverTheLimit_IsRefusedWithItsPath([Values(128, 129)] int length, [Values("/@serial-number", "/google-order-number")] string place)
    {
        var document = SampleDocuments.Full("charge-amount-notification");
        SetValue(place[1] == '@' ? document.Attribute("serial-number")! : document.Elements().First(element => element.Name.LocalName == "google-order-number"), new string('7', length));

        if (length == 128)
        {
            Assert.That(() => CheckoutXml.Parse(document.ToString()), Throws.Nothing);
            return;
        }

        var refused = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(document.ToString()))!;
        Assert.That(refused.Path, Is.EqualTo("/charge-amount-notification" + place));
        Assert.That(refused.Message, Does.Contain("must have at most 128 characters, but has 129"));
    }

    /// <summary>
    /// Returns the root's sample once for each name of an element or attribute, with a hostile text in the first of that name, and for each value.
    /// It is the same document each time.
    /// </summary>
    private static IEnumerable<XElement> Documents(string root)
    {
        var document = SampleDocuments.Full(root);
        foreach (var place in Places(document))
        {
            var original = place is XElement element ? element.Value : ((XAttribute)place).Value;
            foreach (var value in Values)
            {
                SetValue(place, value);
                yield return document;
            }

            SetValue(place, original);
        }
    }

    private static IEnumerable<XObject> Places(XElement document) =>
    [
        .. document.DescendantsAndSelf().Where(element => !element.HasElements).DistinctBy(element => element.Name),
        .. document.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).DistinctBy(attribute => (attribute.Parent!.Name, attribute.Name)),
    ];

    private static void SetValue(XObject place, string value)
    {
        if (place is XElement element)
        {
            element.Value = value;
        }
        else
        {
            ((XAttribute)place).Value = value;
        }
    }

    private static IEnumerable<string> ShownByParsing(XElement document)
    {
        CheckoutMessage message;
        try
        {
            message = CheckoutXml.Parse(document.ToString());
        }
        catch (CheckoutXmlException e)
        {
            AssertQuotesNoWords(MessagesOf(e));
            return MessagesOf(e);
        }

        return message switch
        {
            Notification notification => [message.ToString(), .. new NotificationValidator().Validate(notification).Select(issue => issue.ToString())],
            CheckoutShoppingCart cart => [message.ToString(), .. cart.Validate().Select(error => error.ToString())],
            _ => [message.ToString()],
        };
    }

    private static IEnumerable<string> MessagesOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause.Message;
            yield return (cause as CheckoutXmlException)?.Path ?? string.Empty;
        }
    }

    private static IEnumerable<string> ShownBy(FakeLogCollector log) => log.GetSnapshot().SelectMany(record => new[] { record.Message, record.Exception?.Message ?? string.Empty }
        .Concat(record.StructuredState?.Select(pair => pair.Value ?? string.Empty) ?? [])
        .Concat(record.Scopes.Select(scope => scope?.ToString() ?? string.Empty)));

    private static void AssertHarmless(IEnumerable<string> shown)
    {
        foreach (var text in shown.Distinct())
        {
            Assert.That(text.Where(IsHostile).Select(character => ((int)character).ToString("x4", CultureInfo.InvariantCulture)), Is.Empty, text);
            Assert.That(text, Has.Length.LessThan(MaxLength));
        }
    }

    private static void AssertQuotesNoWords(IEnumerable<string> shown) => Assert.That(shown, Has.None.Contains("jane@").And.None.Contains("4111 1111 1111"));

    private static bool IsHostile(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
