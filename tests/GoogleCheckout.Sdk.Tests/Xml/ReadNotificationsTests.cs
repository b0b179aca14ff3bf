using System.Text;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Reads notifications one at a time from documents of any size.</summary>
public class ReadNotificationsTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";

    private static string Charge(int number, string root = "charge-amount-notification", string inside = "") =>
        $"<{root} serial-number=\"S-{number}\"><google-order-number>{number}</google-order-number><latest-charge-amount currency=\"USD\">1.0</latest-charge-amount><total-charge-amount currency=\"USD\">2.0</total-charge-amount><timestamp>2012-10-10T02:10:58Z</timestamp>{inside}</{root}>";

    private static string History(params string[] notifications) =>
        $"<notification-history-response xmlns=\"{Namespace}\" serial-number=\"1\"><notifications>{string.Concat(notifications)}</notifications></notification-history-response>";

    [Test]
    public void ReadNotifications_History_ReturnsEachWithItsXml()
    {
        var notifications = Read(History(Charge(1), Charge(2, "brand-new-notification"), Charge(3)));

        Assert.Multiple(() =>
        {
            Assert.That(notifications.Select(notification => notification.SerialNumber), Is.EqualTo(new[] { "S-1", "S-2", "S-3" }));
            Assert.That(notifications[1], Is.TypeOf<UnknownNotification>());
            Assert.That(notifications.Select(notification => CheckoutXml.Parse(notification.OriginalXml)), Is.EqualTo(notifications));
        });
    }

    [Test]
    public void ReadNotifications_SingleNotification_ReturnsIt()
    {
        var notifications = Read(Charge(1).Replace("<charge-amount-notification ", $"<charge-amount-notification xmlns='{Namespace}' ", StringComparison.Ordinal));

        Assert.That(notifications, Has.Count.EqualTo(1));
    }

    [Test]
    public void ReadNotifications_NotificationBesideTheList_ReturnsItToo()
    {
        var notifications = Read(History(Charge(1)).Replace("</notifications>", "</notifications>" + Charge(2), StringComparison.Ordinal));

        Assert.That(notifications, Has.Count.EqualTo(2));
    }

    [Test]
    public void ReadNotifications_NotificationCannotBeRead_ReturnsThoseBeforeIt()
    {
        var read = new List<Notification>();

        var exception = Assert.Throws<CheckoutXmlException>(() =>
        {
            foreach (var notification in CheckoutXml.ReadNotifications(Stream(History(Charge(1), Charge(2).Replace("2.0", "many", StringComparison.Ordinal)))))
            {
                read.Add(notification);
            }
        })!;

        Assert.Multiple(() =>
        {
            Assert.That(read, Has.Count.EqualTo(1));
            Assert.That(exception.Path, Is.EqualTo("/charge-amount-notification/total-charge-amount"));
            Assert.That(exception.Message, Does.Contain("must be an amount such as 12.50, but is a text of 4 characters"));
            Assert.That(exception.LineNumber, Is.EqualTo(1));
        });
    }

    [Test]
    public void ReadNotifications_NotificationLongerThanLimit_Throws()
    {
        var document = History(Charge(1), Charge(2, inside: $"<padding>{new string('x', 200_000)}</padding>"));

        Assert.That(() => CheckoutXml.ReadNotifications(Stream(document), 100_000).ToList(), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("longer than the limit of 100000 bytes"));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(100)]
    public void ReadNotifications_LimitTooSmall_ThrowsCheckoutXmlException(int limit)
    {
        Assert.That(() => CheckoutXml.ReadNotifications(Stream(History(Charge(1))), limit).ToList(), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains($"longer than the limit of {limit} bytes"));
    }

    [Test]
    public void ReadNotifications_LimitSmallerThanReadersBuffer_ReturnsAll()
    {
        var document = History([.. Enumerable.Range(1, 2_000).Select(number => Charge(number))]);
        var longest = CheckoutXml.ReadNotifications(Stream(document)).Max(notification => notification.OriginalXml.Length);

        Assert.Multiple(() =>
        {
            Assert.That(CheckoutXml.ReadNotifications(Stream(document), longest).Count(), Is.EqualTo(2_000));
            Assert.That(() => CheckoutXml.ReadNotifications(Stream(document), longest - 1).Count(), Throws.TypeOf<CheckoutXmlException>());
        });
    }

    [Test]
    public void ReadNotifications_ManyWithoutSerialNumber_SkipsThem()
    {
        var nameless = $"<odd-notification>{string.Concat(Enumerable.Repeat("<items/>", 20))}</odd-notification>";
        using var document = new RepeatingStream($"<notification-history-response xmlns=\"{Namespace}\"><notifications>", nameless, 30_000, Charge(1) + "</notifications></notification-history-response>");

        Assert.That(CheckoutXml.ReadNotifications(document).Single().SerialNumber, Is.EqualTo("S-1"));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("<?xml version='1.0' encoding='klingon'?><hello/>")]
    public void ReadNotifications_NotXml_ThrowsCheckoutXmlException(string document)
    {
        Assert.That(() => CheckoutXml.ReadNotifications(Stream(document)).ToList(), Throws.TypeOf<CheckoutXmlException>());
    }

    [Test]
    public void ReadNotifications_LongStream_KeepsMemoryConstant()
    {
        const int count = 100_000;
        using var document = new RepeatingStream($"<notification-history-response xmlns=\"{Namespace}\"><notifications>", Charge(7, inside: $"<padding>{new string('x', 500)}</padding>"), count, "</notifications></notification-history-response>");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var max = 0L;
        var read = 0;

        foreach (var _ in CheckoutXml.ReadNotifications(document))
        {
            if (++read % 10_000 == 0)
            {
                max = Math.Max(max, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(read, Is.EqualTo(count));
            Assert.That(document.BytesRead, Is.GreaterThan(80_000_000));
            Assert.That(max - before, Is.LessThan(32_000_000));
        });
    }

    [TestCase("\n")]
    [TestCase("")]
    [TestCase("\r\n\uFEFF")]
    [TestCase("\n<!-- the next -->\n")]
    public void ReadNotifications_SeveralDocuments_ReturnsTheNotificationsOfEach(string between)
    {
        const string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        var single = Charge(0).Replace("<charge-amount-notification ", $"<charge-amount-notification xmlns='{Namespace}' ", StringComparison.Ordinal);
        var documents = Enumerable.Range(0, 200).Select(number => (number % 3) switch
        {
            0 => declaration + "\n" + single.Replace("S-0", $"S-{number}", StringComparison.Ordinal),
            1 => declaration + History(Charge(number)),
            _ => single.Replace("S-0", $"S-{number}", StringComparison.Ordinal),
        });

        var notifications = Read(string.Join(between, documents));

        Assert.That(notifications.Select(notification => notification.SerialNumber), Is.EqualTo(Enumerable.Range(0, 200).Select(number => $"S-{number}")));
    }

    [Test]
    public void ReadNotifications_ErrorInALaterDocument_HasItsPlaceInTheStream()
    {
        var document = History(Charge(1)) + "\n" + History(Charge(2)) + History(Charge(3)).Replace("2.0", "1&nbsp;0", StringComparison.Ordinal);

        var exception = Assert.Throws<CheckoutXmlException>(() => Read(document))!;

        var column = document.IndexOf("&nbsp;", StringComparison.Ordinal) - document.IndexOf('\n');
        Assert.That((exception.LineNumber, exception.LinePosition), Is.EqualTo((2, column)));
    }

    private static List<Notification> Read(string document) => [.. CheckoutXml.ReadNotifications(Stream(document))];

    private static MemoryStream Stream(string document) => new(Encoding.UTF8.GetBytes(document));
}
