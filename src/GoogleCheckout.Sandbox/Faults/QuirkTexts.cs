using System.Text.Json;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>The quirks in words, for people who select one on a page. The comments of <see cref="Quirk"/> are the same.</summary>
internal static class QuirkTexts
{
    private static readonly Dictionary<Quirk, string> Texts = new()
    {
        [Quirk.ByteOrderMark] = "The document begins with the UTF-8 byte order mark.",
        [Quirk.NamespaceDeclaredAgain] = "Each element that contains other elements declares the default namespace again.",
        [Quirk.ReversedElements] = "The children of each element are in reverse order. The schema allows any order.",
        [Quirk.PaddedValues] = "Amounts and times are on separate lines, surrounded by spaces.",
        [Quirk.HtmlBody] = "An HTML page replaces the document; the content type is still XML.",
        [Quirk.EmptyRoot] = "The document is an empty root element without attributes.",
        [Quirk.UnknownKind] = "The root element is some-new-notification, a kind that the protocol does not have.",
        [Quirk.ReceiptInstead] = "A request-received with the same serial number replaces the notification. Old guides say that merchants should expect this.",
        [Quirk.NoSerialNumber] = "The root element has no serial number. No acknowledgment can contain it then, so the notification is sent again.",
        [Quirk.OddSerialNumber] = "The serial number is a GUID with one extra character, the same each time.",
        [Quirk.NumericSerialNumber] = "The serial number consists of digits only.",
        [Quirk.LongOrderNumber] = "The order number has 16 digits.",
        [Quirk.ShortOrderNumber] = "The order number has 10 digits.",
        [Quirk.OrderNumberTwice] = "The notification contains the order number twice.",
        [Quirk.TimesWithoutZone] = "Times have no time zone.",
        [Quirk.UnreadableExpirationDate] = "The expiration date of an authorization has the format of Java's Date, for example Sat Mar 18 20:25:31 PST 2006.",
        [Quirk.NoTimestamp] = "The notification has no timestamp.",
        [Quirk.AmountsLikeJava] = "Amounts have the format of a Java double: 0.0, 5.0, 42.42.",
        [Quirk.FeesWithoutCurrency] = "The service's fees have no currency.",
        [Quirk.AppliedMoreThanCalculated] = "The applied amount of a coupon or gift certificate is greater than the calculated amount.",
        [Quirk.EmptyStates] = "An order state change has an empty previous financial state and an empty new fulfillment state.",
        [Quirk.HyphenatedStates] = "States contain hyphens, for example PAYMENT-DECLINED.",
        [Quirk.ChargeableAtOnce] = "A new order is already CHARGEABLE.",
        [Quirk.NoMarketingPreferences] = "The buyer's marketing preferences are missing.",
        [Quirk.NoAdjustmentTotal] = "The order adjustment has no total.",
        [Quirk.NoShipping] = "The order adjustment has no shipping.",
        [Quirk.NoOrderSummary] = "There is no order summary.",
        [Quirk.SummaryDiffers] = "The first item's description in the order summary differs from the one in the notification.",
        [Quirk.EmptyParts] = "The addresses, the cart and the order adjustment of a new order are empty elements.",
        [Quirk.EmptyLists] = "The lists of merchant codes and promotions are present but empty.",
        [Quirk.OtherBuyerId] = "The buyer's id differs from the one in the merchant-calculation callback.",
        [Quirk.ExactSubscriptionPayments] = "The payments of a subscription have an attribute is-exact.",
        [Quirk.NestedPrivateItemData] = "The items have private data with nested children of the same name.",
        [Quirk.TextPrivateData] = "The merchant's private data is text without elements.",
        [Quirk.GiftCertificatePin] = "The adjustment for a gift certificate contains its pin.",
        [Quirk.EmptyItemIds] = "The notification of a canceled subscription contains no items.",
        [Quirk.BillingAddressId] = "The billing address in the risk information has an attribute id.",
        [Quirk.EmptyBillingAddress] = "The billing address in the risk information contains only a comment.",
        [Quirk.EmptyAddressParts] = "The company, fax, phone and second line of each address are present but empty.",
        [Quirk.StructuredNames] = "The addresses have structured names, but the one in the risk information has none.",
        [Quirk.ImpossibleIpAddress] = "The buyer's IP address is 123.456.123.456.",
        [Quirk.UnknownCvnResponse] = "The result of the card verification number's check is Y, which no table contains.",
        [Quirk.WrappedNotification] = "A notification requested by its serial number is inside a notification-history-response. Reports only.",
        [Quirk.NotificationBesideTheList] = "The first notification of a history is outside the list of the others. Reports only.",
        [Quirk.HistoryWithoutSerialNumber] = "The root element of a history has no serial number. Reports only.",
        [Quirk.OlderPaging] = "A history refers to its next page as older clients expected: with continue-token and has-more-notifications. Reports only.",
    };

    /// <summary>Returns the description of a quirk.</summary>
    public static string Get(Quirk quirk) => Texts[quirk];

    /// <summary>Returns the name of a quirk in words, for example <c>Byte order mark</c>.</summary>
    public static string GetName(Quirk quirk)
    {
        var words = JsonNamingPolicy.KebabCaseLower.ConvertName(quirk.ToString()).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
