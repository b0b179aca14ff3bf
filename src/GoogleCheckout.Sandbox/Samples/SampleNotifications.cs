using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Samples;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// A valid notification of each kind, for tests of handlers without a server. Together they describe one order from the purchase to a
/// chargeback: they have one order number, consistent amounts, serial numbers by event and kind, and the order's state after each event
/// in <see cref="Notification.OrderSummary"/>. Use <c>with</c> to change the properties that a test needs.
/// </summary>
/// <remarks>
/// Each notification is like one that was parsed: <see cref="CheckoutMessage.OriginalXml"/> contains its document. A copy created with
/// <c>with</c> has none.
/// </remarks>
public static class SampleNotifications
{
    /// <summary>The default order number.</summary>
    public const string GoogleOrderNumber = "718293645010203";

    // The last digit of a serial number identifies the kind.
    private const int StateChangeKind = 1, ChargeKind = 2, RefundKind = 3, ChargebackKind = 4, RiskKind = 5, AuthorizationKind = 6, NewOrderKind = 7, CancelledSubscriptionKind = 9;

    /// <summary>One notification of each kind, in the order of their events.</summary>
    public static IReadOnlyList<Notification> All =>
    [
        NewOrder(), OrderStateChange(), RiskInformation(), AuthorizationAmount(), ChargeAmount(), RefundAmount(), ChargebackAmount(), CancelledSubscription(),
    ];

    /// <summary>Returns the cart of the order: two teapots and a tea subscription, with tax and flat-rate shipping.</summary>
    /// <returns>The cart.</returns>
    public static CheckoutShoppingCart Cart() => SampleOrder.Cart;

    /// <summary>Returns the notification of the new order, which is REVIEWING.</summary>
    /// <param name="googleOrderNumber">The order number.</param>
    /// <returns>The notification.</returns>
    public static NewOrderNotification NewOrder(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Placed(googleOrderNumber);
        return RoundTrip(new NewOrderNotification
        {
            SerialNumber = order.GetSerialNumber(NewOrderKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            ShoppingCart = order.Summary.ShoppingCart,
            OrderAdjustment = order.Summary.OrderAdjustment,
            OrderTotal = order.Summary.OrderTotal,
            FinancialOrderState = order.Summary.FinancialOrderState,
            FulfillmentOrderState = order.Summary.FulfillmentOrderState,
            BuyerShippingAddress = order.Summary.BuyerShippingAddress,
            BuyerBillingAddress = SampleOrder.BillingAddress,
            BuyerMarketingPreferences = order.Summary.BuyerMarketingPreferences,
            BuyerId = order.Summary.BuyerId,
        });
    }

    /// <summary>Returns the notification that the order passed its review: REVIEWING became CHARGEABLE.</summary>
    /// <param name="googleOrderNumber">The order number.</param>
    /// <returns>The notification.</returns>
    public static OrderStateChangeNotification OrderStateChange(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Reviewed(googleOrderNumber);
        return RoundTrip(new OrderStateChangeNotification
        {
            SerialNumber = order.GetSerialNumber(StateChangeKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            PreviousFinancialOrderState = FinancialOrderState.Reviewing,
            NewFinancialOrderState = order.Summary.FinancialOrderState,
            PreviousFulfillmentOrderState = FulfillmentOrderState.New,
            NewFulfillmentOrderState = order.Summary.FulfillmentOrderState,
        });
    }

    /// <summary>Returns the risk information: everything matches, and the payment is guaranteed.</summary>
    /// <param name="googleOrderNumber">The order number.</param>
    /// <returns>The notification.</returns>
    public static RiskInformationNotification RiskInformation(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Reviewed(googleOrderNumber);
        return RoundTrip(new RiskInformationNotification
        {
            SerialNumber = order.GetSerialNumber(RiskKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            RiskInformation = order.Summary.RiskInformation,
        });
    }

    /// <summary>Returns the notification that the order total is authorized for seven days.</summary>
    /// <param name="googleOrderNumber">The order number.</param>
    /// <returns>The notification.</returns>
    public static AuthorizationAmountNotification AuthorizationAmount(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Reviewed(googleOrderNumber);
        return RoundTrip(new AuthorizationAmountNotification
        {
            SerialNumber = order.GetSerialNumber(AuthorizationKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            AuthorizationAmount = order.Summary.Authorization?.AuthorizationAmount,
            AuthorizationExpirationDate = order.Summary.Authorization?.AuthorizationExpirationDate,
            AvsResponse = order.Summary.RiskInformation?.AvsResponse,
            CvnResponse = order.Summary.RiskInformation?.CvnResponse,
        });
    }

    /// <summary>Returns the notification that the order total was charged.</summary>
    /// <param name="googleOrderNumber">The order number.</param>
    /// <returns>The notification.</returns>
    public static ChargeAmountNotification ChargeAmount(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Charged(googleOrderNumber);
        return RoundTrip(new ChargeAmountNotification
        {
            SerialNumber = order.GetSerialNumber(ChargeKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            LatestChargeAmount = order.Summary.TotalChargeAmount,
            TotalChargeAmount = order.Summary.TotalChargeAmount,
        });
    }

    /// <summary>Returns the notification of a partial refund.</summary>
    /// <param name="googleOrderNumber">The order number.</param>
    /// <returns>The notification.</returns>
    public static RefundAmountNotification RefundAmount(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Refunded(googleOrderNumber);
        return RoundTrip(new RefundAmountNotification
        {
            SerialNumber = order.GetSerialNumber(RefundKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            LatestRefundAmount = order.Summary.TotalRefundAmount,
            TotalRefundAmount = order.Summary.TotalRefundAmount,
        });
    }

    /// <summary>Returns the notification that the buyer's bank charged back the rest.</summary>
    /// <param name="googleOrderNumber">The order number.</param>
    /// <returns>The notification.</returns>
    public static ChargebackAmountNotification ChargebackAmount(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.ChargedBack(googleOrderNumber);
        return RoundTrip(new ChargebackAmountNotification
        {
            SerialNumber = order.GetSerialNumber(ChargebackKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            LatestChargebackAmount = order.Summary.TotalChargebackAmount,
            TotalChargebackAmount = order.Summary.TotalChargebackAmount,
        });
    }

    /// <summary>Returns the notification that the buyer canceled the subscription in the order.</summary>
    /// <param name="googleOrderNumber">The order number.</param>
    /// <returns>The notification.</returns>
    public static CancelledSubscriptionNotification CancelledSubscription(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Unsubscribed(googleOrderNumber);
        return RoundTrip(new CancelledSubscriptionNotification
        {
            SerialNumber = order.GetSerialNumber(CancelledSubscriptionKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            ItemIds = [.. order.Summary.ShoppingCart.Items.Where(item => item.Subscription is not null).Select(item => new ItemId { MerchantItemId = item.MerchantItemId })],
            Reason = "The buyer asked for it",
        });
    }

    private static T RoundTrip<T>(T notification)
        where T : Notification
    {
        using var document = new MemoryStream();
        CheckoutXml.Write(notification, document);
        return CheckoutXml.Parse<T>(new ReadOnlyMemory<byte>(document.ToArray()));
    }
}
