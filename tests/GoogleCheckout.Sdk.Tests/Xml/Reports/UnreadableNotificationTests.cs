using System.Text;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Xml.Reports;

/// <summary>A page of notifications, some of which cannot be read: the others are read, and each of these has its reason and its XML.</summary>
public class UnreadableNotificationTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";
    private const int Seventh = 7;

    private static readonly string TooLong = new('9', 129);

    private static IEnumerable<TestCaseData> Defects() =>
        from defect in new (string Name, string Old, string New, string Path, string? SerialNumber, string? Order)[]
        {
            ("order number too long", "<google-order-number>17<", $"<google-order-number>{TooLong}<", "/charge-amount-notification/google-order-number", "s-7", null),
            ("order number missing", "<google-order-number>17</google-order-number>", "", "/charge-amount-notification/google-order-number", "s-7", null),
            ("serial number too long", "\"s-7\"", $"\"{TooLong}\"", "/charge-amount-notification/@serial-number", null, "17"),
            ("serial number missing", " serial-number=\"s-7\"", "", "/charge-amount-notification/@serial-number", null, "17"),
            ("amount", ">7.00</total", ">much</total", "/charge-amount-notification/total-charge-amount", "s-7", "17"),
            ("unknown kind", "charge-amount-notification serial-number=\"s-7\">", $"gift-notification serial-number=\"{TooLong}\">", "/gift-notification/@serial-number", null, "17"),
        }
        from root in new[] { "notification-history-response", "notification-data-response" }
        from isPlain in new[] { true, false }
        select new TestCaseData(root, isPlain, defect.Old, defect.New, defect.Path, defect.SerialNumber, defect.Order).SetArgDisplayNames(defect.Name, root, isPlain ? "plain" : "with a comment");

    [TestCaseSource(nameof(Defects))]
    public void Parse_SeventhOfFiftyCannotBeRead_ReadsTheOthers(string root, bool isPlain, string old, string replacement, string path, string? serialNumber, string? order)
    {
        var members = Members(1, 50);
        members[Seventh - 1] = members[Seventh - 1].Replace(old, replacement, StringComparison.Ordinal);
        members[Seventh - 1] = replacement.StartsWith("gift", StringComparison.Ordinal) ? members[Seventh - 1].Replace("/charge-amount-notification", "/gift-notification", StringComparison.Ordinal) : members[Seventh - 1];

        var (notifications, unreadable) = Parse(Page(root, members, isPlain ? "" : "<!-- -->"));

        Assert.That(notifications.Select(notification => notification.SerialNumber), Is.EqualTo(Enumerable.Range(1, 50).Where(number => number != Seventh).Select(number => $"s-{number}")));
        Assert.That(unreadable, Has.Count.EqualTo(1));
        var only = unreadable[0];
        Assert.Multiple(() =>
        {
            Assert.That((only.Position, only.SerialNumber, only.GoogleOrderNumber), Is.EqualTo((Seventh, serialNumber, order)));
            Assert.That(only.Error.Path, Is.EqualTo(path));
            Assert.That(path, Does.StartWith($"/{only.RootName}/"));
            Assert.That(only.ToString(), Does.Contain(only.RootName).And.Contain(order ?? "unknown").And.Not.Contain(TooLong));
        });
    }

    [Test]
    public void Parse_OneCannotBeRead_ItsErrorIsThatOfItsXml()
    {
        var members = Members(1, 3);
        members[1] = members[1].Replace("\">2.00</total", "\">\n  much</total", StringComparison.Ordinal);

        var unreadable = Parse(Page("notification-history-response", members)).Unreadable.Single();

        var thrown = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(unreadable.RawXml))!;
        Assert.Multiple(() =>
        {
            Assert.That(unreadable.Error.Message, Is.EqualTo(thrown.Message));
            Assert.That((unreadable.Error.Path, unreadable.Error.LineNumber, unreadable.Error.LinePosition), Is.EqualTo((thrown.Path, thrown.LineNumber, thrown.LinePosition)));
            Assert.That(unreadable.Error.LinePosition, Is.Positive);
            Assert.That(Encoding.UTF8.GetString(unreadable.RawXml.Span), Does.Contain("much"));
        });
    }

    [Test]
    public void Parse_SerialNumberOfThePageIsNotValid_ReadsThePage()
    {
        var page = Page("notification-data-response", Members(1, 2)).Replace("\"page\"", $"\"{TooLong}\"", StringComparison.Ordinal);

        var response = CheckoutXml.Parse<NotificationDataResponse>(page);

        Assert.That((response.SerialNumber, response.ContinueToken, response.Notifications.Count), Is.EqualTo(((string?)null, "next", 2)));
    }

    [TestCase(1000, false)]
    [TestCase(1001, true)]
    public void Parse_ManyCannotBeRead_IsRejectedAboveTheLimit(int count, bool isRejected)
    {
        var page = Page("notification-history-response", [.. Enumerable.Repeat("<charge-amount-notification/>", count)]);

        Assert.That(() => Parse(page).Unreadable.Count, isRejected ? Throws.TypeOf<CheckoutXmlException>() : Is.EqualTo(count));
    }

    [Test]
    public void ToXmlString_WithAnUnreadableNotification_Throws([Values("notification-history-response", "notification-data-response")] string root)
    {
        var response = CheckoutXml.Parse(Page(root, ["<charge-amount-notification/>"]));

        Assert.That(response.ToXmlString, Throws.ArgumentException.With.Message.Contains("UnreadableNotifications must be empty"));
    }

    private static (IReadOnlyList<Notification> Notifications, IReadOnlyList<UnreadableNotification> Unreadable) Parse(string page) => CheckoutXml.Parse(page) switch
    {
        NotificationHistoryResponse history => (history.Notifications, history.UnreadableNotifications),
        NotificationDataResponse data => (data.Notifications, data.UnreadableNotifications),
        _ => throw new AssertionException("Not a page."),
    };

    private static string[] Members(int first, int count) => [.. Enumerable.Range(first, count).Select(number =>
        $"<charge-amount-notification serial-number=\"s-{number}\"><timestamp>2009-01-01T00:00:00Z</timestamp><google-order-number>1{number}</google-order-number>"
        + $"<latest-charge-amount currency=\"USD\">{number}.00</latest-charge-amount><total-charge-amount currency=\"USD\">{number}.00</total-charge-amount></charge-amount-notification>")];

    private static string Page(string root, string[] members, string comment = "") =>
        $"<{root} xmlns=\"{Namespace}\" serial-number=\"page\">{comment}<notifications>{string.Concat(members)}</notifications><continue-token>next</continue-token></{root}>";
}
