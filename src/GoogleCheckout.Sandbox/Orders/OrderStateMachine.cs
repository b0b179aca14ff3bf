using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>
/// What happens to an order, and when: (order, event, now) to (order, notifications), or a refusal. It knows no clock,
/// no network and makes no ids.
/// </summary>
internal sealed class OrderStateMachine(MerchantPolicy policy)
{
    private readonly Payments _payments = new(policy);
    private readonly Subscriptions _subscriptions = new(policy);
    private readonly NotificationVisibility _visibility = new(policy);

    /// <summary>The buyer places the order.</summary>
    public OrderOutcome.Applied Place(Order order, DateTimeOffset now) =>
        _visibility.Filter(order, NotificationFactory.CreateNewOrderOutcome(Subscriptions.Begin(order) with { Due = new DueEvent(now + policy.ReviewDelay, GetReviewResult(order)) }, now));

    /// <summary>Something happens to a placed order.</summary>
    public OrderOutcome Apply(Order order, OrderEvent orderEvent, DateTimeOffset now) =>
        Transition(order, orderEvent, now) is var outcome && outcome is OrderOutcome.Applied happened ? _visibility.Filter(order, happened) : outcome;

    private OrderOutcome Transition(Order order, OrderEvent orderEvent, DateTimeOffset now) => (orderEvent, order.FinancialOrderState) switch
    {
        (OrderEvent.CommandReceived received, _) => Execute(order, received.Command, now),

        (OrderEvent.ReviewPassed, FinancialOrderState.Reviewing) => _payments.PassReview(order, now),
        (OrderEvent.CardDeclined, FinancialOrderState.Reviewing) => _payments.Decline(order, now),
        (OrderEvent.RiskRejected, FinancialOrderState.Reviewing) => Cancellation.CancelByGoogle(order, Cancellation.FailedRiskCheck, now),

        (OrderEvent.CaptureSucceeded, FinancialOrderState.Charging) => _payments.Capture(order, now),
        (OrderEvent.CaptureFailed, FinancialOrderState.Charging) => _payments.Decline(order, now),

        (OrderEvent.CardReplaced replaced, FinancialOrderState.PaymentDeclined) => _payments.ReplaceCard(order, replaced.Card, now),
        (OrderEvent.CardDeadlinePassed, FinancialOrderState.PaymentDeclined) => Cancellation.CancelByGoogle(order, Cancellation.NoNewCard, now),

        (OrderEvent.AuthorizationAnswered, _) => _payments.CompleteAuthorization(order, now),
        (OrderEvent.ChargedBack chargeback, _) => _payments.Chargeback(order, chargeback.Amount, now),
        (OrderEvent.CancelledByService cancelled, FinancialOrderState.Reviewing or FinancialOrderState.PaymentDeclined) => Cancellation.CancelByGoogle(order, cancelled.Reason, now),
        (OrderEvent.RecurrenceDue due, _) => _subscriptions.CreateRecurrence(order, due.Index, now),
        (OrderEvent.SubscriptionCancelled cancelled, _) => Subscriptions.Cancel(order, cancelled, now),
        (OrderEvent.CancelledByBuyer, _) => Cancellation.CancelByBuyer(order, now),

        _ => new OrderOutcome.Rejected($"{orderEvent.GetType().Name} cannot happen to an order that is {order.FinancialOrderState}"),
    };

    private OrderOutcome Execute(Order order, OrderCommand command, DateTimeOffset now) => GetError(order, command, now) is { } reason
        ? new OrderOutcome.Rejected(reason)
        : command switch
        {
            ChargeOrderRequest charge => _payments.Charge(order, charge.Amount, shipment: null, now),
            ChargeAndShipOrderRequest both => _payments.Charge(order, both.Amount, Shipments.FromCommand(both), now),
            RefundOrderRequest refund => _payments.Refund(order, refund.Amount, now),
            CancelOrderRequest => Cancellation.CancelByMerchant(order, now),
            AuthorizeOrderRequest => _payments.Authorize(order, now),

            ProcessOrderRequest => NotificationFactory.CreateOutcome(order, order with { FulfillmentOrderState = FulfillmentOrderState.Processing }, now),
            DeliverOrderRequest deliver => NotificationFactory.CreateOutcome(order, Shipments.Ship(order, Shipments.FromCommand(deliver)), now),
            AddTrackingDataRequest tracking => NotificationFactory.CreateOutcome(order, order with { Parcels = order.Parcels.Add(tracking.TrackingData) }, now),

            ShipItemsRequest ship => NotificationFactory.CreateOutcome(order, Shipments.Ship(order, Shipments.FromCommand(ship)), now),
            BackorderItemsRequest items => NotificationFactory.CreateOutcome(order, Shipments.Mark(order, items.ItemIds, ItemState.Backordered), now),
            ReturnItemsRequest items => NotificationFactory.CreateOutcome(order, Shipments.Mark(order, items.ItemIds, ItemState.Returned), now),
            CancelItemsRequest items => NotificationFactory.CreateOutcome(order, Shipments.Mark(order, items.ItemIds, ItemState.Cancelled), now),
            ResetItemsShippingInformationRequest items => NotificationFactory.CreateOutcome(order, Shipments.Mark(order, items.ItemIds, ItemState.NotYetShipped), now),

            ArchiveOrderRequest => NotificationFactory.CreateOutcome(order, order with { Archived = true }, now),
            UnarchiveOrderRequest => NotificationFactory.CreateOutcome(order, order with { Archived = false }, now),
            AddMerchantOrderNumberRequest number => NotificationFactory.CreateOutcome(order, order with { MerchantOrderNumber = number.MerchantOrderNumber }, now),
            SendBuyerMessageRequest message => NotificationFactory.CreateOutcome(order, order with { MessagesToBuyer = order.MessagesToBuyer.Add(message.Message) }, now),

            CreateOrderRecurrenceRequest recurrence => _subscriptions.CreateRecurrence(order, recurrence, now),

            _ => throw new ArgumentException($"No order has a {command.GetType().Name}.", nameof(command)),
        };

    // What the SDK's rules leave open: the clock, what is on its way already, and where sources disagree.
    private string? GetError(Order order, OrderCommand command, DateTimeOffset now) => OrderRules.GetRejectionReason(command, order.Status) ?? (command, order) switch
    {
        (ChargeOrderRequest, { FinancialOrderState: FinancialOrderState.Reviewing }) when !policy.Rules.ChargeDuringReview => "You cannot charge an order that is still under review",
        // Nothing is known of a second charge during the review; two that wait might come to more than the order.
        (ChargeOrderRequest, { PendingCharge: not null }) => "A charge already waits for the end of the review",
        (ChargeAndShipOrderRequest, { Authorization: { } authorization }) when authorization.AuthorizationExpirationDate < now =>
            "The authorization has ended; authorize the order again before it is charged and shipped",
        (CancelOrderRequest, { FinancialOrderState: FinancialOrderState.Reviewing }) when !policy.Rules.CancelDuringReview => "You cannot cancel an order that is still under review",
        _ => null,
    };

    private static OrderEvent GetReviewResult(Order order) => order.Buyer.Card.Behavior switch
    {
        TestCardBehavior.DeclinedAtReview => new OrderEvent.CardDeclined(),
        TestCardBehavior.RejectedForRisk => new OrderEvent.RiskRejected(),
        _ => new OrderEvent.ReviewPassed(),
    };
}
