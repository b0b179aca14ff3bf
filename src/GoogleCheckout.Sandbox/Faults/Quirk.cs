namespace GoogleCheckout.Sandbox;

/// <summary>
/// An irregularity of notifications or reports that occurs in the tests and logs of other libraries. If a document has nothing to
/// which the quirk applies, the document is not changed. <see cref="DeliveryFault.WithQuirks(Quirk[])"/> applies quirks to deliveries.
/// </summary>
public enum Quirk
{
    /// <summary>The document begins with the UTF-8 byte order mark.</summary>
    ByteOrderMark,

    /// <summary>Each element that contains other elements declares the default namespace again.</summary>
    NamespaceDeclaredAgain,

    /// <summary>The children of each element are in reverse order. The schema allows any order.</summary>
    ReversedElements,

    /// <summary>Amounts and times are on separate lines, surrounded by spaces.</summary>
    PaddedValues,

    /// <summary>An HTML page replaces the document; the content type is still XML.</summary>
    HtmlBody,

    /// <summary>The document is an empty root element without attributes.</summary>
    EmptyRoot,

    /// <summary>The root element is <c>some-new-notification</c>, a kind that the protocol does not have.</summary>
    UnknownKind,

    /// <summary>
    /// A <c>request-received</c> with the same serial number replaces the notification. Old guides say that merchants should expect this.
    /// </summary>
    ReceiptInstead,

    /// <summary>The root element has no serial number. No acknowledgment can contain it then, so the notification is sent again.</summary>
    NoSerialNumber,

    /// <summary>The serial number is a GUID with one extra character, the same each time.</summary>
    OddSerialNumber,

    /// <summary>The serial number consists of digits only.</summary>
    NumericSerialNumber,

    /// <summary>The order number has 16 digits.</summary>
    LongOrderNumber,

    /// <summary>The order number has 10 digits.</summary>
    ShortOrderNumber,

    /// <summary>The notification contains the order number twice.</summary>
    OrderNumberTwice,

    /// <summary>Times have no time zone.</summary>
    TimesWithoutZone,

    /// <summary>The expiration date of an authorization has the format of Java's <c>Date</c>, for example <c>Sat Mar 18 20:25:31 PST 2006</c>.</summary>
    UnreadableExpirationDate,

    /// <summary>The notification has no timestamp.</summary>
    NoTimestamp,

    /// <summary>Amounts have the format of a Java <c>double</c>: <c>0.0</c>, <c>5.0</c>, <c>42.42</c>.</summary>
    AmountsLikeJava,

    /// <summary>The service's fees have no currency.</summary>
    FeesWithoutCurrency,

    /// <summary>The applied amount of a coupon or gift certificate is greater than the calculated amount.</summary>
    AppliedMoreThanCalculated,

    /// <summary>An order state change has an empty previous financial state and an empty new fulfillment state.</summary>
    EmptyStates,

    /// <summary>States contain hyphens, for example <c>PAYMENT-DECLINED</c>.</summary>
    HyphenatedStates,

    /// <summary>A new order is already CHARGEABLE.</summary>
    ChargeableAtOnce,

    /// <summary>The buyer's marketing preferences are missing.</summary>
    NoMarketingPreferences,

    /// <summary>The order adjustment has no total.</summary>
    NoAdjustmentTotal,

    /// <summary>The order adjustment has no shipping.</summary>
    NoShipping,

    /// <summary>There is no order summary.</summary>
    NoOrderSummary,

    /// <summary>The first item's description in the order summary differs from the one in the notification.</summary>
    SummaryDiffers,

    /// <summary>The addresses, the cart and the order adjustment of a new order are empty elements.</summary>
    EmptyParts,

    /// <summary>The lists of merchant codes and promotions are present but empty.</summary>
    EmptyLists,

    /// <summary>The buyer's id differs from the one in the merchant-calculation callback.</summary>
    OtherBuyerId,

    /// <summary>The payments of a subscription have an attribute <c>is-exact</c>.</summary>
    ExactSubscriptionPayments,

    /// <summary>The items have private data with nested children of the same name.</summary>
    NestedPrivateItemData,

    /// <summary>The merchant's private data is text without elements.</summary>
    TextPrivateData,

    /// <summary>The adjustment for a gift certificate contains its <c>pin</c>.</summary>
    GiftCertificatePin,

    /// <summary>The notification of a canceled subscription contains no items.</summary>
    EmptyItemIds,

    /// <summary>The billing address in the risk information has an attribute <c>id</c>.</summary>
    BillingAddressId,

    /// <summary>The billing address in the risk information contains only a comment.</summary>
    EmptyBillingAddress,

    /// <summary>The company, fax, phone and second line of each address are present but empty.</summary>
    EmptyAddressParts,

    /// <summary>The addresses have structured names, but the one in the risk information has none.</summary>
    StructuredNames,

    /// <summary>The buyer's IP address is <c>123.456.123.456</c>.</summary>
    ImpossibleIpAddress,

    /// <summary>The result of the card verification number's check is <c>Y</c>, which no table contains.</summary>
    UnknownCvnResponse,

    /// <summary>A notification requested by its serial number is inside a <c>notification-history-response</c>. Reports only.</summary>
    WrappedNotification,

    /// <summary>The first notification of a history is outside the list of the others. Reports only.</summary>
    NotificationBesideTheList,

    /// <summary>The root element of a history has no serial number. Reports only.</summary>
    HistoryWithoutSerialNumber,

    /// <summary>A history refers to its next page as older clients expected: with <c>continue-token</c> and <c>has-more-notifications</c>. Reports only.</summary>
    OlderPaging,
}
