using GoogleCheckout.Orders;
using MerchantStore.Data;

namespace MerchantStore.Orders;

/// <summary>The risk information of an order in words, each with a badge that says whether it speaks for a charge.</summary>
internal static class RiskWords
{
    // Accounts that are only days old are the ones that fraud uses.
    private const int NewAccountDays = 30;

    public static IReadOnlyList<Badge> Get(OrderRisk risk) =>
    [
        risk.EligibleForProtection switch
        {
            true => Badge.Good("The payment guarantee covers the order"),
            false => Badge.ToDo("The payment guarantee does not cover the order"),
            null => Badge.Plain("It is not known whether the payment guarantee covers the order"),
        },
        risk.AvsMatch switch
        {
            AvsMatch.AddressAndPostalCode => Badge.Good("Billing address: street and postal code match"),
            AvsMatch.AddressOnly or AvsMatch.PostalCodeOnly => Badge.ToDo($"Billing address: {risk.AvsMatch.InWords()}"),
            AvsMatch.Neither => Badge.Bad("Billing address: neither street nor postal code matches"),
            _ => Badge.Plain("Billing address: not checked"),
        },
        risk.CvnMatch switch
        {
            CvnMatch.Match => Badge.Good("Security code: matches"),
            CvnMatch.NoMatch => Badge.Bad("Security code: does not match"),
            _ => Badge.Plain("Security code: not checked"),
        },
        risk.BuyerAccountAge switch
        {
            null => Badge.Plain("Age of the buyer's account: not known"),
            < NewAccountDays and var days => Badge.ToDo($"The buyer's account is new: {days} {(days == 1 ? "day" : "days")}"),
            var days => Badge.Good($"The buyer's account is {days} days old"),
        },
    ];
}
