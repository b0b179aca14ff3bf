using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The fees that the service charged and refunded for an order, in the order's currency.</summary>
internal sealed record FeeAccount
{
    /// <summary>The sum of the fees for charges.</summary>
    public decimal Fees { get; private init; }

    public decimal Refunded { get; private init; }

    public decimal ChargebackFees { get; private init; }

    /// <summary>The fee for the last charge; null before the first charge.</summary>
    public FeeStructure? LatestChargeFee { get; private init; }

    public FeeAccount AddChargeFee(Money charge, SandboxFees fees)
    {
        var total = Round((charge.Amount * fees.Percentage / 100) + fees.Flat);
        return this with
        {
            Fees = Fees + total,
            LatestChargeFee = new FeeStructure { Total = charge with { Amount = total }, Percentage = fees.Percentage, Flat = charge with { Amount = fees.Flat } },
        };
    }

    /// <summary>
    /// Refunds the fees for the money that was refunded or charged back. They are calculated from the total so far, so that several
    /// small refunds return as much as one large refund.
    /// </summary>
    public FeeAccount RefundFees(Order order, SandboxFees fees)
    {
        var returned = order.TotalRefundAmount.Amount + order.TotalChargebackAmount.Amount;
        var due = fees.RefundsFlatFee ? Fees * returned / order.TotalChargeAmount.Amount : returned * fees.Percentage / 100;
        return this with { Refunded = Math.Max(Refunded, Math.Min(Fees, Round(due))) };
    }

    public FeeAccount AddChargebackFee(SandboxFees fees) => this with { ChargebackFees = ChargebackFees + fees.Chargeback };

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
