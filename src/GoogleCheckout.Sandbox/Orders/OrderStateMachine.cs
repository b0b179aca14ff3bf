using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>
/// Applies events to orders: from an order, an event and a time, it returns the order after the event and its notifications, or a
/// rejection. It is pure: it uses no clock and no network, and creates no ids.
/// </summary>
internal sealed class OrderStateMachine(MerchantPolicy policy)
{
    private readonly Payments _payments = new(policy);
    private readonly Subscriptions _subscriptions = new(policy);
    private readonly NotificationVisibility _visibility = new(policy);

    /// <summary>Places a new order.</summary>
    public OrderOutcome.Applied Place(Order order, DateTimeOffset now) =>
        _visibility.Filter(order, NotificationFactory.CreateNewOrderOutcome(Subscriptions.Begin(order) with { Due = new DueEvent(now + policy.ReviewDelay, GetReviewResult(order)) }, now));

    /// <summary>Applies the event to an order that was placed.</summary>
    public OrderOutcome Apply(Order order, OrderEvent orderEvent, DateTimeOffset now) =>
        Transition(order, orderEvent, now) is var outcome && outcome is OrderOutcome.Applied applied ? _visibility.Filter(order, applied) : outcome;

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

        _ => new OrderOutcome.Rejected($"{orderEvent.GetType().Name} is not possible for an order that is {order.FinancialOrderState}"),
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
            CancelItemsRequest items => NotificationFactory.CreateOutcome(order, Subscriptions.End(Shipments.Mark(order, items.ItemIds, ItemState.Cancelled), items), now),
            ResetItemsShippingInformationRequest items => NotificationFactory.CreateOutcome(order, Shipments.Mark(order, items.ItemIds, ItemState.NotYetShipped), now),

            ArchiveOrderRequest => NotificationFactory.CreateOutcome(order, order with { Archived = true }, now),
            UnarchiveOrderRequest => NotificationFactory.CreateOutcome(order, order with { Archived = false }, now),
            AddMerchantOrderNumberRequest number => NotificationFactory.CreateOutcome(order, order with { MerchantOrderNumber = number.MerchantOrderNumber }, now),
            SendBuyerMessageRequest message => NotificationFactory.CreateOutcome(order, order with { MessagesToBuyer = order.MessagesToBuyer.Add(message.Message) }, now),

            CreateOrderRecurrenceRequest recurrence => _subscriptions.CreateRecurrence(order, recurrence, now),

            _ => throw new ArgumentException($"The sandbox does not support the command {command.GetType().Name}.", nameof(command)),
        };

    // The checks that the SDK's rules do not contain: the clock, charges that wait, and cases where the sources of the protocol disagree.
    private string? GetError(Order order, OrderCommand command, DateTimeOffset now) => OrderRules.GetRejectionReason(command, order.Status) ?? (command, order) switch
    {
        (ChargeOrderRequest, { FinancialOrderState: FinancialOrderState.Reviewing }) when !policy.Rules.ChargeDuringReview => "You cannot charge an order that is still under review",
        // No source describes a second charge during the review. Two charges that wait could exceed the total of the order.
        (ChargeOrderRequest, { PendingCharge: not null }) => "A charge is already waiting for the end of the review",
        (ChargeAndShipOrderRequest, { Authorization: { } authorization }) when authorization.AuthorizationExpirationDate < now =>
            "The authorization has expired; authorize the order again before you charge and ship it",
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
