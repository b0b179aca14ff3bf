using GoogleCheckout;
using GoogleCheckout.Orders;
using MerchantStore.Catalog;

namespace MerchantStore.Settings;

/// <summary>The settings of the automatic charge.</summary>
internal static class ChargeSettings
{
    public const string AutoCharge = "AutoCharge";
    public const string AcceptedAvs = "Charge:AcceptedAvs";
    public const string AcceptedCvn = "Charge:AcceptedCvn";
    public const string OnlyEligibleForProtection = "Charge:OnlyEligibleForProtection";
    public const string MaxAmount = "Charge:MaxAmount";
    public const string MinBuyerAccountAge = "Charge:MinBuyerAccountAge";

    public static bool IsOn(IConfiguration configuration) => configuration.GetValue(AutoCharge, false);

    /// <summary>Returns the conditions. What is not set is as strict as the SDK's own policy.</summary>
    public static ChargePolicy ReadPolicy(IConfiguration configuration) => new()
    {
        AcceptedAvsMatches = configuration[AcceptedAvs] switch
        {
            "Any" => null,
            "Part" => [AvsMatch.AddressAndPostalCode, AvsMatch.AddressOnly, AvsMatch.PostalCodeOnly],
            _ => [AvsMatch.AddressAndPostalCode],
        },
        AcceptedCvnMatches = configuration[AcceptedCvn] == "Any" ? null : [CvnMatch.Match],
        OnlyEligibleForProtection = configuration.GetValue(OnlyEligibleForProtection, true),
        MaxAmount = configuration.GetValue<decimal?>(MaxAmount) is { } amount ? new Money(amount, configuration[ProductCatalog.CurrencySetting] ?? "USD") : null,
        MinBuyerAccountAge = configuration.GetValue(MinBuyerAccountAge, 0),
    };
}
