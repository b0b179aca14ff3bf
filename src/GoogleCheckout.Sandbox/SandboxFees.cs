namespace GoogleCheckout.Sandbox;

/// <summary>The fees that the service charges the merchant. Amounts are in the order's currency.</summary>
public sealed record SandboxFees
{
    /// <summary>The variable part of the fee for a charge, in percent, from 0 to 100.</summary>
    /// <value>The default is 2.9, as in 2011.</value>
    public decimal Percentage { get; init; } = 2.9m;

    /// <summary>The flat part of the fee for a charge. It applies to each partial charge.</summary>
    /// <value>The default is 0.30, as in 2011.</value>
    public decimal Flat { get; init; } = 0.30m;

    /// <summary>Whether a refund or chargeback also refunds the flat part of the fee, in proportion. Sources disagree.</summary>
    /// <value>The default is false: only the variable part is refunded.</value>
    public bool RefundsFlatFee { get; init; }

    /// <summary>The fee for a chargeback. The fee that the service charged is not known.</summary>
    /// <value>The default is 0.</value>
    public decimal Chargeback { get; init; }

    /// <param name="path">The text before the name of an option in messages.</param>
    /// <exception cref="ArgumentException">A setting is invalid; the message names it.</exception>
    internal void Check(string path)
    {
        foreach (var (setting, error) in GetErrors())
        {
            throw new ArgumentException($"{path}{nameof(SandboxMerchantOptions.Fees)}.{setting} {error}.");
        }
    }

    /// <summary>Returns the settings that are invalid, each with the error that follows its name in a sentence.</summary>
    internal IEnumerable<(string Setting, string Error)> GetErrors()
    {
        (bool IsValid, string Setting, string Error)[] rules =
        [
            (Percentage is >= 0 and <= 100, nameof(Percentage), "must be from 0 to 100"),
            (Flat >= 0, nameof(Flat), "must not be negative"),
            (Chargeback >= 0, nameof(Chargeback), "must not be negative"),
        ];
        return rules.Where(rule => !rule.IsValid).Select(rule => (rule.Setting, rule.Error));
    }
}
