using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Notifications;

/// <summary>What the validator finds in real messages: each false alarm would be seen here.</summary>
public class CorpusFindingsTests
{
    // Every other notification of the corpus gives no finding.
    private static readonly Dictionary<string, string[]> Findings = [];

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

    // The one order without an adjustment-total is not added up, nor is the one without items.
    [Test]
    public void Validate_NewOrdersOfTheCorpusMadeDearer_FindsIt()
    {
        SharedFolder.Require();

        var dearer = Notifications().Select(document => document.Notification).OfType<NewOrderNotification>()
            .Select(order => order with { OrderTotal = order.OrderTotal with { Amount = order.OrderTotal.Amount + 1 } });

        Assert.That(dearer.Select(order => FindingsIn(order).Length), Is.EqualTo(new[] { 1 }));
    }

    // Generated with random amounts, by no rule.
    [Test]
    public void Validate_AHistoryOfRandomAmounts_FindsWhatContradictsItself()
    {
        SharedFolder.Require();
        var history = CheckoutXml.Parse<NotificationHistoryResponse>(SharedFolder.CorpusDocument("_bench/notification-history-200.xml"));

        var places = history.Notifications.SelectMany(new NotificationValidator().Validate)
            .GroupBy(finding => finding.Path)
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

    private static string[] FindingsIn(Notification notification) =>
        [.. new NotificationValidator().Validate(notification).Select(finding => finding.ToString())];
}
