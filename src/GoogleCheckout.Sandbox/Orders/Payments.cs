using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Charges, refunds, authorizations and chargebacks of an order. The caller has checked that the command is allowed.</summary>
internal sealed class Payments(MerchantPolicy policy)
{
    /// <summary>Ends the review: the order becomes chargeable. A charge that waited for this, or the automatic charge of the account, starts.</summary>
    public OrderOutcome.Applied PassReview(Order order, DateTimeOffset now) =>
        MakeChargeable(order, now).AndThen(after => order.PendingCharge is { } early ? StartCharge(after, early, now) : ChargeAutomatically(after, now));

    /// <summary>Starts a charge. During the review, the charge waits for the end of the review.</summary>
    public OrderOutcome.Applied Charge(Order order, Money? amount, Shipment? shipment, DateTimeOffset now)
    {
        var charge = new PendingCharge(amount ?? order.Status.ChargeableAmount, shipment);
        return order.FinancialOrderState == FinancialOrderState.Reviewing
            ? NotificationFactory.CreateOutcome(order, order with { PendingCharge = charge }, now)
            : StartCharge(order, charge, now);
    }

    /// <summary>Completes the charge in progress: the bank paid.</summary>
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

    /// <summary>Declines the payment: the first authorization or a charge failed.</summary>
    public OrderOutcome.Applied Decline(Order order, DateTimeOffset now) => NotificationFactory.CreateOutcome(
        order,
        order with
        {
            FinancialOrderState = FinancialOrderState.PaymentDeclined,
            PendingCharge = policy.Rules.ResumeDeclinedCharge ? order.PendingCharge : null,
            Due = new DueEvent(now + policy.Rules.CardReplacementDeadline, new OrderEvent.CardDeadlinePassed()),
        },
        now);

    /// <summary>Replaces the buyer's card. If the new card is declined too, the state of the order does not change.</summary>
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

    /// <summary>Requests a new authorization. The bank responds after the configured delay.</summary>
    public OrderOutcome.Applied Authorize(Order order, DateTimeOffset now) => policy.Rules.ReauthorizationDelay == TimeSpan.Zero
        ? CompleteAuthorization(order, now)
        : NotificationFactory.CreateOutcome(order, order with { Reauthorization = new DueEvent(now + policy.Rules.ReauthorizationDelay, new OrderEvent.AuthorizationAnswered()) }, now);

    /// <summary>Completes a requested authorization. If the bank declines it, or nothing is left to charge, there is no notification.</summary>
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

    /// <summary>Refunds the amount; null refunds all that can be refunded.</summary>
    public OrderOutcome.Applied Refund(Order order, Money? amount, DateTimeOffset now)
    {
        var refunded = order with { TotalRefundAmount = order.TotalRefundAmount + (amount ?? order.Status.RefundableAmount) };
        return NotificationFactory.CreateOutcome(order, refunded with { Fees = policy.Fees is { } fees ? order.Fees.RefundFees(refunded, fees) : order.Fees }, now);
    }

    /// <summary>Applies a chargeback of money that was charged and not refunded; null charges back all of it.</summary>
    public OrderOutcome Chargeback(Order order, Money? amount, DateTimeOffset now)
    {
        var maximum = order.Status.RefundableAmount;
        var chargeback = amount ?? maximum;
        return maximum.Amount <= 0 ? new OrderOutcome.Rejected("There is no money to charge back: nothing was charged, or everything was refunded")
            : chargeback.Currency != maximum.Currency || chargeback.Amount <= 0 || chargeback > maximum ? new OrderOutcome.Rejected($"The amount of a chargeback must be more than zero and at most {maximum}")
            : ApplyChargeback(order, chargeback, now);
    }

    private OrderOutcome.Applied ApplyChargeback(Order order, Money amount, DateTimeOffset now)
    {
        var chargedBack = order with { TotalChargebackAmount = order.TotalChargebackAmount + amount };
        return NotificationFactory.CreateOutcome(
            order,
            chargedBack with { Fees = policy.Fees is { } fees ? order.Fees.RefundFees(chargedBack, fees).AddChargebackFee(fees) : order.Fees },
            now);
    }

    // If the review declined the first card, the order has no risk information until the buyer enters another card.
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

    private OrderOutcome.Applied ChargeAutomatically(Order order, DateTimeOffset now) => order.OrderTotal.Amount == 0
        ? NotificationFactory.CreateOutcome(order, order with { FinancialOrderState = policy.Rules.FreeOrderState }, now)
        : (policy.AutoCharge || order.IsDonation) && order.Status.ChargeableAmount.Amount > 0
        ? StartProcessing(order, now).AndThen(after => StartCharge(after, new PendingCharge(after.Status.ChargeableAmount), now))
        : new OrderOutcome.Applied(order, []);

    private OrderOutcome.Applied StartCharge(Order order, PendingCharge charge, DateTimeOffset now)
    {
        OrderEvent result = IsDeclined(order, now) ? new OrderEvent.CaptureFailed() : new OrderEvent.CaptureSucceeded();
        return (policy.Rules.ChargingStartsProcessing ? StartProcessing(order, now) : new OrderOutcome.Applied(order, [])).AndThen(ready => NotificationFactory.CreateOutcome(
            ready,
            ready with
            {
                FinancialOrderState = FinancialOrderState.Charging,
                PendingCharge = charge,
                Due = new DueEvent(now + policy.CaptureDelay, result),
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
