namespace GoogleCheckout.Cli.Archives;

/// <summary>Notifications as a merchant's log has them, each on one line.</summary>
internal static class SampleNotifications
{
    private const string Namespace = "xmlns=\"http://checkout.google.com/schema/2\"";

    public static string NewOrder(string serial, string order, string total, string time, string itemName = "Book", string currency = "USD") =>
        $"<new-order-notification {Namespace} serial-number=\"{serial}\"><google-order-number>{order}</google-order-number><timestamp>{time}</timestamp>"
        + $"<shopping-cart><items><item><item-name>{itemName}</item-name><item-description>A description</item-description><unit-price currency=\"{currency}\">{total}</unit-price><quantity>1</quantity><merchant-item-id>SKU-1</merchant-item-id></item></items></shopping-cart>"
        + $"<order-adjustment><adjustment-total currency=\"{currency}\">0.00</adjustment-total></order-adjustment><order-total currency=\"{currency}\">{total}</order-total>"
        + "<buyer-billing-address><contact-name>Ada Buyer</contact-name><email>ada@example.com</email><address1>1 Main St</address1><city>Springfield</city><region>OR</region><postal-code>97477</postal-code><country-code>US</country-code></buyer-billing-address>"
        + "<buyer-shipping-address><contact-name>Ada Buyer</contact-name><email>ada@example.com</email><address1>1 Main St</address1><city>Springfield</city><region>OR</region><postal-code>97477</postal-code><country-code>US</country-code></buyer-shipping-address>"
        + "<buyer-marketing-preferences><email-allowed>false</email-allowed></buyer-marketing-preferences><buyer-id>419797746651146</buyer-id>"
        + "<financial-order-state>REVIEWING</financial-order-state><fulfillment-order-state>NEW</fulfillment-order-state></new-order-notification>";

    public static string Charge(string serial, string order, string amount, string total, string time, string currency = "USD", string fee = "") => Movement(
        "charge", serial, order, amount, total, time, currency,
        fee.Length == 0 ? string.Empty : $"<latest-charge-fee><total currency=\"{currency}\">{fee}</total><percentage>2.0</percentage><flat currency=\"{currency}\">0.20</flat></latest-charge-fee>");

    public static string Refund(string serial, string order, string amount, string total, string time, string feeRefund = "") => Movement(
        "refund", serial, order, amount, total, time, "USD", feeRefund.Length == 0 ? string.Empty : $"<latest-fee-refund-amount currency=\"USD\">{feeRefund}</latest-fee-refund-amount>");

    public static string Chargeback(string serial, string order, string amount, string total, string time, string fee = "") => Movement(
        "chargeback", serial, order, amount, total, time, "USD", fee.Length == 0 ? string.Empty : $"<latest-chargeback-fee-amount currency=\"USD\">{fee}</latest-chargeback-fee-amount>");

    public static string StateChange(string serial, string order, string state, string time) =>
        $"<order-state-change-notification {Namespace} serial-number=\"{serial}\"><google-order-number>{order}</google-order-number><timestamp>{time}</timestamp>"
        + $"<new-financial-order-state>{state}</new-financial-order-state><new-fulfillment-order-state>NEW</new-fulfillment-order-state>"
        + "<previous-financial-order-state>REVIEWING</previous-financial-order-state><previous-fulfillment-order-state>NEW</previous-fulfillment-order-state></order-state-change-notification>";

    private static string Movement(string kind, string serial, string order, string amount, string total, string time, string currency, string fees) =>
        $"<{kind}-amount-notification {Namespace} serial-number=\"{serial}\"><google-order-number>{order}</google-order-number><timestamp>{time}</timestamp>"
        + $"<latest-{kind}-amount currency=\"{currency}\">{amount}</latest-{kind}-amount><total-{kind}-amount currency=\"{currency}\">{total}</total-{kind}-amount>{fees}</{kind}-amount-notification>";
}
