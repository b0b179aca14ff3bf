using System.Text;
using GoogleCheckout.Client;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>
/// Documents with the quirks of real senders, by their numbers in the protocol notes (section 10 of the page on notifications). Each
/// is sent to the endpoint unchanged, and is acknowledged unless it cannot be read.
/// </summary>
public class CallbackQuirkTests
{
    [TestCaseSource(nameof(Pushes))]
    public async Task Push_WithQuirk_HasTheExpectedStatus(byte[] document, int status, string? serialNumber)
    {
        using var site = new CallbackSite();

        var response = await site.PushAsync(document);

        if (status == 200)
        {
            Assert.That(response.Acknowledged(), Is.EqualTo(serialNumber));
        }
        else
        {
            response.AssertRejected(status);
        }
    }

    [TestCaseSource(nameof(Fetched))]
    public async Task SerialNumberPost_HistoryWithQuirk_IsHandled(string history)
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(history));
        using var site = new CallbackSite(register: services => services.AddGoogleCheckout(TestMerchant.Configure).ConfigurePrimaryHttpMessageHandler(() => network));

        Assert.That((await site.PostFormAsync("serial-number=s-1")).Acknowledged(), Is.EqualTo("s-1"));
        Assert.That(site.Handled.Single().Notification.SerialNumber, Is.EqualTo("s-1"));
    }

    private static IEnumerable<TestCaseData> Fetched()
    {
        yield return Case("1: the bare notification", SampleResponses.Charge("s-1"));
        yield return Case("1: the roots that an old list forgot", Refund);
        yield return Case("2: a notification beside the list", SampleResponses.History(null, "s-1").Replace("</notification-history-response>", $"{Element(NewOrder())}</notification-history-response>", StringComparison.Ordinal));
        yield return Case("3: a history without serial number", SampleResponses.History(null, "s-1").Replace("serial-number=\"history-1\"", string.Empty, StringComparison.Ordinal));
        yield return Case("6: the namespace declared again", SampleResponses.History(null, "s-1").Replace("<charge-amount-notification ", $"<charge-amount-notification xmlns='{SampleResponses.Namespace}' ", StringComparison.Ordinal));
        yield return Case("33: the elements of polling in a history", SampleResponses.History(null, "s-1").Replace("<notifications>", "<continue-token>t</continue-token><has-more-notifications>false</has-more-notifications><notifications>", StringComparison.Ordinal));

        static TestCaseData Case(string quirk, string history) => new TestCaseData(history).SetArgDisplayNames(quirk);
    }

    private static IEnumerable<TestCaseData> Pushes()
    {
        yield return new TestCaseData(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(NewOrder())).ToArray(), 200, "s-1").SetArgDisplayNames("4: a byte order mark");
        yield return Accepted("5: an id on an address", NewOrder(("<buyer-billing-address>", "<buyer-billing-address id='BuyerBillingAddress'>")));
        yield return Accepted("6: the namespace declared again", NewOrder(("<shopping-cart>", $"<shopping-cart xmlns='{SampleResponses.Namespace}'>")));
        yield return Accepted("7: money without a currency", Charge(("<total-charge", "<latest-charge-fee><total>0.66</total><percentage>2.9</percentage><flat>0.30</flat></latest-charge-fee><total-charge")));
        yield return Accepted("8: white space around money and times", Charge(("12.50<", "\n\t12.50\n<"), (">2012-10-10T02:10:58.178Z<", ">\n  2012-10-10T02:10:58.178Z\n<")));
        yield return Rejected("9: a date that is not xs:dateTime", Authorization("Sat Mar 18 20:25:31 PST 2006"));
        yield return Accepted("10: a time without a zone", Charge((".178Z", string.Empty)));
        yield return Accepted("11: empty states", StateChange);
        yield return Rejected("12: an empty root", $"<new-order-notification xmlns='{SampleResponses.Namespace}'/>");
        yield return Accepted("13: an unknown kind", SampleResponses.Charge("s-1", "some-new-notification"));
        yield return Accepted("14: another order of elements", NewOrder((BuyerId, string.Empty), ("</new-order-notification>", $"{BuyerId}</new-order-notification>")));
        yield return Accepted("14: no timestamp, preferences and adjustment total", NewOrder((Timestamp, string.Empty), (Preferences, string.Empty), (AdjustmentTotal, string.Empty)));
        yield return Accepted("15: an order that is CHARGEABLE at once", NewOrder(("REVIEWING", "CHARGEABLE")));
        yield return Accepted("16: numbers that are longer or shorter, an address that is not valid", Risk("6543210987654321", "999.456.123.456"));
        yield return Accepted("17: a CVN response outside the table", Risk("1", "10.0.0.1").Replace("<cvn-response>M", "<cvn-response>Y", StringComparison.Ordinal));
        yield return Accepted("18: an address of comments only", Risk("1", "10.0.0.1").Replace("<billing-address/>", "<billing-address><!-- nothing --></billing-address>", StringComparison.Ordinal));
        yield return Accepted("19: empty parts of an address", NewOrder(("<city>", "<company-name/><fax></fax><phone/><address2></address2><city>")));
        yield return Accepted("20: a structured name", NewOrder(("<city>", "<structured-name><first-name>Ada</first-name><last-name>Example</last-name></structured-name><city>")));
        yield return Accepted("21: private data that is bare text", NewOrder(("<items>", "<merchant-private-data>15</merchant-private-data><items>")));
        yield return Accepted("22: no shipping", NewOrder((Shipping, string.Empty)));
        yield return Accepted("23: a summary that differs", NewOrder(("</new-order-notification>", $"{Summary}</new-order-notification>")));
        yield return Accepted("24: the order's number twice, and parts that are empty elements", NewOrder((Timestamp, $"{Timestamp}<google-order-number>841171949013218</google-order-number>"), (Address, string.Empty), (Items, "<items/>")));
        yield return Accepted("25: a gift certificate's PIN", NewOrder(("<code>", "<pin>1234</pin><code>")));
        yield return Accepted("25b: more applied than calculated", NewOrder(("<calculated-amount currency='USD'>5.0", "<calculated-amount currency='USD'>4.0")));
        yield return Accepted("26: a serial number that is not a GUID", NewOrder(("s-1", "foo-bar")), "foo-bar");
        yield return Accepted("26b: private data of an item, repeated and nested", NewOrder(("<quantity>", "<merchant-private-item-data><a>1</a><a><b>2</b></a></merchant-private-item-data><quantity>")));
        yield return Accepted("26c: a receipt on the callback URL", SampleResponses.Document("request-received", "serial-number='s-1'", string.Empty));
        yield return Accepted("26c: an error on the callback URL", SampleResponses.Document("error", "serial-number='s-1'", "<error-message>Bad</error-message>"));
        yield return Accepted("26c: a diagnosis on the callback URL", SampleResponses.Document("diagnosis", "serial-number='s-1'", "<input-xml/>"));
        yield return Accepted("27: an attribute the schema does not have", NewOrder(("<quantity>", $"<subscription type='merchant' period='MONTHLY'><payments><subscription-payment is-exact='true' times='1'><maximum-charge currency='USD'>1</maximum-charge></subscription-payment></payments></subscription><quantity>")));
        yield return Accepted("28: a cancelled subscription without items", SampleResponses.Document("cancelled-subscription-notification", "serial-number='s-1'", $"{Number}{Timestamp}<reason>Done</reason><item-ids/>"));
        yield return Rejected("31: an acknowledgment, which only merchants send", SampleResponses.Document("notification-acknowledgment", "serial-number='s-1'", string.Empty));
        yield return Rejected("34: HTML where XML is announced", SampleResponses.Html.Replace("<body>", "<body><br>", StringComparison.Ordinal));
        yield return Rejected("34: a form where XML is announced", "_type=new-order-notification&serial-number=s-1");
    }

    private const string Number = "<google-order-number>841171949013218</google-order-number>";
    private const string Timestamp = "<timestamp>2012-10-10T02:10:58.178Z</timestamp>";
    private const string Preferences = "<buyer-marketing-preferences><email-allowed>false</email-allowed></buyer-marketing-preferences>";
    private const string BuyerId = "<buyer-id>294873009217523</buyer-id>";
    private const string Address = "<contact-name>Ada Example</contact-name><email>ada@shop.example</email><address1>1 First Street</address1><city>Springfield</city><region>CA</region><postal-code>94000</postal-code><country-code>US</country-code>";
    private const string Items = "<items><item><item-name>Tea</item-name><item-description>Green</item-description><quantity>1</quantity><unit-price currency='USD'>12.5</unit-price></item></items>";
    private const string Shipping = "<shipping><flat-rate-shipping-adjustment><shipping-name>Parcel</shipping-name><shipping-cost currency='USD'>5.0</shipping-cost></flat-rate-shipping-adjustment></shipping>";
    private const string AdjustmentTotal = "<adjustment-total currency='USD'>0.0</adjustment-total>";
    private const string Codes = "<merchant-codes><gift-certificate-adjustment><applied-amount currency='USD'>5.0</applied-amount><calculated-amount currency='USD'>5.0</calculated-amount><code>GIFT</code></gift-certificate-adjustment></merchant-codes>";

    private const string Summary = $"<order-summary>{Number}<total-charge-amount currency='USD'>0.0</total-charge-amount><total-refund-amount currency='USD'>0.0</total-refund-amount>"
        + $"<total-chargeback-amount currency='USD'>0.0</total-chargeback-amount><purchase-date>2012-10-10T02:10:58.000Z</purchase-date><archived>false</archived>"
        + $"<shopping-cart><items><item><item-name>Tea</item-name><item-description>Rather green</item-description><quantity>1</quantity><unit-price currency='USD'>12.5</unit-price></item></items></shopping-cart>"
        + $"<order-adjustment/><buyer-shipping-address>{Address}</buyer-shipping-address>{Preferences}<order-total currency='USD'>12.5</order-total>"
        + $"<financial-order-state>REVIEWING</financial-order-state><fulfillment-order-state>NEW</fulfillment-order-state>{BuyerId}</order-summary>";

    private static string Refund => SampleResponses.Document(
        "refund-amount-notification", "serial-number='s-1'", $"{Number}{Timestamp}<latest-refund-amount currency='USD'>1</latest-refund-amount><total-refund-amount currency='USD'>1</total-refund-amount>");

    private static string StateChange => SampleResponses.Document(
        "order-state-change-notification",
        "serial-number='s-1'",
        $"{Number}{Timestamp}<previous-financial-order-state></previous-financial-order-state><new-financial-order-state>CHARGEABLE</new-financial-order-state><previous-fulfillment-order-state>NEW</previous-fulfillment-order-state><new-fulfillment-order-state/>");

    private static string Charge(params (string From, string To)[] changes) => Changed(SampleResponses.Charge("s-1"), changes);

    private static string NewOrder(params (string From, string To)[] changes) => Changed(
        SampleResponses.Document(
            "new-order-notification",
            "serial-number='s-1'",
            $"{Number}{Timestamp}<buyer-billing-address>{Address}</buyer-billing-address><buyer-shipping-address>{Address}</buyer-shipping-address>{Preferences}{BuyerId}"
                + $"<shopping-cart>{Items}</shopping-cart><order-adjustment>{Codes}<total-tax currency='USD'>0.0</total-tax>{Shipping}{AdjustmentTotal}</order-adjustment>"
                + "<order-total currency='USD'>12.5</order-total><financial-order-state>REVIEWING</financial-order-state><fulfillment-order-state>NEW</fulfillment-order-state>"),
        changes);

    private static string Authorization(string expires) => SampleResponses.Document(
        "authorization-amount-notification",
        "serial-number='s-1'",
        $"{Number}{Timestamp}<authorization-amount currency='USD'>12.5</authorization-amount><authorization-expiration-date>{expires}</authorization-expiration-date><avs-response>Y</avs-response><cvn-response>M</cvn-response>");

    private static string Risk(string orderNumber, string address) => SampleResponses.Document(
        "risk-information-notification",
        "serial-number='s-1'",
        $"<google-order-number>{orderNumber}</google-order-number>{Timestamp}<risk-information><eligible-for-protection>true</eligible-for-protection><billing-address/>"
            + $"<avs-response>Y</avs-response><cvn-response>M</cvn-response><partial-cc-number>1881</partial-cc-number><buyer-account-age>6</buyer-account-age><ip-address>{address}</ip-address></risk-information>");

    private static string Changed(string document, (string From, string To)[] changes)
    {
        foreach (var (from, to) in changes)
        {
            Assert.That(document, Does.Contain(from), "the text to replace is missing");
            document = document.Replace(from, to, StringComparison.Ordinal);
        }

        return document;
    }

    private static string Element(string document) => document[(document.IndexOf("?>", StringComparison.Ordinal) + 2)..];

    private static TestCaseData Accepted(string quirk, string document, string serialNumber = "s-1") => Case(quirk, document, 200, serialNumber);

    private static TestCaseData Rejected(string quirk, string document) => Case(quirk, document, 400, null);

    private static TestCaseData Case(string quirk, string document, int status, string? serialNumber) =>
        new TestCaseData(Encoding.UTF8.GetBytes(document), status, serialNumber).SetArgDisplayNames(quirk);
}
