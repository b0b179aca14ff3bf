using System.Text;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Client;

/// <summary>A page of notifications that is not well-formed: what is damaged is reported, the rest is returned, and the next page is requested.</summary>
public class DamagedPageTests
{
    private const string Forged = "<refund-amount-notification serial-number=\"forged\"><google-order-number>1</google-order-number></refund-amount-notification>";

    // The damage replaces the amount of the second of three notifications: its ends stay where they are.
    private static readonly string[] Damages = ["\u0001", "Tea & Co.", "<b>", "&nbsp;", "\0", "\uFFFF", "<a a='1' a='2'/>", "<!-- -- -->", "\uD800", "<merchant-private-data>"];

    [TestCaseSource(nameof(Damages))]
    public async Task PollNotificationsAsync_OneOfThePageIsDamaged_ReturnsTheOthersAndTheNextPage(string damage)
    {
        using var network = Serve(Damage(SampleResponses.Polled("t1", true, "1", "2", "3"), damage), SampleResponses.Polled("t2", false, "4"));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        var pages = await client.PollNotificationsAsync("t0").ToListAsync();

        Assert.That(pages.Select(page => page.ContinueToken), Is.EqualTo(new[] { "t1", "t2" }));
        Assert.That(pages.SelectMany(page => page.Notifications).Select(notification => notification.SerialNumber), Is.EqualTo(new[] { "1", "3", "4" }));
        var unreadable = pages.SelectMany(page => page.UnreadableNotifications).Single();
        var thrown = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(unreadable.RawXml))!;
        Assert.Multiple(() =>
        {
            Assert.That((unreadable.Position, unreadable.RootName, unreadable.SerialNumber, unreadable.GoogleOrderNumber), Is.EqualTo((2, "charge-amount-notification", "2", "841171949013218")));
            Assert.That(unreadable.Error.Message, Is.EqualTo(thrown.Message));
            Assert.That((unreadable.Error.LineNumber, unreadable.Error.LinePosition), Is.EqualTo((thrown.LineNumber, thrown.LinePosition)));
            Assert.That(pages[0].SerialNumber, Is.EqualTo("data-1"));
            Assert.That(pages[0].OriginalXml.IsEmpty, Is.False);
        });
    }

    [Test]
    public async Task GetNotificationHistoryPageAsync_BytesAreNotUtf8_ReturnsTheOthersAndTheToken()
    {
        var document = Encoding.UTF8.GetBytes(Damage(SampleResponses.History("next", "1", "2", "3"), "?"));
        document[Array.IndexOf(document, (byte)'?', 10 + Array.LastIndexOf(document[..100], (byte)'?'))] = 0xE9;
        using var network = new StubHandler(_ => new HttpResponseMessage { Content = new ByteArrayContent(document) });
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        var page = await client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest());

        Assert.That(page.NextPageToken, Is.EqualTo("next"));
        Assert.That(page.Notifications.Select(notification => notification.SerialNumber), Is.EqualTo(new[] { "1", "3" }));
        Assert.That(page.UnreadableNotifications.Single().SerialNumber, Is.EqualTo("2"));
    }

    [TestCase("</charge-amount-notification><charge-amount-notification serial-number=\"3\">", "<charge-amount-notification serial-number=\"3\">", TestName = "no end tag")]
    [TestCase("<charge-amount-notification serial-number=\"2\">", "<harge-amount-notification serial-number=\"2\">", TestName = "another start tag")]
    [TestCase("<charge-amount-notification serial-number=\"2\">", "&<charge-amount-notification serial-number=\"2\">", TestName = "text between two")]
    [TestCase("<charge-amount-notification serial-number=\"2\">", "<charge-amount-notification serial-number=\"2\"><![CDATA[", TestName = "CDATA without end")]
    public async Task GetNotificationHistoryPageAsync_EndsOfTheDamagedOneAreUnknown_ReportsAllThatFollow(string old, string replacement)
    {
        using var network = Serve(SampleResponses.History("next", "1", "2", "3", "4").Replace(old, replacement, StringComparison.Ordinal));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        var page = await client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest());

        Assert.That(page.NextPageToken, Is.EqualTo("next"));
        Assert.That(page.Notifications.Select(notification => notification.SerialNumber), Is.EqualTo(new[] { "1" }));
        var reported = string.Concat(page.UnreadableNotifications.Select(one => Encoding.UTF8.GetString(one.RawXml.Span)));
        Assert.That(reported, Does.Contain("serial-number=\"2\"").And.Contain("serial-number=\"3\"").And.Contain("serial-number=\"4\""));
        Assert.That(page.UnreadableNotifications.Select(one => one.SerialNumber), Does.Contain("3").And.Contain("4"));
        Assert.That(page.UnreadableNotifications.Select(one => one.Position), Is.Ordered.And.Unique);
    }

    [TestCase("<merchant-priv&te-data>", "</merchant-private-data>", TestName = "start tag")]
    [TestCase("<merchant-private-data>", "</merchant-priv&te-data>", TestName = "end tag")]
    [TestCase("<merchant-private-data><![CDA&[</charge-amount-notification>", "]]></merchant-private-data>", TestName = "start of CDATA")]
    public async Task GetNotificationHistoryPageAsync_PrivateDataIsDamaged_ReturnsNoNotificationInIt(string start, string end)
    {
        var document = SampleResponses.History(null, "1", "2", "3").Replace("serial-number=\"2\">", $"serial-number=\"2\">{start}{Forged}{end}", StringComparison.Ordinal);
        using var network = Serve(document);
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        var page = await client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest());

        Assert.That(page.Notifications.Select(notification => notification.SerialNumber), Is.EqualTo(new[] { "1" }));
        Assert.That(page.UnreadableNotifications, Is.Not.Empty);
    }

    [TestCase("<continue-token>", "<continue-token>&", TestName = "the token")]
    [TestCase("</notification-data-response>", "", TestName = "the end of the document")]
    [TestCase("</notifications>", "</notif", TestName = "the end of the list")]
    [TestCase("<has-more-notifications>true", "<has-more-notifications>perhaps", TestName = "whether more follow")]
    public void PollNotificationsAsync_MoreThanANotificationIsDamaged_Throws(string old, string replacement)
    {
        using var network = Serve(Damage(SampleResponses.Polled("t1", true, "1", "2", "3"), "&").Replace(old, replacement, StringComparison.Ordinal));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(async () => await client.PollNotificationsAsync("t0").ToListAsync(), Throws.TypeOf<CheckoutXmlException>());
        Assert.That(network.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(1000, false)]
    [TestCase(1001, true)]
    public void GetNotificationHistoryPageAsync_ManyAreDamaged_IsRejectedAboveTheLimit(int count, bool isRejected)
    {
        using var network = Serve(SampleResponses.History("next", [.. Enumerable.Range(1, count).Select(number => $"{number}")]).Replace(">12.50</total", ">&</total", StringComparison.Ordinal));
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        Assert.That(
            async () => (await client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest())).UnreadableNotifications.Count,
            isRejected ? Throws.TypeOf<CheckoutXmlException>() : Is.EqualTo(count));
    }

    private static StubHandler Serve(params string[] documents)
    {
        var next = 0;
        return new StubHandler(_ => SampleResponses.Xml(documents[next++]));
    }

    private static string Damage(string page, string damage)
    {
        var second = page.IndexOf("serial-number=\"2\"", StringComparison.Ordinal);
        var amount = page.IndexOf("12.50", second, StringComparison.Ordinal);
        return page[..amount] + damage + page[(amount + "12.50".Length)..];
    }
}
