namespace GoogleCheckout.Cli.Archives.Ledger;

/// <summary>The sums of charges, refunds, chargebacks and fees in one currency.</summary>
internal sealed class MovementSums
{
    public decimal Charged { get; private set; }

    public decimal Refunded { get; private set; }

    public decimal ChargedBack { get; private set; }

    /// <summary>The fees; null if no notification has any, which is so unless the merchant's account was configured to receive them.</summary>
    public decimal? Fees { get; private set; }

    /// <summary>The amount that was charged and neither refunded nor charged back. Fees are not deducted.</summary>
    public decimal Balance => Charged - Refunded - ChargedBack;

    public void Add(MovementType type, decimal amount)
    {
        switch (type)
        {
            case MovementType.Charge:
                Charged += amount;
                break;
            case MovementType.Refund:
                Refunded += amount;
                break;
            default:
                ChargedBack += amount;
                break;
        }
    }

    public void AddFee(decimal fee) => Fees = (Fees ?? 0) + fee;

    public decimal Of(MovementType type) => type switch
    {
        MovementType.Charge => Charged,
        MovementType.Refund => Refunded,
        _ => ChargedBack,
    };
}
