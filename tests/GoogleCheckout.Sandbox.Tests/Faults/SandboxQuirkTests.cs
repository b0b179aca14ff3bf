using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>Every quirk of the protocol dossier's list: its effect on a document, and the SDK's result of parsing it.</summary>
public class SandboxQuirkTests
{
    /// <summary>The result of parsing the document.</summary>
    public enum Outcome
    {
        /// <summary>The same notification as without the quirk.</summary>
        Same,

        /// <summary>A notification of the same kind.</summary>
        Read,

        /// <summary>A notification of a kind that the SDK does not know.</summary>
        Unknown,

        /// <summary>A message that is not a notification.</summary>
        OtherMessage,

        /// <summary>No message at all.</summary>
        Refused,
    }

    // The number in the dossier's list ("" for quirks from elsewhere), the quirk, the pattern that only the changed document matches, and the outcome.
    private static readonly (string Number, Quirk Quirk, Notification Sample, string Pattern, Outcome Outcome)[] Table =
    [
        ("4", Quirk.ByteOrderMark, NewOrder, "^\uFEFF<", Outcome.Same),
        ("5", Quirk.BillingAddressId, Risk, "<billing-address id=\"BuyerBillingAddress\">", Outcome.Same),
        ("6", Quirk.NamespaceDeclaredAgain, NewOrder, "<order-summary xmlns=\"http://checkout.google.com/schema/2\">", Outcome.Same),
        ("7", Quirk.FeesWithoutCurrency, Charge, "<total>1.50</total>.*<flat>0.30</flat>", Outcome.Read),
        ("7", Quirk.FeesWithoutCurrency, Refund, "<latest-fee-refund-amount>0.29</latest-fee-refund-amount>", Outcome.Read),
        ("8", Quirk.PaddedValues, NewOrder, "<order-total currency=\"USD\">\n +[0-9.]+\n +</order-total>.*<timestamp>\n", Outcome.Same),
        ("9", Quirk.UnreadableExpirationDate, Authorization, "<authorization-expiration-date>[A-Z][a-z]{2} [A-Z][a-z]{2} \\d\\d \\d\\d:\\d\\d:\\d\\d PST \\d{4}<", Outcome.Refused),
        ("10", Quirk.TimesWithoutZone, NewOrder, "<timestamp>[-0-9]{10}T[:0-9]{8}\\.\\d{3}</timestamp>", Outcome.Same),
        ("11", Quirk.EmptyStates, StateChange, "<previous-financial-order-state ?/>.*<new-fulfillment-order-state ?/>|<new-fulfillment-order-state ?/>.*<previous-financial-order-state ?/>", Outcome.Read),
        ("12", Quirk.EmptyRoot, NewOrder, "\\?><new-order-notification xmlns=\"http://checkout.google.com/schema/2\" ?/>$", Outcome.Refused),
        ("13", Quirk.UnknownKind, NewOrder, "<some-new-notification ", Outcome.Unknown),
        ("14", Quirk.ReversedElements, NewOrder, "<timestamp>.*<shopping-cart>.*<google-order-number>.*</new-order-notification>$", Outcome.Read),
        ("14", Quirk.NoTimestamp, NewOrder, Without("timestamp"), Outcome.Read),
        ("14", Quirk.NoMarketingPreferences, NewOrder, Without("buyer-marketing-preferences"), Outcome.Read),
        ("14", Quirk.NoAdjustmentTotal, NewOrder, Without("adjustment-total"), Outcome.Read),
        ("15", Quirk.ChargeableAtOnce, NewOrder, "<financial-order-state>CHARGEABLE<", Outcome.Read),
        ("16", Quirk.LongOrderNumber, NewOrder, "<google-order-number>\\d{16}<", Outcome.Read),
        ("16", Quirk.OddSerialNumber, NewOrder, "serial-number=\"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{13}\"", Outcome.Read),
        ("16", Quirk.ImpossibleIpAddress, Risk, "<ip-address>123\\.456\\.123\\.456<", Outcome.Read),
        ("17", Quirk.UnknownCvnResponse, Authorization, "<cvn-response>Y<", Outcome.Read),
        ("18", Quirk.EmptyBillingAddress, Risk, "<billing-address><!--[^>]*--></billing-address>", Outcome.Read),
        ("19", Quirk.EmptyAddressParts, NewOrder, "<company-name ?/>.*<fax ?/>", Outcome.Read),
        ("20", Quirk.StructuredNames, Risk, "<risk-information><eligible-for-protection>true</eligible-for-protection><billing-address><contact-name>[^<]+</contact-name><email>", Outcome.Read),
        ("21", Quirk.TextPrivateData, NewOrder with { ShoppingCart = NewOrder.ShoppingCart with { MerchantPrivateData = null } }, "</items>.*<merchant-private-data>15</merchant-private-data></shopping-cart>.*<order-summary>|<merchant-private-data>15</merchant-private-data>", Outcome.Read),
        ("22", Quirk.NoShipping, NewOrder, Without("shipping"), Outcome.Read),
        ("23", Quirk.SummaryDiffers, NewOrder, "<order-summary>.*<item-description>[^<]* \\(changed\\)<", Outcome.Read),
        ("24", Quirk.OrderNumberTwice, NewOrder, "<google-order-number>(\\d+)</google-order-number><google-order-number>\\1<", Outcome.Same),
        ("24", Quirk.EmptyParts, NewOrder, "<buyer-billing-address ?/>", Outcome.Read),
        ("24", Quirk.ShortOrderNumber, NewOrder, "<google-order-number>\\d{10}<", Outcome.Read),
        ("24", Quirk.NumericSerialNumber, NewOrder, "serial-number=\"\\d+\"", Outcome.Read),
        ("25", Quirk.GiftCertificatePin, NewOrder, "<gift-certificate-adjustment>.*<pin>1234</pin></gift-certificate-adjustment>", Outcome.Same),
        ("25b", Quirk.AppliedMoreThanCalculated, NewOrder, "<calculated-amount currency=\"USD\">5\\.00?<", Outcome.Read),
        ("26", Quirk.NumericSerialNumber, Risk, "serial-number=\"\\d+\"", Outcome.Read),
        ("26b", Quirk.NestedPrivateItemData, NewOrder, "<merchant-private-item-data><note>one</note><note>two</note><notes><note>three</note></notes></merchant-private-item-data>", Outcome.Read),
        ("26c", Quirk.ReceiptInstead, NewOrder, "<request-received (xmlns=\"[^\"]+\" )?serial-number=\"[^\"]+-7\"[^>]*/>$", Outcome.OtherMessage),
        ("27", Quirk.ExactSubscriptionPayments, NewOrder, "<subscription-payment is-exact=\"true\">", Outcome.Same),
        ("28", Quirk.EmptyItemIds, Cancelled, "<item-ids ?/>", Outcome.Read),
        ("28", Quirk.NoOrderSummary, Cancelled, Without("order-summary"), Outcome.Read),
        ("29", Quirk.OtherBuyerId, NewOrder with { BuyerId = 41 }, "<buyer-id>42<", Outcome.Read),
        ("32", Quirk.HyphenatedStates, StateChange with { NewFinancialOrderState = FinancialOrderState.PaymentDeclined }, "<new-financial-order-state>PAYMENT-DECLINED<", Outcome.Read),
        ("34", Quirk.HtmlBody, NewOrder, "^<html>", Outcome.Refused),
        (string.Empty, Quirk.NoSerialNumber, NewOrder, "^(?!.*serial-number=)", Outcome.Refused),
        (string.Empty, Quirk.AmountsLikeJava, NewOrder, "<unit-price currency=\"USD\">24\\.0<", Outcome.Read),
        (string.Empty, Quirk.EmptyLists, Risk, "<merchant-codes ?/>.*<promotions ?/>", Outcome.Read),
    ];

    // In the history of an order, or in the response to a request with a serial number.
    private static readonly (string Number, Quirk Quirk, CheckoutMessage Report, string Pattern)[] Reports =
    [
        ("1", Quirk.WrappedNotification, NewOrder, "<notification-history-response [^>]+><notifications><new-order-notification .*</notifications></notification-history-response>$"),
        ("2", Quirk.NotificationBesideTheList, History, "</notifications>.*<new-order-notification "),
        ("3", Quirk.HistoryWithoutSerialNumber, History, "^<notification-history-response xmlns=\"[^\"]+\"[^>=]*>"),
        ("33", Quirk.OlderPaging, History, "<continue-token>more</continue-token>.*<has-more-notifications>true</has-more-notifications>"),
    ];

    private static NewOrderNotification NewOrder => SampleNotifications.NewOrder() with
    {
        OrderAdjustment = SampleNotifications.NewOrder().OrderAdjustment! with
        {
            MerchantCodes = [new GiftCertificateAdjustment { Code = "GIFT", AppliedAmount = new Money(10.00m, "USD"), CalculatedAmount = new Money(10.00m, "USD") }],
        },
    };

    private static OrderStateChangeNotification StateChange => SampleNotifications.OrderStateChange();

    private static RiskInformationNotification Risk => SampleNotifications.RiskInformation();

    private static AuthorizationAmountNotification Authorization => SampleNotifications.AuthorizationAmount();

    private static ChargeAmountNotification Charge => SampleNotifications.ChargeAmount() with
    {
        LatestChargeFee = new FeeStructure { Total = new Money(1.50m, "USD"), Flat = new Money(0.30m, "USD"), Percentage = 2.9m },
    };

    private static RefundAmountNotification Refund => SampleNotifications.RefundAmount() with { LatestFeeRefundAmount = new Money(0.29m, "USD") };

    private static CancelledSubscriptionNotification Cancelled => SampleNotifications.CancelledSubscription();

    private static NotificationHistoryResponse History => new() { SerialNumber = "history", Notifications = [NewOrder, Risk], NextPageToken = "more" };

    private static IEnumerable<TestCaseData> Rows() => Table.Select(row =>
        new TestCaseData(row.Quirk, row.Sample, row.Pattern, row.Outcome).SetArgDisplayNames($"{row.Number} {row.Quirk}", row.Sample.GetType().Name));

    private static IEnumerable<TestCaseData> RowsOfReports() => Reports.Select(row =>
        new TestCaseData(row.Quirk, row.Report, row.Pattern).SetArgDisplayNames($"{row.Number} {row.Quirk}"));

    [TestCaseSource(nameof(Rows))]
    public void WithQuirks_OneQuirk_ChangesTheDocumentAsListed(Quirk quirk, Notification sample, string pattern, Outcome outcome)
    {
        var document = new FaultedNotification(sample, [DeliveryFault.WithQuirks(quirk)]).Document.ToBytes();

        Assert.That(Matches(sample.ToXmlString(), pattern), Is.False, "the document has it anyway");
        Assert.That(Matches(Encoding.UTF8.GetString(document), pattern), Is.True, Encoding.UTF8.GetString(document));
        Assert.That(OutcomeOf(document, sample), Is.EqualTo(outcome));
    }

    [TestCaseSource(nameof(RowsOfReports))]
    public void WithQuirks_ReportQuirk_ChangesTheReportAsListed(Quirk quirk, CheckoutMessage report, string pattern)
    {
        var faults = new NotificationFaults();
        faults.Add(_ => true, DeliveryFault.WithQuirks(quirk), times: null);

        Assert.That(faults.TryEdit(report, out var edited), Is.True);
        Assert.That(Matches(edited!.Root.ToString(System.Xml.Linq.SaveOptions.DisableFormatting), pattern), Is.True, edited.Root.ToString());
    }

    [Test]
    public void WithQuirks_AnySample_IsParsedUnlessListed([Values] Quirk quirk)
    {
        var outcomes = OutcomesOf(quirk);
        Assert.Multiple(() =>
        {
            foreach (var sample in SampleNotifications.All)
            {
                var document = new FaultedNotification(sample, [DeliveryFault.WithQuirks(quirk)]).Document.ToBytes();

                Assert.That(OutcomeOf(document, sample), Is.AnyOf(outcomes), sample.GetType().Name);
            }
        });
    }

    [Test]
    public void WithQuirks_AnyPair_IsParsedUnlessListed([Values] Quirk one)
    {
        Assert.Multiple(() =>
        {
            foreach (var other in Enum.GetValues<Quirk>())
            {
                var document = new FaultedNotification(NewOrder, [DeliveryFault.WithQuirks(one, other)]).Document.ToBytes();

                Assert.That(OutcomeOf(document, NewOrder), Is.AnyOf(OutcomesOf(one, other)), $"{one} {other}");
            }
        });
    }

    [Test]
    public void Tables_Together_ListEveryQuirk() =>
        Assert.That(Table.Select(row => row.Quirk).Concat(Reports.Select(row => row.Quirk)).Distinct(), Is.EquivalentTo(Enum.GetValues<Quirk>()));

    [Test]
    public void Tables_Together_ListEveryNumber()
    {
        // A handler that never acknowledges, and misspelled acknowledgments: these are the merchant's errors, which RedeliveryTests cover.
        string[] ofMerchants = ["30", "31"];
        var numbers = Enumerable.Range(1, 34).Select(number => number.ToString(CultureInfo.InvariantCulture)).Concat(["25b", "26b", "26c"]);

        var shown = Table.Select(row => row.Number).Concat(Reports.Select(row => row.Number)).Where(number => number.Length > 0).Concat(ofMerchants).Distinct();
        Assert.That(shown, Is.EquivalentTo(numbers));
    }

    // A quirk that does not apply to a notification does not change it.
    private static Outcome[] OutcomesOf(Quirk quirk) => [Outcome.Same, Outcome.Read, .. Table.Where(row => row.Quirk == quirk).Select(row => row.Outcome)];

    // A root of an unknown kind is recognized as a notification by its content. Without content, it is another message.
    private static Outcome[] OutcomesOf(Quirk one, Quirk other) =>
        one == Quirk.UnknownKind || other == Quirk.UnknownKind ? [.. OutcomesOf(one), .. OutcomesOf(other), Outcome.OtherMessage] : [.. OutcomesOf(one), .. OutcomesOf(other)];

    private static string Without(string element) => $"^(?!.*<{element}[ />])";

    private static bool Matches(string document, string pattern) => Regex.IsMatch(document, pattern, RegexOptions.Singleline);

    private static Outcome OutcomeOf(byte[] document, Notification sample)
    {
        try
        {
            var message = CheckoutXml.Parse(document);
            return message is UnknownNotification ? Outcome.Unknown
                : message is not Notification notification ? Outcome.OtherMessage
                : notification.GetType() != sample.GetType() ? throw new AssertionException($"It was read as a {notification.GetType().Name}.")
                : IsSame(notification, sample) ? Outcome.Same
                : Outcome.Read;
        }
        catch (CheckoutXmlException)
        {
            return Outcome.Refused;
        }
    }

    private static bool IsSame(Notification notification, Notification sample)
    {
        try
        {
            return (notification with { }).ToXmlString() == sample.ToXmlString();
        }
        catch (ArgumentException)
        {
            // A part that the schema requires is missing.
            return false;
        }
    }
}
