using GoogleCheckout.Notifications;

namespace GoogleCheckout.Cli.Archives.Ledger;

/// <summary>A charge, refund or chargeback of an order.</summary>
internal sealed class Movement
{
    public required LedgerOrder Order { get; init; }

    public required MovementType Type { get; init; }

    public required string SerialNumber { get; init; }

    /// <summary>The time of the notification; null if it has none.</summary>
    public required DateTimeOffset? Timestamp { get; init; }

    /// <summary>The amount as the notification has it: not negative for a refund.</summary>
    public required Money Amount { get; init; }

    /// <summary>The amount of all movements of this type until this one, as the notification has it.</summary>
    public required Money Total { get; init; }

    /// <summary>The change of the fees: negative if a part of them was refunded; null if the notification has no fee.</summary>
    public required Money? Fee { get; init; }

    /// <summary>The amount as a change of the balance: negative for a refund or chargeback.</summary>
    public decimal SignedAmount => Type == MovementType.Charge ? Amount.Amount : -Amount.Amount;

    /// <summary>The currency of the amount, or that of the order if the amount has none.</summary>
    public string Currency => Amount.Currency.Length > 0 ? Amount.Currency : Order.Currency;

    /// <summary>Whether the amount can be added to those of the order.</summary>
    public bool IsCounted => Currency == Order.Currency && LedgerAmount.IsPlausible(Amount);

    /// <summary>The change of the fees, if it can be added to those of the order; otherwise null.</summary>
    public decimal? CountedFee => IsCounted && Fee is { } fee && LedgerAmount.IsPlausible(fee) && (fee.Currency.Length == 0 || fee.Currency == Order.Currency)
        ? fee.Amount
        : null;

    /// <summary>The balance of the order after this movement; null if the amount is not counted.</summary>
    public decimal? Balance { get; set; }

    /// <summary>Creates the movement of a notification; null if it is about something else.</summary>
    public static Movement? Create(LedgerOrder order, Notification notification) => notification switch
    {
        ChargeAmountNotification charge => Create(
            order, charge, MovementType.Charge, charge.LatestChargeAmount, charge.TotalChargeAmount, charge.LatestChargeFee?.Total),
        RefundAmountNotification refund => Create(
            order, refund, MovementType.Refund, refund.LatestRefundAmount, refund.TotalRefundAmount, -refund.LatestFeeRefundAmount),
        ChargebackAmountNotification chargeback => Create(
            order, chargeback, MovementType.Chargeback, chargeback.LatestChargebackAmount, chargeback.TotalChargebackAmount, GetFee(chargeback)),
        _ => null,
    };

    private static Movement Create(LedgerOrder order, Notification notification, MovementType type, Money amount, Money total, Money? fee) => new()
    {
        Order = order,
        Type = type,
        SerialNumber = notification.SerialNumber,
        Timestamp = notification.Timestamp,
        Amount = amount,
        Total = total,
        Fee = fee,
    };

    // A currency that one of the two lacks is that of the other.
    private static Money? GetFee(ChargebackAmountNotification chargeback) =>
        (chargeback.LatestChargebackFeeAmount, chargeback.LatestFeeRefundAmount) switch
        {
            (null, null) => null,
            (null, { } refunded) => -refunded,
            ({ } fee, null) => fee,
            ({ } fee, { } refunded) when !LedgerAmount.IsPlausible(fee) || !LedgerAmount.IsPlausible(refunded) => fee,
            ({ } fee, { } refunded) => new Money(fee.Amount - refunded.Amount, fee.Currency.Length > 0 ? fee.Currency : refunded.Currency),
        };
}
