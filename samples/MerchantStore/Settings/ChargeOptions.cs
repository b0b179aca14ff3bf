using GoogleCheckout;
using GoogleCheckout.Orders;

namespace MerchantStore.Settings;

/// <summary>The section <c>Charge</c> of the configuration: the conditions of the automatic charge. What is not set is as strict as the SDK's own policy.</summary>
internal sealed class ChargeOptions
{
    public AcceptedAvs AcceptedAvs { get; set; }

    public AcceptedCvn AcceptedCvn { get; set; }

    /// <summary>Whether the payment guarantee must cover the order.</summary>
    public bool OnlyEligibleForProtection { get; set; } = true;

    /// <summary>The highest amount, in the currency of the store; null for no limit.</summary>
    public decimal? MaxAmount { get; set; }

    /// <summary>The age that the buyer's account must have, in days.</summary>
    public int MinBuyerAccountAge { get; set; }

    public ChargePolicy ToPolicy(string currency) => new()
    {
        AcceptedAvsMatches = AcceptedAvs switch
        {
            AcceptedAvs.Any => null,
            AcceptedAvs.Part => [AvsMatch.AddressAndPostalCode, AvsMatch.AddressOnly, AvsMatch.PostalCodeOnly],
            _ => [AvsMatch.AddressAndPostalCode],
        },
        AcceptedCvnMatches = AcceptedCvn == AcceptedCvn.Any ? null : [CvnMatch.Match],
        OnlyEligibleForProtection = OnlyEligibleForProtection,
        MaxAmount = MaxAmount is { } amount ? new Money(amount, currency) : null,
        MinBuyerAccountAge = MinBuyerAccountAge,
    };
}
