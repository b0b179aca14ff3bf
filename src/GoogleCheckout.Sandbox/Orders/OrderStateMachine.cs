using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>
/// What happens to an order, and when: (order, event, now) to (order, notifications), or a refusal. It knows no clock,
/// no network and makes no ids.
/// </summary>
internal sealed class OrderStateMachine(MerchantPolicy terms)
{
    private readonly Payments _payments = new(terms);
    private readonly Subscriptions _subscriptions = new(terms);
    private readonly NotificationVisibility _disclosure = new(terms);

    /// <summary>The buyer places the order.</summary>
    public OrderOutcome.Happened Place(Order order, DateTimeOffset now) =>
        _disclosure.Of(order, NotificationFactory.Placed(Subscriptions.Begin(order) with { Due = new DueEvent(now + terms.ReviewDelay, EndOfReview(order)) }, now));

    /// <summary>Something happens to a placed order.</summary>
    public OrderOutcome Apply(Order order, OrderEvent happening, DateTimeOffset now) =>
        Happen(order, happening, now) is var outcome && outcome is OrderOutcome.Happened happened ? _disclosure.Of(order, happened) : outcome;

    private OrderOutcome Happen(Order order, OrderEvent happening, DateTimeOffset now) => (happening, order.FinancialOrderState) switch
    {
        (OrderEvent.CommandReceived received, _) => CarryOut(order, received.Command, now),

        (OrderEvent.ReviewPassed, FinancialOrderState.Reviewing) => _payments.PassReview(order, now),
        (OrderEvent.CardDeclined, FinancialOrderState.Reviewing) => _payments.Decline(order, now),
        (OrderEvent.RiskRejected, FinancialOrderState.Reviewing) => Cancellation.ByGoogle(order, Cancellation.FailedRiskCheck, now),

        (OrderEvent.CaptureSucceeded, FinancialOrderState.Charging) => _payments.Capture(order, now),
        (OrderEvent.CaptureFailed, FinancialOrderState.Charging) => _payments.Decline(order, now),

        (OrderEvent.CardReplaced replaced, FinancialOrderState.PaymentDeclined) => _payments.ReplaceCard(order, replaced.Card, now),
        (OrderEvent.CardDeadlinePassed, FinancialOrderState.PaymentDeclined) => Cancellation.ByGoogle(order, Cancellation.NoOtherCard, now),

        (OrderEvent.AuthorizationAnswered, _) => _payments.EndAuthorization(order, now),
        (OrderEvent.ChargedBack chargeback, _) => _payments.Chargeback(order, chargeback.Amount, now),
        (OrderEvent.CancelledByService cancelled, FinancialOrderState.Reviewing or FinancialOrderState.PaymentDeclined) => Cancellation.ByGoogle(order, cancelled.Reason, now),
        (OrderEvent.RecurrenceDue due, _) => _subscriptions.Recur(order, due.Index, now),
        (OrderEvent.SubscriptionCancelled cancelled, _) => Subscriptions.Cancel(order, cancelled, now),
        (OrderEvent.CancelledByBuyer, _) => Cancellation.ByBuyer(order, now),

        _ => new OrderOutcome.Refused($"{happening.GetType().Name} cannot happen to an order that is {order.FinancialOrderState}"),
    };

    private OrderOutcome CarryOut(Order order, OrderCommand command, DateTimeOffset now) => GetError(order, command, now) is { } reason
        ? new OrderOutcome.Refused(reason)
        : command switch
        {
            ChargeOrderRequest charge => _payments.Charge(order, charge.Amount, shipment: null, now),
            ChargeAndShipOrderRequest both => _payments.Charge(order, both.Amount, Shipments.Of(both), now),
            RefundOrderRequest refund => _payments.Refund(order, refund.Amount, now),
            CancelOrderRequest => Cancellation.ByMerchant(order, now),
            AuthorizeOrderRequest => _payments.Authorize(order, now),

            ProcessOrderRequest => NotificationFactory.Changed(order, order with { FulfillmentOrderState = FulfillmentOrderState.Processing }, now),
            DeliverOrderRequest deliver => NotificationFactory.Changed(order, Shipments.Ship(order, Shipments.Of(deliver)), now),
            AddTrackingDataRequest tracking => NotificationFactory.Changed(order, order with { Parcels = order.Parcels.Add(tracking.TrackingData) }, now),

            ShipItemsRequest ship => NotificationFactory.Changed(order, Shipments.Ship(order, Shipments.Of(ship)), now),
            BackorderItemsRequest items => NotificationFactory.Changed(order, Shipments.Mark(order, items.ItemIds, ItemState.Backordered), now),
            ReturnItemsRequest items => NotificationFactory.Changed(order, Shipments.Mark(order, items.ItemIds, ItemState.Returned), now),
            CancelItemsRequest items => NotificationFactory.Changed(order, Shipments.Mark(order, items.ItemIds, ItemState.Cancelled), now),
            ResetItemsShippingInformationRequest items => NotificationFactory.Changed(order, Shipments.Mark(order, items.ItemIds, ItemState.NotYetShipped), now),

            ArchiveOrderRequest => NotificationFactory.Changed(order, order with { Archived = true }, now),
            UnarchiveOrderRequest => NotificationFactory.Changed(order, order with { Archived = false }, now),
            AddMerchantOrderNumberRequest number => NotificationFactory.Changed(order, order with { MerchantOrderNumber = number.MerchantOrderNumber }, now),
            SendBuyerMessageRequest message => NotificationFactory.Changed(order, order with { MessagesToBuyer = order.MessagesToBuyer.Add(message.Message) }, now),

            CreateOrderRecurrenceRequest recurrence => _subscriptions.Recur(order, recurrence, now),

            _ => throw new ArgumentException($"No order has a {command.GetType().Name}.", nameof(command)),
        };

    // What the SDK's rules leave open: the clock, what is on its way already, and where sources disagree.
    private string? GetError(Order order, OrderCommand command, DateTimeOffset now) => OrderRules.GetRejectionReason(command, order.Standing) ?? (command, order) switch
    {
        (ChargeOrderRequest, { FinancialOrderState: FinancialOrderState.Reviewing }) when !terms.Rules.ChargeDuringReview => "You cannot charge an order that is still under review",
        // Nothing is known of a second charge during the review; two that wait might come to more than the order.
        (ChargeOrderRequest, { PendingCharge: not null }) => "A charge already waits for the end of the review",
        (ChargeAndShipOrderRequest, { Authorization: { } authorization }) when authorization.AuthorizationExpirationDate < now =>
            "The authorization has ended; authorize the order again before it is charged and shipped",
        (CancelOrderRequest, { FinancialOrderState: FinancialOrderState.Reviewing }) when !terms.Rules.CancelDuringReview => "You cannot cancel an order that is still under review",
        _ => null,
    };

    private static OrderEvent EndOfReview(Order order) => order.Buyer.Card.Behavior switch
    {
        TestCardBehavior.DeclinedAtReview => new OrderEvent.CardDeclined(),
        TestCardBehavior.RejectedForRisk => new OrderEvent.RiskRejected(),
        _ => new OrderEvent.ReviewPassed(),
    };
}
