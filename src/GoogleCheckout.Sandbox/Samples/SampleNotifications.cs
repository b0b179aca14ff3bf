using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Samples;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// A valid notification of each kind, for tests of a handler that need no server. Together they tell the life of one order,
/// from the buyer's purchase to a chargeback: one order number, amounts that add up, serial numbers by event and kind, and
/// the order as each event left it in <see cref="Notification.OrderSummary"/>. Change what a test is about with <c>with</c>.
/// </summary>
/// <remarks>
/// Each comes as if it had just been read, with its document in <see cref="CheckoutMessage.OriginalXml"/>; what <c>with</c>
/// makes of it has none, as ever.
/// </remarks>
public static class SampleNotifications
{
    /// <summary>The order's number, where a test asks for no other.</summary>
    public const string GoogleOrderNumber = "718293645010203";

    // The last digit of a serial number tells the kind.
    private const int StateChangeKind = 1, ChargeKind = 2, RefundKind = 3, ChargebackKind = 4, RiskKind = 5, AuthorizationKind = 6, NewOrderKind = 7, CancelledSubscriptionKind = 9;

    /// <summary>One of each kind, in the order of their events.</summary>
    public static IReadOnlyList<Notification> All =>
    [
        NewOrder(), OrderStateChange(), RiskInformation(), AuthorizationAmount(), ChargeAmount(), RefundAmount(), ChargebackAmount(), CancelledSubscription(),
    ];

    /// <summary>The cart that was ordered: two teapots, and a subscription to tea; taxed, and shipped at a flat rate.</summary>
    public static CheckoutShoppingCart Cart() => SampleOrder.Cart;

    /// <summary>A buyer has placed the order; it is under review.</summary>
    /// <param name="googleOrderNumber">The order's number.</param>
    public static NewOrderNotification NewOrder(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Placed(googleOrderNumber);
        return AsRead(new NewOrderNotification
        {
            SerialNumber = order.SerialNumber(NewOrderKind),
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

    /// <summary>The order has passed its review: REVIEWING has become CHARGEABLE.</summary>
    /// <param name="googleOrderNumber">The order's number.</param>
    public static OrderStateChangeNotification OrderStateChange(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Reviewed(googleOrderNumber);
        return AsRead(new OrderStateChangeNotification
        {
            SerialNumber = order.SerialNumber(StateChangeKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            PreviousFinancialOrderState = FinancialOrderState.Reviewing,
            NewFinancialOrderState = order.Summary.FinancialOrderState,
            PreviousFulfillmentOrderState = FulfillmentOrderState.New,
            NewFulfillmentOrderState = order.Summary.FulfillmentOrderState,
        });
    }

    /// <summary>What the review found: everything matches, and the payment is guaranteed.</summary>
    /// <param name="googleOrderNumber">The order's number.</param>
    public static RiskInformationNotification RiskInformation(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Reviewed(googleOrderNumber);
        return AsRead(new RiskInformationNotification
        {
            SerialNumber = order.SerialNumber(RiskKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            RiskInformation = order.Summary.RiskInformation,
        });
    }

    /// <summary>The whole amount is reserved on the buyer's card, for seven days.</summary>
    /// <param name="googleOrderNumber">The order's number.</param>
    public static AuthorizationAmountNotification AuthorizationAmount(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Reviewed(googleOrderNumber);
        return AsRead(new AuthorizationAmountNotification
        {
            SerialNumber = order.SerialNumber(AuthorizationKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            AuthorizationAmount = order.Summary.Authorization?.AuthorizationAmount,
            AuthorizationExpirationDate = order.Summary.Authorization?.AuthorizationExpirationDate,
            AvsResponse = order.Summary.RiskInformation?.AvsResponse,
            CvnResponse = order.Summary.RiskInformation?.CvnResponse,
        });
    }

    /// <summary>The whole order is charged.</summary>
    /// <param name="googleOrderNumber">The order's number.</param>
    public static ChargeAmountNotification ChargeAmount(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Charged(googleOrderNumber);
        return AsRead(new ChargeAmountNotification
        {
            SerialNumber = order.SerialNumber(ChargeKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            LatestChargeAmount = order.Summary.TotalChargeAmount,
            TotalChargeAmount = order.Summary.TotalChargeAmount,
        });
    }

    /// <summary>A part of the money has gone back to the buyer.</summary>
    /// <param name="googleOrderNumber">The order's number.</param>
    public static RefundAmountNotification RefundAmount(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Refunded(googleOrderNumber);
        return AsRead(new RefundAmountNotification
        {
            SerialNumber = order.SerialNumber(RefundKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            LatestRefundAmount = order.Summary.TotalRefundAmount,
            TotalRefundAmount = order.Summary.TotalRefundAmount,
        });
    }

    /// <summary>The buyer's bank has taken back what was left.</summary>
    /// <param name="googleOrderNumber">The order's number.</param>
    public static ChargebackAmountNotification ChargebackAmount(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.ChargedBack(googleOrderNumber);
        return AsRead(new ChargebackAmountNotification
        {
            SerialNumber = order.SerialNumber(ChargebackKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            LatestChargebackAmount = order.Summary.TotalChargebackAmount,
            TotalChargebackAmount = order.Summary.TotalChargebackAmount,
        });
    }

    /// <summary>The buyer has cancelled the subscription among the order's items.</summary>
    /// <param name="googleOrderNumber">The order's number.</param>
    public static CancelledSubscriptionNotification CancelledSubscription(string googleOrderNumber = GoogleOrderNumber)
    {
        var order = SampleOrder.Unsubscribed(googleOrderNumber);
        return AsRead(new CancelledSubscriptionNotification
        {
            SerialNumber = order.SerialNumber(CancelledSubscriptionKind),
            GoogleOrderNumber = googleOrderNumber,
            Timestamp = order.Timestamp,
            OrderSummary = order.Summary,
            ItemIds = [.. order.Summary.ShoppingCart.Items.Where(item => item.Subscription is not null).Select(item => new ItemId { MerchantItemId = item.MerchantItemId })],
            Reason = "The buyer asked for it",
        });
    }

    private static T AsRead<T>(T notification)
        where T : Notification
    {
        using var document = new MemoryStream();
        CheckoutXml.Write(notification, document);
        return CheckoutXml.Parse<T>(new ReadOnlyMemory<byte>(document.ToArray()));
    }
}
