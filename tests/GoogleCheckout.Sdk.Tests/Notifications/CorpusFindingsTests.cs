using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Notifications;

/// <summary>What the validator finds in real messages: each false alarm would be seen here.</summary>
public class CorpusFindingsTests
{
    // Every other notification of the corpus gives no finding. These three are one sample out of which the coupon and the gift
    // certificate were cut by hand: the sums are really wrong.
    private static readonly Dictionary<string, string> Findings = new()
    {
        ["new-order-notification/java-old0.8.9-ccs-non-1.xml"] = TooSmall,
        ["new-order-notification/java-old0.8.9-digital-non-1.xml"] = TooSmall,
        ["new-order-notification/java-old0.8.9-digital-non-2.xml"] = TooSmall,
    };

    private const string TooSmall = "/new-order-notification/order-total is 190.98 USD, but the items and what comes on top of them make 205.98 USD";

    [Test]
    public void Validate_NotificationsOfTheCorpus_GivesWhatIsListedHere()
    {
        SharedFolder.Require();

        var found = Notifications()
            .Select(document => (document.Path, Findings: FindingsIn(document.Notification)))
            .Where(document => document.Findings.Length > 0)
            .ToDictionary(document => document.Path, document => document.Findings);

        Assert.That(found, Is.EquivalentTo(Findings));
    }

    [Test]
    public void Notifications_OfTheCorpusThatCanBeRead_AreThese()
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

    // The one that is not here has no items.
    [Test]
    public void Validate_NewOrdersOfTheCorpusMadeDearer_IsFoundInAllThatCanBeAddedUp()
    {
        SharedFolder.Require();

        var found = Notifications().Where(document => document.Notification is NewOrderNotification order && FindingsIn(Dearer(order)).Length > 0);

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

    // Generated with random amounts, by no rule.
    [Test]
    public void Validate_AHistoryOfRandomAmounts_FindsWhatContradictsItself()
    {
        SharedFolder.Require();
        var history = CheckoutXml.Parse<NotificationHistoryResponse>(SharedFolder.CorpusDocument("_bench/notification-history-200.xml"));

        var places = history.Notifications.SelectMany(new NotificationValidator().Validate)
            .GroupBy(issue => issue.Path)
            .ToDictionary(place => place.Key, place => place.Count());

        Assert.That(places, Is.EquivalentTo(new Dictionary<string, int>
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

    private static NewOrderNotification Dearer(NewOrderNotification order) =>
        order with { OrderTotal = order.OrderTotal with { Amount = order.OrderTotal.Amount + 1 } };

    private static string FindingsIn(Notification notification) =>
        string.Join('\n', new NotificationValidator().Validate(notification));
}
