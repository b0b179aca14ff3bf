using GoogleCheckout.Orders.Vocabulary;

namespace GoogleCheckout.Orders;

/// <summary>What the service found out about the buyer's payment. Schema type <c>RiskInformation</c>.</summary>
public sealed record RiskInformation
{
    /// <summary>
    /// Whether the service's payment guarantee covers the order; null where the message did not say.
    /// Wire name: <c>eligible-for-protection</c>.
    /// </summary>
    public bool? EligibleForProtection { get; init; }

    /// <summary>The billing address of the card. Wire name: <c>billing-address</c>.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>
    /// The letter the bank answered about the billing address; <see cref="AvsMatch"/> says what it means.
    /// Wire name: <c>avs-response</c>.
    /// </summary>
    public string? AvsResponse { get; init; }

    /// <summary>What <see cref="AvsResponse"/> means.</summary>
    public AvsMatch AvsMatch => VerificationLetters.Avs(AvsResponse);

    /// <summary>
    /// The letter the bank answered about the security code; <see cref="CvnMatch"/> says what it means.
    /// Wire name: <c>cvn-response</c>.
    /// </summary>
    public string? CvnResponse { get; init; }

    /// <summary>What <see cref="CvnResponse"/> means.</summary>
    public CvnMatch CvnMatch => VerificationLetters.Cvn(CvnResponse);

    /// <summary>The last four digits of the card. Wire name: <c>partial-cc-number</c>.</summary>
    public string? PartialCcNumber { get; init; }

    /// <summary>How long the buyer has had an account with the service, in days. Wire name: <c>buyer-account-age</c>.</summary>
    public int? BuyerAccountAge { get; init; }

    /// <summary>The address the buyer ordered from, as the service sends it. Wire name: <c>ip-address</c>.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The type's name only: what is known of a buyer belongs in no log.</summary>
    public override string ToString() => nameof(RiskInformation);
}
