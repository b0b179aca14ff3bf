using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The results of the bank's checks in words.</summary>
internal static class CreditVerification
{
    /// <summary>Returns the result of the address verification.</summary>
    public static StateBadge OfAddress(RiskInformation risk) => risk.AvsMatch switch
    {
        AvsMatch.AddressAndPostalCode => new("✓ Street and postal code match", "good"),
        AvsMatch.PostalCodeOnly => new("◑ Only the postal code matches", "wait"),
        AvsMatch.AddressOnly => new("◑ Only the street matches", "wait"),
        AvsMatch.Neither => new("✕ Neither street nor postal code matches", "bad"),
        AvsMatch.NotSupported => new("○ The bank does not check addresses", "plain"),
        _ => new("○ No result", "plain"),
    };

    /// <summary>Returns the result of the check of the card's security code.</summary>
    public static StateBadge OfSecurityCode(RiskInformation risk) => risk.CvnMatch switch
    {
        CvnMatch.Match => new("✓ The security code matches", "good"),
        CvnMatch.NoMatch => new("✕ The security code does not match", "bad"),
        CvnMatch.NotAvailable => new("○ The bank does not check security codes", "plain"),
        CvnMatch.Error => new("○ The check failed", "wait"),
        _ => new("○ No result", "plain"),
    };

    /// <summary>Returns whether the service guarantees the payment.</summary>
    public static StateBadge OfProtection(RiskInformation risk) => risk.EligibleForProtection == true
        ? new("✓ Covered by the Payment Guarantee", "good")
        : new("✕ Not covered by the Payment Guarantee", "plain");
}
