namespace GoogleCheckout.Sandbox;

/// <summary>
/// Something odd that notifications, or answers to reports, were seen with in other libraries' tests and logs. One that
/// finds nothing to change in a document leaves it as it is. <see cref="DeliveryFault.WithQuirks(Quirk[])"/> puts them into deliveries.
/// </summary>
public enum Quirk
{
    /// <summary>The document begins with the byte order mark of UTF-8.</summary>
    ByteOrderMark,

    /// <summary>Each element that holds others declares the default namespace again.</summary>
    NamespaceDeclaredAgain,

    /// <summary>The children of each element come in the opposite order. The schema allows any.</summary>
    ReversedElements,

    /// <summary>Amounts and times stand on a line of their own, with spaces around.</summary>
    PaddedValues,

    /// <summary>A page of HTML comes in place of the document, under the content type of XML.</summary>
    HtmlBody,

    /// <summary>Of the document there is the name of its root and nothing else.</summary>
    EmptyRoot,

    /// <summary>The root is <c>some-new-notification</c>, a kind that the protocol does not have.</summary>
    UnknownKind,

    /// <summary>
    /// A <c>request-received</c> comes in place of the notification, with its serial number; old guides had merchants expect such.
    /// </summary>
    ReceiptInstead,

    /// <summary>The root has no serial number. What can then be acknowledged is sent again.</summary>
    NoSerialNumber,

    /// <summary>The serial number is a GUID with a character too many, the same each time.</summary>
    OddSerialNumber,

    /// <summary>The serial number has digits only.</summary>
    NumericSerialNumber,

    /// <summary>The order's number has 16 digits.</summary>
    LongOrderNumber,

    /// <summary>The order's number has 10 digits.</summary>
    ShortOrderNumber,

    /// <summary>The notification tells the order's number twice.</summary>
    OrderNumberTwice,

    /// <summary>Times do not name their zone.</summary>
    TimesWithoutZone,

    /// <summary>The end of an authorization is written as Java prints it, such as <c>Sat Mar 18 20:25:31 PST 2006</c>.</summary>
    UnreadableExpirationDate,

    /// <summary>The notification has no timestamp.</summary>
    NoTimestamp,

    /// <summary>Amounts are written as a Java double is: <c>0.0</c>, <c>5.0</c>, <c>42.42</c>.</summary>
    AmountsLikeJava,

    /// <summary>The service's fees have no currency.</summary>
    FeesWithoutCurrency,

    /// <summary>More was taken off for a coupon or gift certificate than was calculated.</summary>
    AppliedMoreThanCalculated,

    /// <summary>A change of state has an empty previous financial and an empty new fulfillment state.</summary>
    EmptyStates,

    /// <summary>States are written with hyphens, such as <c>PAYMENT-DECLINED</c>.</summary>
    HyphenatedStates,

    /// <summary>A new order is CHARGEABLE already.</summary>
    ChargeableAtOnce,

    /// <summary>The buyer's marketing preferences are left out.</summary>
    NoMarketingPreferences,

    /// <summary>The order adjustment has no total.</summary>
    NoAdjustmentTotal,

    /// <summary>The order adjustment has no shipping.</summary>
    NoShipping,

    /// <summary>There is no order summary.</summary>
    NoOrderSummary,

    /// <summary>The first item has another description in the order summary than in the notification.</summary>
    SummaryDiffers,

    /// <summary>Addresses, cart and order adjustment of a new order are empty elements.</summary>
    EmptyParts,

    /// <summary>Merchant codes and promotions are there without any in them.</summary>
    EmptyLists,

    /// <summary>The buyer's id is another than the one in the merchant-calculation callback.</summary>
    OtherBuyerId,

    /// <summary>Payments of a subscription have an attribute <c>is-exact</c>.</summary>
    ExactSubscriptionPayments,

    /// <summary>Items have private data with children of the same name, nested.</summary>
    NestedPrivateItemData,

    /// <summary>The merchant's private data is text without elements.</summary>
    TextPrivateData,

    /// <summary>The adjustment for a gift certificate tells its <c>pin</c>.</summary>
    GiftCertificatePin,

    /// <summary>A cancelled subscription names no items.</summary>
    EmptyItemIds,

    /// <summary>The billing address in the risk information has an attribute <c>id</c>.</summary>
    BillingAddressId,

    /// <summary>The billing address in the risk information holds nothing but a comment.</summary>
    EmptyBillingAddress,

    /// <summary>Company, fax, phone and second line of each address are there, and empty.</summary>
    EmptyAddressParts,

    /// <summary>The addresses have structured names, but the one in the risk information has none.</summary>
    StructuredNames,

    /// <summary>The buyer's IP address is <c>123.456.123.456</c>.</summary>
    ImpossibleIpAddress,

    /// <summary>The answer about the card's verification number is <c>Y</c>, which no table has.</summary>
    UnknownCvnResponse,

    /// <summary>A notification asked for by serial number comes inside a notification-history-response, not by itself. Reports only.</summary>
    WrappedNotification,

    /// <summary>The first notification of a history stands beside the list of the others. Reports only.</summary>
    NotificationBesideTheList,

    /// <summary>The root of a history has no serial number. Reports only.</summary>
    HistoryWithoutSerialNumber,

    /// <summary>A history names its next page as older clients expected: by <c>continue-token</c> and <c>has-more-notifications</c>. Reports only.</summary>
    OlderPaging,
}
