using GoogleCheckout.Client;

namespace GoogleCheckout.Notifications;

/// <summary>A notification of each kind that tests are about.</summary>
internal static class SampleNotifications
{
    public static ChargeAmountNotification Charge { get; } = (ChargeAmountNotification)Read(SampleResponses.Charge("charge-1"));

    public static Notification Refund { get; } = Read(SampleResponses.Document(
        "refund-amount-notification",
        "serial-number='refund-1'",
        "<google-order-number>841171949013218</google-order-number><timestamp>2012-10-10T02:10:58.178Z</timestamp>"
            + "<latest-refund-amount currency='USD'>1.0</latest-refund-amount><total-refund-amount currency='USD'>1.0</total-refund-amount>"));

    public static Notification Risk { get; } = Read(SampleResponses.Document(
        "risk-information-notification",
        "serial-number='risk-1'",
        "<google-order-number>841171949013218</google-order-number><timestamp>2012-10-10T02:10:58.178Z</timestamp><risk-information>"
            + "<eligible-for-protection>true</eligible-for-protection><billing-address/><avs-response>Y</avs-response><cvn-response>M</cvn-response>"
            + "<partial-cc-number>1881</partial-cc-number><buyer-account-age>6</buyer-account-age><ip-address>10.0.0.1</ip-address></risk-information>"));

    public static Notification Unknown { get; } = Read(SampleResponses.Document("surprise-notification", "serial-number='unknown-1'", "<google-order-number>841171949013218</google-order-number>"));

    public static Task<NotificationAcknowledgment> DispatchAsync(this NotificationDispatcher dispatcher, Notification notification, string merchant = "") =>
        dispatcher.DispatchAsync(notification, new NotificationContext(notification, merchant));

    private static Notification Read(string document) => CheckoutXml.Parse<Notification>(document);
}
