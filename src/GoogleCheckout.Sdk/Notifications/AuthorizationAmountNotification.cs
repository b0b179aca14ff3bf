using GoogleCheckout.Orders;
using GoogleCheckout.Orders.Vocabulary;

namespace GoogleCheckout.Notifications;

/// <summary>The buyer's bank authorized an amount for an order, which can now be charged. Schema type <c>AuthorizationAmountNotification</c>.</summary>
public sealed record AuthorizationAmountNotification : Notification
{
    /// <summary>The authorized amount; null if absent. Wire name: <c>authorization-amount</c>.</summary>
    public Money? AuthorizationAmount { get; init; }

    /// <summary>
    /// The time at which the authorization expires. A later charge is possible, but not guaranteed. Null if absent.
    /// Wire name: <c>authorization-expiration-date</c>.
    /// </summary>
    public DateTimeOffset? AuthorizationExpirationDate { get; init; }

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
}
