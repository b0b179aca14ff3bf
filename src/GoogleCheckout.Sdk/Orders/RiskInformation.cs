using GoogleCheckout.Orders.Vocabulary;

namespace GoogleCheckout.Orders;

/// <summary>The results of the service's checks of the buyer's payment. Schema type <c>RiskInformation</c>.</summary>
public sealed record RiskInformation
{
    /// <summary>
    /// Whether the service's payment guarantee covers the order; null if absent.
    /// Wire name: <c>eligible-for-protection</c>.
    /// </summary>
    public bool? EligibleForProtection { get; init; }

    /// <summary>The billing address of the card; null if absent. Wire name: <c>billing-address</c>.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>
    /// The bank's AVS response letter, about the billing address; null if absent. <see cref="AvsMatch"/> is its meaning.
    /// Wire name: <c>avs-response</c>.
    /// </summary>
    public string? AvsResponse { get; init; }

    /// <summary>The meaning of <see cref="AvsResponse"/>.</summary>
    public AvsMatch AvsMatch => VerificationLetters.ParseAvs(AvsResponse);

    /// <summary>
    /// The bank's CVN response letter, about the card's security code; null if absent. <see cref="CvnMatch"/> is its meaning.
    /// Wire name: <c>cvn-response</c>.
    /// </summary>
    public string? CvnResponse { get; init; }

    /// <summary>The meaning of <see cref="CvnResponse"/>.</summary>
    public CvnMatch CvnMatch => VerificationLetters.ParseCvn(CvnResponse);

    /// <summary>The last four digits of the card number; null if absent. Wire name: <c>partial-cc-number</c>.</summary>
    public string? PartialCcNumber { get; init; }

    /// <summary>The age of the buyer's account with the service, in days; null if absent or not a number. Wire name: <c>buyer-account-age</c>.</summary>
    public int? BuyerAccountAge { get; init; }

    /// <summary>The IP address from which the buyer placed the order, as the service sent it; null if absent. Wire name: <c>ip-address</c>.</summary>
    public string? IpAddress { get; init; }

    /// <summary>Returns the name of the type only: buyer data must not appear in logs.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(RiskInformation);
}
