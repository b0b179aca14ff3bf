using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Notifications;

/// <summary>Tests the issues that the validator finds in real messages, which would include false alarms.</summary>
public class CorpusIssueTests
{
    // All other notifications of the corpus have no issues. These three are copies of one sample without its coupon and gift
    // certificate, so their sums are wrong.
    private static readonly Dictionary<string, string> ExpectedIssues = new()
    {
        ["new-order-notification/java-old0.8.9-ccs-non-1.xml"] = TooSmall,
        ["new-order-notification/java-old0.8.9-digital-non-1.xml"] = TooSmall,
        ["new-order-notification/java-old0.8.9-digital-non-2.xml"] = TooSmall,
    };

    private const string TooSmall = "/new-order-notification/order-total is 190.98 USD, but the items and adjustments add up to 205.98 USD";

    [Test]
    public void Validate_NotificationsOfTheCorpus_ReturnsTheExpectedIssues()
    {
        SharedFolder.Require();

        var found = Notifications()
            .Select(document => (document.Path, Issues: FindIssues(document.Notification)))
            .Where(document => document.Issues.Length > 0)
            .ToDictionary(document => document.Path, document => document.Issues);

        Assert.That(found, Is.EquivalentTo(ExpectedIssues));
    }

    [Test]
    public void Parse_NotificationsOfTheCorpus_ReturnsTheseKinds()
    {
        SharedFolder.Require();

        var kinds = Notifications().GroupBy(document => document.Notification.GetType().Name).ToDictionary(kind => kind.Key, kind => kind.Count());

        Assert.That(kinds, Is.EquivalentTo(new Dictionary<string, int>
        {
            [nameof(NewOrderNotification)] = 9,
            [nameof(OrderStateChangeNotification)] = 5,
            [nameof(RiskInformationNotification)] = 4,
            [nameof(AuthorizationAmountNotification)] = 3,
            [nameof(ChargeAmountNotification)] = 5,
            [nameof(RefundAmountNotification)] = 4,
            [nameof(ChargebackAmountNotification)] = 5,
            [nameof(UnknownNotification)] = 2,
        }));
    }

    // The new order that is not in this list has no items.
    [Test]
    public void Validate_NewOrdersWithALargerTotal_ReturnsIssuesForThoseWithItems()
    {
        SharedFolder.Require();

        var found = Notifications().Where(document => document.Notification is NewOrderNotification order && FindIssues(IncreaseTotal(order)).Length > 0);

        Assert.That(found.Select(document => document.Path), Is.EqualTo(new[]
        {
            "new-order-notification/java-NotificationDispatcherTest.xml",
            "new-order-notification/java-old0.7.1-new-order-notification.xml",
            "new-order-notification/java-old0.8.9-ccs-non-1.xml",
            "new-order-notification/java-old0.8.9-digital-non-1.xml",
            "new-order-notification/java-old0.8.9-digital-non-2.xml",
            "new-order-notification/java-old0.8.9-new-order-notification-with-structured-name.xml",
            "new-order-notification/java-old0.8.9-new-order-notification.xml",
            "new-order-notification/java-oldtrunk-new-order-notification.xml",
        }));
    }

    // Generated with random amounts.
    [Test]
    public void Validate_HistoryWithRandomAmounts_ReturnsTheInconsistencies()
    {
        SharedFolder.Require();
        var history = CheckoutXml.Parse<NotificationHistoryResponse>(SharedFolder.CorpusDocument("_bench/notification-history-200.xml"));

        var paths = history.Notifications.SelectMany(new NotificationValidator().Validate)
            .GroupBy(issue => issue.Path)
            .ToDictionary(path => path.Key, path => path.Count());

        Assert.That(paths, Is.EquivalentTo(new Dictionary<string, int>
        {
            ["/new-order-notification/order-total"] = 29,
            ["/charge-amount-notification/latest-charge-amount"] = 14,
            ["/refund-amount-notification/latest-refund-amount"] = 10,
            ["/chargeback-amount-notification/latest-chargeback-amount"] = 17,
        }));
    }

    private static IEnumerable<(string Path, Notification Notification)> Notifications()
    {
        foreach (var path in SharedFolder.CorpusDocuments())
        {
            if (Read(path) is { } notification)
            {
                yield return (path, notification);
            }
        }
    }

    private static Notification? Read(string path)
    {
        try
        {
            return CheckoutXml.Parse(SharedFolder.CorpusDocument(path).AsMemory()) as Notification;
        }
        catch (CheckoutXmlException)
        {
            return null;
        }
    }

    private static NewOrderNotification IncreaseTotal(NewOrderNotification order) =>
        order with { OrderTotal = order.OrderTotal with { Amount = order.OrderTotal.Amount + 1 } };

    private static string FindIssues(Notification notification) =>
        string.Join('\n', new NotificationValidator().Validate(notification));
}
