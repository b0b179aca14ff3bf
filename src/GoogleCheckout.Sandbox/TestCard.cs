namespace GoogleCheckout.Sandbox;

/// <summary>
/// A card with which the sandbox's buyer pays. The numbers are common test numbers, assigned to behaviors by this sandbox: the table
/// of the service's sandbox is lost. In risk information, the last four digits distinguish the cards.
/// </summary>
public sealed record TestCard
{
    private TestCard(string name, string number, string avsResponse, string cvnResponse, TestCardBehavior behavior = TestCardBehavior.Works)
    {
        Name = name;
        Number = number;
        AvsResponse = avsResponse;
        CvnResponse = cvnResponse;
        Behavior = behavior;
    }

    /// <summary>Works; the address and the security code match.</summary>
    public static TestCard Accepted { get; } = new("accepted", "4111111111111111", "Y", "M");

    /// <summary>Works; of the address only the postal code matches.</summary>
    public static TestCard PostalCodeMatchesOnly { get; } = new("postal-code-matches-only", "4012888888881881", "P", "M");

    /// <summary>Works; of the address only the street matches.</summary>
    public static TestCard StreetMatchesOnly { get; } = new("street-matches-only", "5555555555554444", "A", "M");

    /// <summary>Works, but neither the address nor the security code matches, and the service does not guarantee the payment.</summary>
    public static TestCard NothingMatches { get; } = new("nothing-matches", "5105105105105100", "N", "N") { EligibleForProtection = false };

    /// <summary>Works; the bank checks neither address nor security code.</summary>
    public static TestCard VerificationUnavailable { get; } = new("verification-unavailable", "378282246310005", "U", "U");

    /// <summary>Works; checking the security code failed.</summary>
    public static TestCard SecurityCodeError { get; } = new("security-code-error", "6011111111111117", "Y", "E");

    /// <summary>Declined when the order is reviewed: REVIEWING becomes PAYMENT_DECLINED.</summary>
    public static TestCard DeclinedAtReview { get; } = new("declined-at-review", "371449635398431", "Y", "M", TestCardBehavior.DeclinedAtReview);

    /// <summary>Passes the review, but is declined when the order is charged: CHARGING becomes PAYMENT_DECLINED.</summary>
    public static TestCard DeclinedAtCharge { get; } = new("declined-at-charge", "6011000990139424", "Y", "M", TestCardBehavior.DeclinedAtCharge);

    /// <summary>The order fails the risk check: REVIEWING becomes CANCELLED_BY_GOOGLE.</summary>
    public static TestCard RejectedForRisk { get; } = new("rejected-for-risk", "4222222222222", "N", "N", TestCardBehavior.RejectedForRisk);

    /// <summary>All test cards.</summary>
    public static IReadOnlyList<TestCard> All { get; } =
    [
        Accepted, PostalCodeMatchesOnly, StreetMatchesOnly, NothingMatches, VerificationUnavailable, SecurityCodeError,
        DeclinedAtReview, DeclinedAtCharge, RejectedForRisk,
    ];

    /// <summary>The card's number, digits only.</summary>
    public string Number { get; }

    /// <summary>The result of the address verification: Y, P, A, N or U.</summary>
    public string AvsResponse { get; }

    /// <summary>The result of the security code verification: M, N, U or E.</summary>
    public string CvnResponse { get; }

    /// <summary>Whether the service guarantees the payment.</summary>
    public bool EligibleForProtection { get; private init; } = true;

    /// <summary>The name of the property, as the control endpoint writes it.</summary>
    internal string Name { get; }

    internal TestCardBehavior Behavior { get; }

    /// <summary>The behavior of the card, in words for a buyer who selects one.</summary>
    internal string Description => Behavior switch
    {
        TestCardBehavior.DeclinedAtReview => "Declined when the order is reviewed",
        TestCardBehavior.DeclinedAtCharge => "Declined when charged",
        TestCardBehavior.RejectedForRisk => "Canceled by the service for its risk",
        _ => (AvsResponse, CvnResponse) switch
        {
            ("P", _) => "Works; only the postal code matches",
            ("A", _) => "Works; only the street matches",
            ("N", _) => "Works; neither address nor security code matches",
            ("U", _) => "Works; address and security code are not checked",
            (_, "E") => "Works; the check of the security code failed",
            _ => "Works",
        },
    };

    internal string LastFourDigits => Number[^4..];

    /// <summary>Returns the last four digits, as the service showed a card.</summary>
    /// <returns>For example <c>TestCard ...1111</c>.</returns>
    public override string ToString() => $"{nameof(TestCard)} ...{LastFourDigits}";
}
