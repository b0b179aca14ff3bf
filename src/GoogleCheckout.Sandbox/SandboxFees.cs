namespace GoogleCheckout.Sandbox;

/// <summary>What the service takes for its work. Amounts are in the order's currency.</summary>
public sealed record SandboxFees
{
    /// <summary>The variable part of the fee for a charge, in percent.</summary>
    /// <value>The default is 2.9, as in 2011.</value>
    public decimal Percentage { get; init; } = 2.9m;

    /// <summary>The flat part of the fee for a charge; each partial charge has its own.</summary>
    /// <value>The default is 0.30, as in 2011.</value>
    public decimal Flat { get; init; } = 0.30m;

    /// <summary>Whether a refund or chargeback gives the flat part back too, in proportion. Sources disagree.</summary>
    /// <value>The default is false: the variable part only.</value>
    public bool RefundsFlatFee { get; init; }

    /// <summary>The fee for a chargeback. What the service took is not known.</summary>
    /// <value>The default is 0.</value>
    public decimal Chargeback { get; init; }

    /// <exception cref="ArgumentException">A setting is wrong; it is named.</exception>
    internal void Check()
    {
        Check(Percentage is >= 0 and <= 100, nameof(Percentage), "must be from 0 to 100");
        Check(Flat >= 0, nameof(Flat), "may not be negative");
        Check(Chargeback >= 0, nameof(Chargeback), "may not be negative");
    }

    private static void Check(bool isRight, string setting, string fault)
    {
        if (!isRight)
        {
            throw new ArgumentException($"{nameof(CheckoutSandboxOptions.Fees)}.{setting} {fault}.");
        }
    }
}
