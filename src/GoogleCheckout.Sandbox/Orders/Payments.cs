using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>What the bank, the buyer's card and the money do. Whether a command is allowed is known before.</summary>
internal sealed class Payments(MerchantPolicy terms)
{
    /// <summary>The order is chargeable; a charge that waited for it, or that the account makes by itself, begins.</summary>
    public OrderOutcome.Happened PassReview(Order order, DateTimeOffset now) =>
        MakeChargeable(order, now).Then(after => order.PendingCharge is { } early ? StartCharge(after, early, now) : ChargeByItself(after, now));

    // A charge commanded during the review waits for its end.
    public OrderOutcome.Happened Charge(Order order, Money? amount, Shipment? shipment, DateTimeOffset now)
    {
        var charge = new PendingCharge(amount ?? order.Standing.ChargeableAmount, shipment);
        return order.FinancialOrderState == FinancialOrderState.Reviewing
            ? NotificationFactory.Changed(order, order with { PendingCharge = charge }, now)
            : StartCharge(order, charge, now);
    }

    /// <summary>The bank pays the charge that runs.</summary>
    public OrderOutcome.Happened Capture(Order order, DateTimeOffset now)
    {
        var charge = order.PendingCharge!;
        var captured = NotificationFactory.Changed(
            order,
            order with
            {
                FinancialOrderState = charge.Amount == order.Standing.ChargeableAmount ? FinancialOrderState.Charged : terms.Rules.AfterPartialCharge,
                TotalChargeAmount = order.TotalChargeAmount + charge.Amount,
                Fees = terms.Fees is { } fees ? order.Fees.Charged(charge.Amount, fees) : order.Fees,
                PendingCharge = null,
                Due = null,
            },
            now);
        return charge.Shipment is { } shipment
            ? captured.Then(after => NotificationFactory.Changed(after, Shipments.Ship(after, shipment), now))
            : captured;
    }

    /// <summary>The bank says no: to the first authorization, or to a charge.</summary>
    public OrderOutcome.Happened Decline(Order order, DateTimeOffset now) => NotificationFactory.Changed(
        order,
        order with
        {
            FinancialOrderState = FinancialOrderState.PaymentDeclined,
            PendingCharge = terms.Rules.ResumeDeclinedCharge ? order.PendingCharge : null,
            Due = new DueEvent(now + terms.Rules.CardReplacementDeadline, new OrderEvent.CardDeadlinePassed()),
        },
        now);

    /// <summary>The buyer gives another card; one that is declined too gets him no further.</summary>
    public OrderOutcome.Happened ReplaceCard(Order order, TestCard card, DateTimeOffset now)
    {
        var replaced = order with { Buyer = order.Buyer with { Card = card } };
        return card.Behavior switch
        {
            TestCardBehavior.DeclinedAtReview => NotificationFactory.Changed(order, replaced, now),
            TestCardBehavior.RejectedForRisk => Cancellation.ByGoogle(replaced, Cancellation.FailedRiskCheck, now),
            _ => MakeChargeable(replaced, now).Then(after => order.PendingCharge is { } declined ? StartCharge(after, declined, now) : ChargeByItself(after, now)),
        };
    }

    /// <summary>The merchant asks for a new authorization; the bank answers when it likes.</summary>
    public OrderOutcome.Happened Authorize(Order order, DateTimeOffset now) => terms.Rules.ReauthorizationDelay == TimeSpan.Zero
        ? EndAuthorization(order, now)
        : NotificationFactory.Changed(order, order with { Reauthorization = new DueEvent(now + terms.Rules.ReauthorizationDelay, new OrderEvent.AuthorizationAnswered()) }, now);

    /// <summary>The bank answers; where it says no, or nothing is left to charge, nobody hears of it.</summary>
    public OrderOutcome.Happened EndAuthorization(Order order, DateTimeOffset now)
    {
        var uncharged = order.Standing.ChargeableAmount;
        var isGranted = uncharged.Amount > 0 && order.Buyer.Card.Behavior == TestCardBehavior.Works
            && order.FinancialOrderState is FinancialOrderState.Chargeable or FinancialOrderState.Charging or FinancialOrderState.Charged;
        return NotificationFactory.Changed(
            order,
            order with { Reauthorization = null, Authorization = isGranted ? NewAuthorization(uncharged, now) : order.Authorization },
            now);
    }

    public OrderOutcome.Happened Refund(Order order, Money? amount, DateTimeOffset now)
    {
        var refunded = order with { TotalRefundAmount = order.TotalRefundAmount + (amount ?? order.Standing.RefundableAmount) };
        return NotificationFactory.Changed(order, refunded with { Fees = terms.Fees is { } fees ? order.Fees.Returned(refunded, fees) : order.Fees }, now);
    }

    /// <summary>The buyer's bank takes money back that was charged and not given back.</summary>
    public OrderOutcome Chargeback(Order order, Money? amount, DateTimeOffset now)
    {
        var most = order.Standing.RefundableAmount;
        var taken = amount ?? most;
        return most.Amount <= 0 ? new OrderOutcome.Refused("There is no money to take back: nothing was charged, or it was given back")
            : taken.Currency != most.Currency || taken.Amount <= 0 || taken > most ? new OrderOutcome.Refused($"A chargeback must be of more than zero and at most {most}")
            : TakeBack(order, taken, now);
    }

    private OrderOutcome.Happened TakeBack(Order order, Money amount, DateTimeOffset now)
    {
        var chargedBack = order with { TotalChargebackAmount = order.TotalChargebackAmount + amount };
        return NotificationFactory.Changed(
            order,
            chargedBack with { Fees = terms.Fees is { } fees ? order.Fees.Returned(chargedBack, fees).ChargedBack(fees) : order.Fees },
            now);
    }

    // Whoever gives another card after the review declined his first is reviewed then.
    private OrderOutcome.Happened MakeChargeable(Order order, DateTimeOffset now) => NotificationFactory.Changed(
        order,
        order with
        {
            FinancialOrderState = FinancialOrderState.Chargeable,
            Authorization = NewAuthorization(order.Standing.ChargeableAmount, now),
            RiskInformation = order.RiskInformation ?? RiskOf(order),
            PendingCharge = null,
            Due = null,
        },
        now);

    private static RiskInformation RiskOf(Order order) => new()
    {
        EligibleForProtection = order.Buyer.Card.EligibleForProtection && !order.IsDigital,
        BillingAddress = order.Buyer.BillingAddress,
        AvsResponse = order.Buyer.Card.AvsResponse,
        CvnResponse = order.Buyer.Card.CvnResponse,
        PartialCcNumber = order.Buyer.Card.LastFourDigits,
        BuyerAccountAge = order.Buyer.AccountAgeInDays,
        IpAddress = order.Buyer.IpAddress,
    };

    private OrderOutcome.Happened ChargeByItself(Order order, DateTimeOffset now) => (terms.AutoCharge || order.IsDonation) && order.Standing.ChargeableAmount.Amount > 0
        ? StartProcessing(order, now).Then(after => StartCharge(after, new PendingCharge(after.Standing.ChargeableAmount), now))
        : new OrderOutcome.Happened(order, []);

    private OrderOutcome.Happened StartCharge(Order order, PendingCharge charge, DateTimeOffset now)
    {
        OrderEvent answer = Declines(order, now) ? new OrderEvent.CaptureFailed() : new OrderEvent.CaptureSucceeded();
        return (terms.Rules.ChargingStartsProcessing ? StartProcessing(order, now) : new OrderOutcome.Happened(order, [])).Then(ready => NotificationFactory.Changed(
            ready,
            ready with
            {
                FinancialOrderState = FinancialOrderState.Charging,
                PendingCharge = charge,
                Due = new DueEvent(now + terms.CaptureDelay, answer),
            },
            now));
    }

    private bool Declines(Order order, DateTimeOffset now) =>
        order.Buyer.Card.Behavior == TestCardBehavior.DeclinedAtCharge
        || (terms.Rules.DeclineLateCharges && order.Authorization?.AuthorizationExpirationDate < now);

    private static OrderOutcome.Happened StartProcessing(Order order, DateTimeOffset now) => order.FulfillmentOrderState == FulfillmentOrderState.New
        ? NotificationFactory.Changed(order, order with { FulfillmentOrderState = FulfillmentOrderState.Processing }, now)
        : new OrderOutcome.Happened(order, []);

    private AuthorizationInformation NewAuthorization(Money amount, DateTimeOffset now) => new()
    {
        AuthorizationAmount = amount,
        AuthorizationExpirationDate = now + terms.Rules.AuthorizationLifetime,
    };
}
