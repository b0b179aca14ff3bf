using System.Xml.Linq;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Real messages from the tests of other libraries, and how each is read and written.</summary>
public class CorpusTests
{
    private const string Rejected = "rejected: ";

    // Each sample that is not valid by the schema, or whose root the schema does not have: the path at which reading fails, or the type
    // of the message and the error that prevents writing it.
    private static readonly Dictionary<string, string> SchemaInvalidSamples = new()
    {
        ["authorization-amount-notification/google4r-notification-handler-empty.xml"] = "rejected: /authorization-amount-notification/@serial-number",
        ["authorization-amount-notification/java-old0.8.5-authorization-amount-notification-invalid-expdate.xml"] = "rejected: /authorization-amount-notification/authorization-expiration-date",
        ["authorization-amount-notification/java-old0.8.9-authorization-amount-notification-invalid-expdate.xml"] = "rejected: /authorization-amount-notification/authorization-expiration-date",
        ["cancel-items/java-old0.7.1-cancel-items.xml"] = "CancelItemsRequest: Reason is required (/cancel-items/reason).",
        ["charge-amount-notification/google4r-charge-amount-notification.xml"] = "ChargeAmountNotification: Total needs a currency (/charge-amount-notification/latest-charge-fee/total).",
        ["charge-amount-notification/google4r-notification-handler-empty.xml"] = "rejected: /charge-amount-notification/@serial-number",
        ["chargeback-amount-notification/google4r-notification-handler-empty.xml"] = "rejected: /chargeback-amount-notification/@serial-number",
        ["checkout-shopping-cart/java-old0.8.5-ItemTest.xml"] = "rejected: /checkout-shopping-cart/shopping-cart/items/item/item-name",
        ["checkout-shopping-cart/java-old0.8.9-ItemTest.xml"] = "rejected: /checkout-shopping-cart/shopping-cart/items/item/item-name",
        ["checkout-shopping-cart/java-old0.8.9-ccs-1.xml"] = "CheckoutShoppingCart: valid",
        ["merchant-calculation-callback/google4r-callback-handler-empty.xml"] = "rejected: /merchant-calculation-callback/shopping-cart",
        ["merchant-calculation-callback/google4r-merchant-calculation-callback.xml"] = "MerchantCalculationCallback: SerialNumber is required (/merchant-calculation-callback).",
        ["merchant-calculation-callback/java-old0.7.1-merchant-calculation-callback.xml"] = "MerchantCalculationCallback: SerialNumber is required (/merchant-calculation-callback).",
        ["merchant-calculation-callback/java-old0.8.9-merchant-calculation-callback.xml"] = "MerchantCalculationCallback: SerialNumber is required (/merchant-calculation-callback).",
        ["merchant-calculation-callback/node-merchant-calculation-callback.xml"] = "MerchantCalculationCallback: SerialNumber is required (/merchant-calculation-callback).",
        ["merchant-calculation-results/java-old0.8.9-MerchantCalculationResultsTest.xml"] = "MerchantCalculationResults: CalculatedAmount needs a currency (/merchant-calculation-results/results/result/merchant-code-results/coupon-result/calculated-amount).",
        ["merchant-calculation-results/java-oldtrunk-MerchantCalculationResultsTest.xml"] = "MerchantCalculationResults: CalculatedAmount needs a currency (/merchant-calculation-results/results/result/merchant-code-results/coupon-result/calculated-amount).",
        ["new-order-notification/google4r-new-order-notification.xml"] = "NewOrderNotification: Address1 is required (/new-order-notification/buyer-shipping-address/address1).",
        ["new-order-notification/google4r-notification-handler-empty.xml"] = "rejected: /new-order-notification/@serial-number",
        ["new-order-notification/java-old0.8.9-ccs-non-1.xml"] = "NewOrderNotification: Timestamp is required (/new-order-notification/timestamp).",
        ["new-order-notification/java-old0.8.9-digital-non-1.xml"] = "NewOrderNotification: Timestamp is required (/new-order-notification/timestamp).",
        ["new-order-notification/java-old0.8.9-digital-non-2.xml"] = "NewOrderNotification: Timestamp is required (/new-order-notification/timestamp).",
        ["order-state-change-notification/google4r-notification-handler-empty.xml"] = "rejected: /order-state-change-notification/@serial-number",
        ["order-state-change-notification/google4r-order-state-change-no-reason.xml"] = "OrderStateChangeNotification: NewFulfillmentOrderState is Unknown, which cannot be written (/order-state-change-notification/new-fulfillment-order-state).",
        ["order-state-change-notification/google4r-order-state-change.xml"] = "OrderStateChangeNotification: NewFulfillmentOrderState is Unknown, which cannot be written (/order-state-change-notification/new-fulfillment-order-state).",
        ["refund-amount-notification/google4r-notification-handler-empty.xml"] = "rejected: /refund-amount-notification/@serial-number",
        ["refund-amount-notification/google4r-refund-amount-notification.xml"] = "RefundAmountNotification: LatestFeeRefundAmount needs a currency (/refund-amount-notification/latest-fee-refund-amount).",
        ["risk-information-notification/google4r-notification-handler-empty.xml"] = "rejected: /risk-information-notification/@serial-number",
        ["risk-information-notification/google4r-risk-information-notification.xml"] = "RiskInformationNotification: Address1 is required (/risk-information-notification/risk-information/billing-address/address1).",
        ["risk-information-notification/java-old0.7.1-risk-information-notification.xml"] = "RiskInformationNotification: valid",
        ["risk-information-notification/java-old0.8.9-risk-information-notification.xml"] = "RiskInformationNotification: valid",
        ["some-new-notification/java-old0.8.5-some-new-notification.xml"] = "UnknownNotification: UnknownNotification cannot be written, because the protocol does not have it. Its XML is in OriginalXml. (Parameter 'message')",
        ["some-new-notification/java-old0.8.9-some-new-notification.xml"] = "UnknownNotification: UnknownNotification cannot be written, because the protocol does not have it. Its XML is in OriginalXml. (Parameter 'message')",
        ["unexpected-tag/google4r-command.xml"] = "UnknownMessage: UnknownMessage cannot be written, because the protocol does not have it. Its XML is in OriginalXml. (Parameter 'message')",
        ["unknown-callback/google4r-callback-handler.xml"] = "UnknownMessage: UnknownMessage cannot be written, because the protocol does not have it. Its XML is in OriginalXml. (Parameter 'message')",
        ["unknown-notification/google4r-notification-handler-empty.xml"] = "UnknownMessage: UnknownMessage cannot be written, because the protocol does not have it. Its XML is in OriginalXml. (Parameter 'message')",
    };

    [Test]
    public void Corpus_Always_IsComplete()
    {
        SharedFolder.Require();

        Assert.That(SharedFolder.CorpusDocuments(), Has.Count.EqualTo(111));
    }

    [TestCaseSource(nameof(Documents))]
    public void Parse_CorpusDocument_ReadsItOrReportsThePath(string path)
    {
        SharedFolder.Require();
        var bytes = SharedFolder.CorpusDocument(path);

        if (SchemaInvalidSamples.GetValueOrDefault(path) is { } given && given.StartsWith(Rejected, StringComparison.Ordinal))
        {
            var exception = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(bytes.AsMemory()))!;
            Assert.Multiple(() =>
            {
                Assert.That(Rejected + exception.Path, Is.EqualTo(given));
                Assert.That(exception.LineNumber, Is.GreaterThan(0));
                Assert.That(exception.LinePosition, Is.GreaterThan(0));
            });
            return;
        }

        var message = CheckoutXml.Parse(bytes.AsMemory());

        Assert.That(message.OriginalXml.ToArray(), Is.EqualTo(bytes));
    }

    [TestCaseSource(nameof(Documents))]
    public void Write_ValidCorpusDocument_LosesNothingAndIsValid(string path)
    {
        SharedFolder.Require();
        var document = XDocument.Load(new MemoryStream(SharedFolder.CorpusDocument(path))).Root!;
        if (!WireFacts.Table.Roots.ContainsKey(document.Name.LocalName) || OfficialSchema.GetErrors(document).Count > 0)
        {
            Assert.Pass("Not valid by the schema: covered by the other tests.");
        }

        var written = CheckoutXml.Parse(SharedFolder.CorpusDocument(path).AsMemory()).ToXElement();

        Assert.Multiple(() =>
        {
            Assert.That(XmlDifference.Between(document, written), Is.Null);
            Assert.That(OfficialSchema.GetErrors(written), Is.Empty);
        });
    }

    [Test]
    public void Parse_SchemaInvalidSamples_MatchesTheList()
    {
        SharedFolder.Require();

        var given = SharedFolder.CorpusDocuments().Where(IsInvalid).ToDictionary(path => path, DescribeResult);

        Assert.That(given, Is.EquivalentTo(SchemaInvalidSamples));
    }

    [Test]
    public void ReadNotifications_GeneratedHistory_ReturnsTheSameAsParse()
    {
        SharedFolder.Require();
        var document = SharedFolder.CorpusDocument("_bench/notification-history-200.xml");

        var streamed = CheckoutXml.ReadNotifications(new MemoryStream(document)).ToList();
        var whole = CheckoutXml.Parse<NotificationHistoryResponse>(document);

        Assert.Multiple(() =>
        {
            Assert.That(streamed, Has.Count.EqualTo(200));
            Assert.That(streamed.Select(notification => notification.ToXmlString()), Is.EqualTo(whole.Notifications.Select(notification => notification.ToXmlString())));
        });
    }

    [Test]
    public void ReadArchive_GeneratedHistory_ReturnsTheSameAsReadNotifications()
    {
        SharedFolder.Require();
        var document = SharedFolder.CorpusDocument("_bench/notification-history-200.xml");

        var entries = CheckoutXml.ReadArchive(new MemoryStream(document)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(entry => entry.IsDuplicate), Has.None.True);
            Assert.That(entries.Select(entry => entry.Notification?.ToXmlString()), Is.EqualTo(CheckoutXml.ReadNotifications(new MemoryStream(document)).Select(notification => notification.ToXmlString())));
        });
    }

    [Test]
    public void Parse_RequestsOfAnOldClient_ReadsAllButTheMisspelledOne()
    {
        SharedFolder.Require();

        var refused = SharedFolder.WireDocuments().Where(path => DescribeResult(path).StartsWith(Rejected, StringComparison.Ordinal));

        Assert.That(refused, Is.EqualTo(new[] { "_wire/node/10-ship-items.xml" }));
    }

    private static bool IsInvalid(string path) =>
        OfficialSchema.GetErrors(XDocument.Load(new MemoryStream(SharedFolder.CorpusDocument(path))).Root!).Count > 0
        || !WireFacts.Table.Roots.ContainsKey(XDocument.Load(new MemoryStream(SharedFolder.CorpusDocument(path))).Root!.Name.LocalName);

    // Returns the type of the message and the error that prevents writing it, or the path at which reading fails.
    private static string DescribeResult(string path)
    {
        try
        {
            var message = CheckoutXml.Parse(SharedFolder.CorpusDocument(path).AsMemory());
            return $"{message.GetType().Name}: {GetWriteError(message) ?? "valid"}";
        }
        catch (CheckoutXmlException e)
        {
            return Rejected + e.Path;
        }
    }

    private static string? GetWriteError(CheckoutMessage message)
    {
        try
        {
            _ = message.ToXmlString();
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    private static IEnumerable<string> Documents() => SharedFolder.IsNamed ? SharedFolder.CorpusDocuments() : ["(none)"];
}
