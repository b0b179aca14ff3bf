using GoogleCheckout.Orders;
using GoogleCheckout.Orders.Vocabulary;

namespace GoogleCheckout.Notifications;

/// <summary>The buyer's bank has put money aside for an order: it can be charged. Schema type <c>AuthorizationAmountNotification</c>.</summary>
public sealed record AuthorizationAmountNotification : Notification
{
    /// <summary>How much; null where the message did not say. Wire name: <c>authorization-amount</c>.</summary>
    public Money? AuthorizationAmount { get; init; }

    /// <summary>
    /// Until when; a later charge is possible, but not guaranteed. Null where the message did not say.
    /// Wire name: <c>authorization-expiration-date</c>.
    /// </summary>
    public DateTimeOffset? AuthorizationExpirationDate { get; init; }

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
}
