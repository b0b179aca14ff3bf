using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>
/// What happens to an order, and when: (order, event, now) to (order, notifications), or a refusal. It knows no clock,
/// no network and makes no ids.
/// </summary>
internal sealed class OrderLife(OrderTerms terms)
{
    /// <summary>The buyer places the order.</summary>
    public OrderOutcome.Happened Place(Order order, DateTimeOffset now) =>
        Announcement.Placed(order with { Due = new DueEvent(now + terms.ReviewDelay, EndOfReview(order)) }, now);

    /// <summary>Something happens to a placed order.</summary>
    public OrderOutcome Apply(Order order, OrderEvent happening, DateTimeOffset now) => (happening, order.FinancialOrderState) switch
    {
        (OrderEvent.CommandReceived received, _) => CarryOut(order, received.Command, now),

        (OrderEvent.ReviewPassed, FinancialOrderState.Reviewing) => PassReview(order, now),
        (OrderEvent.CardDeclined, FinancialOrderState.Reviewing) => Decline(order, now),
        (OrderEvent.RiskRejected, FinancialOrderState.Reviewing) => CancelByGoogle(order, "Failed risk check", now),

        (OrderEvent.CaptureSucceeded, FinancialOrderState.Charging) => Capture(order, order.PendingCharge!, now),
        (OrderEvent.CaptureFailed, FinancialOrderState.Charging) => Decline(order, now),

        (OrderEvent.CardReplaced replaced, FinancialOrderState.PaymentDeclined) => ReplaceCard(order, replaced.Card, now),
        (OrderEvent.CardDeadlinePassed, FinancialOrderState.PaymentDeclined) => CancelByGoogle(order, "No other card in time", now),

        _ => new OrderOutcome.Refused($"{happening.GetType().Name} cannot happen to an order that is {order.FinancialOrderState}."),
    };

    private OrderOutcome CarryOut(Order order, OrderCommand command, DateTimeOffset now) => WhyNot(order, command) is { } reason
        ? new OrderOutcome.Refused(reason)
        : command switch
        {
            ChargeOrderRequest charge => Charge(order, charge.Amount, shipment: null, now),
            ChargeAndShipOrderRequest both => Charge(order, both.Amount, Shipments.Of(both), now),
            RefundOrderRequest refund => Announcement.Changed(order, order with { TotalRefundAmount = order.TotalRefundAmount + (refund.Amount ?? order.Standing.Unrefunded) }, now),
            CancelOrderRequest => Announcement.Changed(order, Cancelled(order, FinancialOrderState.Cancelled), now),
            AuthorizeOrderRequest => Announcement.Changed(order, order with { Authorization = Authorize(order.Standing.Uncharged, now) }, now),

            ProcessOrderRequest => Announcement.Changed(order, order with { FulfillmentOrderState = FulfillmentOrderState.Processing }, now),
            DeliverOrderRequest deliver => Announcement.Changed(order, Shipments.Ship(order, Shipments.Of(deliver)), now),
            AddTrackingDataRequest tracking => Announcement.Changed(order, order with { Parcels = order.Parcels.Add(tracking.TrackingData) }, now),

            ShipItemsRequest ship => Announcement.Changed(order, Shipments.Ship(order, Shipments.Of(ship)), now),
            BackorderItemsRequest items => Announcement.Changed(order, Shipments.Mark(order, items.ItemIds, ItemState.Backordered), now),
            ReturnItemsRequest items => Announcement.Changed(order, Shipments.Mark(order, items.ItemIds, ItemState.Returned), now),
            CancelItemsRequest items => Announcement.Changed(order, Shipments.Mark(order, items.ItemIds, ItemState.Cancelled), now),
            ResetItemsShippingInformationRequest items => Announcement.Changed(order, Shipments.Mark(order, items.ItemIds, ItemState.NotYetShipped), now),

            ArchiveOrderRequest => Announcement.Changed(order, order with { Archived = true }, now),
            UnarchiveOrderRequest => Announcement.Changed(order, order with { Archived = false }, now),
            AddMerchantOrderNumberRequest number => Announcement.Changed(order, order with { MerchantOrderNumber = number.MerchantOrderNumber }, now),
            SendBuyerMessageRequest message => Announcement.Changed(order, order with { MessagesToBuyer = order.MessagesToBuyer.Add(message.Message) }, now),

            _ => new OrderOutcome.Refused($"This sandbox does not carry out a {command.GetType().Name} yet."),
        };

    // Nothing is known of a second charge during the review; two that wait might come to more than the order.
    private static string? WhyNot(Order order, OrderCommand command) => OrderRules.WhyNot(command, order.Standing)
        ?? (command is ChargeOrderRequest && order.PendingCharge is not null ? "A charge already waits for the end of the review" : null);

    private OrderOutcome.Happened PassReview(Order order, DateTimeOffset now)
    {
        var card = order.Buyer.Card;
        var passed = Announcement.Changed(
            order,
            order with
            {
                FinancialOrderState = FinancialOrderState.Chargeable,
                Authorization = Authorize(order.OrderTotal, now),
                RiskInformation = new RiskInformation
                {
                    EligibleForProtection = card.EligibleForProtection,
                    BillingAddress = order.Buyer.BillingAddress,
                    AvsResponse = card.AvsResponse,
                    CvnResponse = card.CvnResponse,
                    PartialCcNumber = card.LastFourDigits,
                    BuyerAccountAge = order.Buyer.AccountAgeInDays,
                    IpAddress = order.Buyer.IpAddress,
                },
                Due = null,
            },
            now);
        return order.PendingCharge is { } early ? passed.Then(after => StartCharge(after, early, now)) : passed;
    }

    // A charge commanded during the review waits for its end.
    private OrderOutcome.Happened Charge(Order order, Money? amount, Shipment? shipment, DateTimeOffset now)
    {
        var charge = new PendingCharge(amount ?? order.Standing.Uncharged, shipment);
        return order.FinancialOrderState == FinancialOrderState.Reviewing
            ? Announcement.Changed(order, order with { PendingCharge = charge }, now)
            : StartCharge(order, charge, now);
    }

    private OrderOutcome.Happened StartCharge(Order order, PendingCharge charge, DateTimeOffset now)
    {
        OrderEvent answer = order.Buyer.Card.Behavior == TestCardBehavior.DeclinedAtCharge
            ? new OrderEvent.CaptureFailed()
            : new OrderEvent.CaptureSucceeded();
        return Announcement.Changed(
            order,
            order with
            {
                FinancialOrderState = FinancialOrderState.Charging,
                PendingCharge = charge,
                Due = new DueEvent(now + terms.CaptureDelay, answer),
            },
            now);
    }

    private static OrderOutcome.Happened Capture(Order order, PendingCharge charge, DateTimeOffset now)
    {
        var captured = Announcement.Changed(
            order,
            order with
            {
                FinancialOrderState = charge.Amount == order.Standing.Uncharged ? FinancialOrderState.Charged : FinancialOrderState.Chargeable,
                TotalChargeAmount = order.TotalChargeAmount + charge.Amount,
                PendingCharge = null,
                Due = null,
            },
            now);
        return charge.Shipment is { } shipment
            ? captured.Then(after => Announcement.Changed(after, Shipments.Ship(after, shipment), now))
            : captured;
    }

    private OrderOutcome.Happened Decline(Order order, DateTimeOffset now) => Announcement.Changed(
        order,
        order with
        {
            FinancialOrderState = FinancialOrderState.PaymentDeclined,
            PendingCharge = null,
            Due = new DueEvent(now + terms.CardDeadline, new OrderEvent.CardDeadlinePassed()),
        },
        now);

    private OrderOutcome.Happened ReplaceCard(Order order, TestCard card, DateTimeOffset now) => Announcement.Changed(
        order,
        order with
        {
            FinancialOrderState = FinancialOrderState.Chargeable,
            Buyer = order.Buyer with { Card = card },
            Authorization = Authorize(order.Standing.Uncharged, now),
            Due = null,
        },
        now);

    private static OrderOutcome.Happened CancelByGoogle(Order order, string reason, DateTimeOffset now) => Announcement.Changed(
        order, Cancelled(order, FinancialOrderState.CancelledByGoogle) with { CancelledByGoogleBecause = reason }, now);

    private static Order Cancelled(Order order, FinancialOrderState state) => order with
    {
        FinancialOrderState = state,
        FulfillmentOrderState = order.FulfillmentOrderState == FulfillmentOrderState.Delivered
            ? FulfillmentOrderState.Delivered
            : FulfillmentOrderState.WillNotDeliver,
        PendingCharge = null,
        Due = null,
    };

    private AuthorizationInformation Authorize(Money amount, DateTimeOffset now) => new()
    {
        AuthorizationAmount = amount,
        AuthorizationExpirationDate = now + terms.AuthorizationLife,
    };

    private static OrderEvent EndOfReview(Order order) => order.Buyer.Card.Behavior switch
    {
        TestCardBehavior.DeclinedAtReview => new OrderEvent.CardDeclined(),
        TestCardBehavior.RejectedForRisk => new OrderEvent.RiskRejected(),
        _ => new OrderEvent.ReviewPassed(),
    };
}
