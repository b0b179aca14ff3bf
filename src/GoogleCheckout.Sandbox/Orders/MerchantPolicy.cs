using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>What holds for all orders of a merchant: how long things take, and what he has set for his account.</summary>
internal sealed record MerchantPolicy
{
    /// <summary>How long the buyer may cancel after the purchase.</summary>
    public static readonly TimeSpan BuyerCancellationPeriod = TimeSpan.FromMinutes(15);

    /// <summary>From the order to the end of its review.</summary>
    public required TimeSpan ReviewDelay { get; init; }

    /// <summary>From the command to charge to the bank's answer.</summary>
    public TimeSpan CaptureDelay { get; init; }

    /// <summary>Whether orders are charged as soon as they are chargeable.</summary>
    public bool AutoCharge { get; init; }

    /// <summary>What the service takes; null where the merchant is not told of it.</summary>
    public SandboxFees? Fees { get; init; }

    public ApiVersion ApiVersion { get; init; } = ApiVersion.Version25;

    /// <summary>The tax rates of the account, for carts that bring none.</summary>
    public TaxTables? AccountTaxTables { get; init; }

    /// <summary>The rounding of the account, for carts that do not say.</summary>
    public RoundingPolicy? AccountRoundingPolicy { get; init; }

    /// <summary>What happens where sources of the protocol disagree.</summary>
    public SandboxRules Rules { get; init; } = new();

    /// <summary>The terms that the sandbox's options set.</summary>
    public static MerchantPolicy From(CheckoutSandboxOptions options) => new()
    {
        ReviewDelay = options.ReviewDelay,
        CaptureDelay = options.CaptureDelay,
        AutoCharge = options.AutoCharge,
        ApiVersion = options.ApiVersion,
        Fees = options.Fees,
        AccountTaxTables = options.AccountTaxTables,
        AccountRoundingPolicy = options.AccountRoundingPolicy,
        Rules = options.Rules,
    };
}
