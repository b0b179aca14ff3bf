using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>What the bank, the buyer's card and the money do. Whether a command is allowed is known before.</summary>
internal sealed class Payments(MerchantPolicy policy)
{
    /// <summary>The order is chargeable; a charge that waited for it, or that the account makes by itself, begins.</summary>
    public OrderOutcome.Applied PassReview(Order order, DateTimeOffset now) =>
        MakeChargeable(order, now).AndThen(after => order.PendingCharge is { } early ? StartCharge(after, early, now) : ChargeAutomatically(after, now));

    // A charge commanded during the review waits for its end.
    public OrderOutcome.Applied Charge(Order order, Money? amount, Shipment? shipment, DateTimeOffset now)
    {
        var charge = new PendingCharge(amount ?? order.Status.ChargeableAmount, shipment);
        return order.FinancialOrderState == FinancialOrderState.Reviewing
            ? NotificationFactory.CreateOutcome(order, order with { PendingCharge = charge }, now)
            : StartCharge(order, charge, now);
    }

    /// <summary>The bank pays the charge that runs.</summary>
    public OrderOutcome.Applied Capture(Order order, DateTimeOffset now)
    {
        var charge = order.PendingCharge!;
        var captured = NotificationFactory.CreateOutcome(
            order,
            order with
            {
                FinancialOrderState = charge.Amount == order.Status.ChargeableAmount ? FinancialOrderState.Charged : policy.Rules.AfterPartialCharge,
                TotalChargeAmount = order.TotalChargeAmount + charge.Amount,
                Fees = policy.Fees is { } fees ? order.Fees.AddChargeFee(charge.Amount, fees) : order.Fees,
                PendingCharge = null,
                Due = null,
            },
            now);
        return charge.Shipment is { } shipment
            ? captured.AndThen(after => NotificationFactory.CreateOutcome(after, Shipments.Ship(after, shipment), now))
            : captured;
    }

    /// <summary>The bank says no: to the first authorization, or to a charge.</summary>
    public OrderOutcome.Applied Decline(Order order, DateTimeOffset now) => NotificationFactory.CreateOutcome(
        order,
        order with
        {
            FinancialOrderState = FinancialOrderState.PaymentDeclined,
            PendingCharge = policy.Rules.ResumeDeclinedCharge ? order.PendingCharge : null,
            Due = new DueEvent(now + policy.Rules.CardReplacementDeadline, new OrderEvent.CardDeadlinePassed()),
        },
        now);

    /// <summary>The buyer gives another card; one that is declined too gets him no further.</summary>
    public OrderOutcome.Applied ReplaceCard(Order order, TestCard card, DateTimeOffset now)
    {
        var replaced = order with { Buyer = order.Buyer with { Card = card } };
        return card.Behavior switch
        {
            TestCardBehavior.DeclinedAtReview => NotificationFactory.CreateOutcome(order, replaced, now),
            TestCardBehavior.RejectedForRisk => Cancellation.CancelByGoogle(replaced, Cancellation.FailedRiskCheck, now),
            _ => MakeChargeable(replaced, now).AndThen(after => order.PendingCharge is { } declined ? StartCharge(after, declined, now) : ChargeAutomatically(after, now)),
        };
    }

    /// <summary>The merchant asks for a new authorization; the bank answers when it likes.</summary>
    public OrderOutcome.Applied Authorize(Order order, DateTimeOffset now) => policy.Rules.ReauthorizationDelay == TimeSpan.Zero
        ? CompleteAuthorization(order, now)
        : NotificationFactory.CreateOutcome(order, order with { Reauthorization = new DueEvent(now + policy.Rules.ReauthorizationDelay, new OrderEvent.AuthorizationAnswered()) }, now);

    /// <summary>The bank answers; where it says no, or nothing is left to charge, nobody hears of it.</summary>
    public OrderOutcome.Applied CompleteAuthorization(Order order, DateTimeOffset now)
    {
        var uncharged = order.Status.ChargeableAmount;
        var isGranted = uncharged.Amount > 0 && order.Buyer.Card.Behavior == TestCardBehavior.Works
            && order.FinancialOrderState is FinancialOrderState.Chargeable or FinancialOrderState.Charging or FinancialOrderState.Charged;
        return NotificationFactory.CreateOutcome(
            order,
            order with { Reauthorization = null, Authorization = isGranted ? CreateAuthorization(uncharged, now) : order.Authorization },
            now);
    }

    public OrderOutcome.Applied Refund(Order order, Money? amount, DateTimeOffset now)
    {
        var refunded = order with { TotalRefundAmount = order.TotalRefundAmount + (amount ?? order.Status.RefundableAmount) };
        return NotificationFactory.CreateOutcome(order, refunded with { Fees = policy.Fees is { } fees ? order.Fees.RefundFees(refunded, fees) : order.Fees }, now);
    }

    /// <summary>The buyer's bank takes money back that was charged and not given back.</summary>
    public OrderOutcome Chargeback(Order order, Money? amount, DateTimeOffset now)
    {
        var most = order.Status.RefundableAmount;
        var taken = amount ?? most;
        return most.Amount <= 0 ? new OrderOutcome.Rejected("There is no money to take back: nothing was charged, or it was given back")
            : taken.Currency != most.Currency || taken.Amount <= 0 || taken > most ? new OrderOutcome.Rejected($"A chargeback must be of more than zero and at most {most}")
            : ApplyChargeback(order, taken, now);
    }

    private OrderOutcome.Applied ApplyChargeback(Order order, Money amount, DateTimeOffset now)
    {
        var chargedBack = order with { TotalChargebackAmount = order.TotalChargebackAmount + amount };
        return NotificationFactory.CreateOutcome(
            order,
            chargedBack with { Fees = policy.Fees is { } fees ? order.Fees.RefundFees(chargedBack, fees).AddChargebackFee(fees) : order.Fees },
            now);
    }

    // Whoever gives another card after the review declined his first is reviewed then.
    private OrderOutcome.Applied MakeChargeable(Order order, DateTimeOffset now) => NotificationFactory.CreateOutcome(
        order,
        order with
        {
            FinancialOrderState = FinancialOrderState.Chargeable,
            Authorization = CreateAuthorization(order.Status.ChargeableAmount, now),
            RiskInformation = order.RiskInformation ?? CreateRiskInformation(order),
            PendingCharge = null,
            Due = null,
        },
        now);

    private static RiskInformation CreateRiskInformation(Order order) => new()
    {
        EligibleForProtection = order.Buyer.Card.EligibleForProtection && !order.IsDigital,
        BillingAddress = order.Buyer.BillingAddress,
        AvsResponse = order.Buyer.Card.AvsResponse,
        CvnResponse = order.Buyer.Card.CvnResponse,
        PartialCcNumber = order.Buyer.Card.LastFourDigits,
        BuyerAccountAge = order.Buyer.AccountAgeInDays,
        IpAddress = order.Buyer.IpAddress,
    };

    private OrderOutcome.Applied ChargeAutomatically(Order order, DateTimeOffset now) => (policy.AutoCharge || order.IsDonation) && order.Status.ChargeableAmount.Amount > 0
        ? StartProcessing(order, now).AndThen(after => StartCharge(after, new PendingCharge(after.Status.ChargeableAmount), now))
        : new OrderOutcome.Applied(order, []);

    private OrderOutcome.Applied StartCharge(Order order, PendingCharge charge, DateTimeOffset now)
    {
        OrderEvent answer = IsDeclined(order, now) ? new OrderEvent.CaptureFailed() : new OrderEvent.CaptureSucceeded();
        return (policy.Rules.ChargingStartsProcessing ? StartProcessing(order, now) : new OrderOutcome.Applied(order, [])).AndThen(ready => NotificationFactory.CreateOutcome(
            ready,
            ready with
            {
                FinancialOrderState = FinancialOrderState.Charging,
                PendingCharge = charge,
                Due = new DueEvent(now + policy.CaptureDelay, answer),
            },
            now));
    }

    private bool IsDeclined(Order order, DateTimeOffset now) =>
        order.Buyer.Card.Behavior == TestCardBehavior.DeclinedAtCharge
        || (policy.Rules.DeclineLateCharges && order.Authorization?.AuthorizationExpirationDate < now);

    private static OrderOutcome.Applied StartProcessing(Order order, DateTimeOffset now) => order.FulfillmentOrderState == FulfillmentOrderState.New
        ? NotificationFactory.CreateOutcome(order, order with { FulfillmentOrderState = FulfillmentOrderState.Processing }, now)
        : new OrderOutcome.Applied(order, []);

    private AuthorizationInformation CreateAuthorization(Money amount, DateTimeOffset now) => new()
    {
        AuthorizationAmount = amount,
        AuthorizationExpirationDate = now + policy.Rules.AuthorizationLifetime,
    };
}
