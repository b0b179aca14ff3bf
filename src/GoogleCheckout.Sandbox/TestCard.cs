namespace GoogleCheckout.Sandbox;

/// <summary>
/// A card for the sandbox's buyer to pay with. The numbers are the industry's test numbers, chosen by this sandbox: the
/// table of the service's own sandbox is lost. The last four digits tell the cards apart in risk information.
/// </summary>
public sealed record TestCard
{
    private TestCard(string number, string avsResponse, string cvnResponse, TestCardBehavior behavior = TestCardBehavior.Works)
    {
        Number = number;
        AvsResponse = avsResponse;
        CvnResponse = cvnResponse;
        Behavior = behavior;
    }

    /// <summary>Everything works; address and security code match.</summary>
    public static TestCard Accepted { get; } = new("4111111111111111", "Y", "M");

    /// <summary>Works; of the address only the postal code matches.</summary>
    public static TestCard PostalCodeMatchesOnly { get; } = new("4012888888881881", "P", "M");

    /// <summary>Works; of the address only the street matches.</summary>
    public static TestCard StreetMatchesOnly { get; } = new("5555555555554444", "A", "M");

    /// <summary>Works, but neither address nor security code match, and the service does not guarantee the payment.</summary>
    public static TestCard NothingMatches { get; } = new("5105105105105100", "N", "N") { EligibleForProtection = false };

    /// <summary>Works; the bank checks neither address nor security code.</summary>
    public static TestCard VerificationUnavailable { get; } = new("378282246310005", "U", "U");

    /// <summary>Works; checking the security code failed.</summary>
    public static TestCard SecurityCodeError { get; } = new("6011111111111117", "Y", "E");

    /// <summary>Declined when the order is reviewed: REVIEWING becomes PAYMENT_DECLINED.</summary>
    public static TestCard DeclinedAtReview { get; } = new("371449635398431", "Y", "M", TestCardBehavior.DeclinedAtReview);

    /// <summary>Passes the review and fails when it is charged: CHARGING becomes PAYMENT_DECLINED.</summary>
    public static TestCard DeclinedAtCharge { get; } = new("6011000990139424", "Y", "M", TestCardBehavior.DeclinedAtCharge);

    /// <summary>The order fails the risk check: REVIEWING becomes CANCELLED_BY_GOOGLE.</summary>
    public static TestCard RejectedForRisk { get; } = new("4222222222222", "N", "N", TestCardBehavior.RejectedForRisk);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TestCard> All { get; } =
    [
        Accepted, PostalCodeMatchesOnly, StreetMatchesOnly, NothingMatches, VerificationUnavailable, SecurityCodeError,
        DeclinedAtReview, DeclinedAtCharge, RejectedForRisk,
    ];

    /// <summary>The card's number, digits only.</summary>
    public string Number { get; }

    /// <summary>The letter of the address verification: Y, P, A, N or U.</summary>
    public string AvsResponse { get; }

    /// <summary>The letter of the security code's verification: M, N, U or E.</summary>
    public string CvnResponse { get; }

    /// <summary>Whether the service guarantees the payment.</summary>
    public bool EligibleForProtection { get; private init; } = true;

    internal TestCardBehavior Behavior { get; }

    internal string LastFourDigits => Number[^4..];

    /// <summary>The last four digits, as the service would show the card.</summary>
    public override string ToString() => $"{nameof(TestCard)} ...{LastFourDigits}";
}
