using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The settings that apply to all orders of a merchant: delays and the settings of the merchant's account.</summary>
internal sealed record MerchantPolicy
{
    /// <summary>The time after the purchase during which the buyer may cancel the order.</summary>
    public static readonly TimeSpan BuyerCancellationPeriod = TimeSpan.FromMinutes(15);

    /// <summary>The time from the order to the end of its review.</summary>
    public required TimeSpan ReviewDelay { get; init; }

    /// <summary>The time from a charge command to the bank's response.</summary>
    public TimeSpan CaptureDelay { get; init; }

    /// <summary>Whether orders are charged automatically as soon as they are chargeable.</summary>
    public bool AutoCharge { get; init; }

    /// <summary>The fees of the service; null if notifications do not contain fees.</summary>
    public SandboxFees? Fees { get; init; }

    public ApiVersion ApiVersion { get; init; } = ApiVersion.Version25;

    /// <summary>The merchant's country; null if the currency of the cart determines it.</summary>
    public string? MerchantCountry { get; init; }

    /// <summary>The tax tables of the account, for carts without tax tables.</summary>
    public TaxTables? AccountTaxTables { get; init; }

    /// <summary>The rounding policy of the account, for carts without one.</summary>
    public RoundingPolicy? AccountRoundingPolicy { get; init; }

    /// <summary>The behavior in cases where the sources of the protocol disagree.</summary>
    public SandboxRules Rules { get; init; } = new();

    /// <summary>Returns the shipping options of the cart that are offered at an address.</summary>
    public IReadOnlyList<ShippingOption> GetShippingOptions(CheckoutShoppingCart cart, Address address) =>
        CartCalculator.GetShippingOptions(cart, address, MerchantCountry, Rules.EmptyAllowedAreasShipNowhere);

    /// <summary>Creates the policy from the options of a merchant.</summary>
    public static MerchantPolicy From(SandboxMerchantOptions options, SandboxRules rules) => new()
    {
        ReviewDelay = options.ReviewDelay,
        CaptureDelay = options.CaptureDelay,
        AutoCharge = options.AutoCharge,
        ApiVersion = options.ApiVersion,
        Fees = options.Fees,
        MerchantCountry = options.MerchantCountry,
        AccountTaxTables = options.AccountTaxTables,
        AccountRoundingPolicy = options.AccountRoundingPolicy,
        Rules = rules,
    };
}
