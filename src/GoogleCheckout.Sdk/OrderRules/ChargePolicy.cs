using GoogleCheckout.Notifications;

namespace GoogleCheckout.Orders;

/// <summary>
/// The merchant's conditions for charging an order by itself. It charges only where every condition is known to be met;
/// otherwise it holds the order, and says why.
/// </summary>
/// <remarks>
/// <para>
/// As it comes it charges an order that the payment guarantee covers, whose address and security code the bank found right.
/// Whatever the conditions, the order must allow the charge (<see cref="OrderRules"/>), and the bank must have put aside
/// enough, for no less than until now. A charge after that is possible, but not guaranteed: send an
/// <see cref="AuthorizeOrderRequest"/> first.
/// </para>
/// <para>
/// The best moment to ask is an <see cref="AuthorizationAmountNotification"/>. With API version 2.5 its summary has all there
/// is to know. Before, that is spread over several notifications: follow the order with <see cref="OrderStatus.Apply"/>, and
/// ask at each risk and authorization notification.
/// </para>
/// <para>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</para>
/// </remarks>
public sealed record ChargePolicy
{
    /// <summary>
    /// What the bank may have said about the billing address; null to accept anything, and nothing known as well. Unless set,
    /// only <see cref="AvsMatch.AddressAndPostalCode"/>. <see cref="AvsMatch.Unknown"/> in the list is never met.
    /// </summary>
    public IReadOnlyList<AvsMatch>? AcceptedAvsMatches { get; init; } = [AvsMatch.AddressAndPostalCode];

    /// <summary>
    /// What the bank may have said about the security code; null to accept anything, and nothing known as well. Unless set,
    /// only <see cref="CvnMatch.Match"/>. <see cref="CvnMatch.Unknown"/> in the list is never met.
    /// </summary>
    public IReadOnlyList<CvnMatch>? AcceptedCvnMatches { get; init; } = [CvnMatch.Match];

    /// <summary>Whether to charge only what the service's payment guarantee covers; true unless set. It never covers digital goods.</summary>
    public bool OnlyEligibleForProtection { get; init; } = true;

    /// <summary>The most to charge an order in all without looking; null for no limit. An order in another currency is held.</summary>
    public Money? MaxAmount { get; init; }

    /// <summary>How long the buyer must have had an account with the service, in days; 0, unless set, not to look.</summary>
    public int MinBuyerAccountAge { get; init; }

    /// <summary>Whether to charge the order that a notification is about, all that is left of it.</summary>
    /// <param name="notification">The notification; it needs its summary, which API version 2.5 sends.</param>
    /// <param name="now">The time it is, for authorizations that have run out.</param>
    /// <returns>To hold, where the notification does not say enough.</returns>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public ChargeDecision Evaluate(Notification notification, DateTimeOffset now)
    {
        _ = notification ?? throw new ArgumentNullException(nameof(notification));
        return OrderStatus.FromNotification(notification) is { } order ? Evaluate(order, now) : new ChargeDecision
        {
            Reasons = ["The notification has no order summary, and so does not tell how the order stands; follow the order, and decide by its standing"],
        };
    }

    /// <summary>Whether to charge an order.</summary>
    /// <param name="order">How the order stands.</param>
    /// <param name="now">The time it is, for authorizations that have run out.</param>
    /// <param name="amount">What to charge; null for all that is left.</param>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public ChargeDecision Evaluate(OrderStatus order, DateTimeOffset now, Money? amount = null)
    {
        _ = order ?? throw new ArgumentNullException(nameof(order));
        var charge = amount ?? order.ChargeableAmount;
        return new ChargeDecision
        {
            Amount = charge,
            Reasons = [.. Reasons(order, charge, now).OfType<string>()],
        };
    }

    private IEnumerable<string?> Reasons(OrderStatus order, Money charge, DateTimeOffset now) =>
    [
        GetStateReason(order, charge),
        GetAuthorizationReason(order, charge),
        GetTimeReason(order.Payment, now),
        GetEligibilityReason(order.Payment),
        GetAvsReason(order.Payment),
        GetCvnReason(order.Payment),
        GetAgeReason(order.Payment),
        GetLimitReason(order, charge),
    ];

    private static string? GetStateReason(OrderStatus order, Money charge) =>
        OrderRules.GetRejectionReason(new ChargeOrderRequest { GoogleOrderNumber = "any", Amount = charge }, order);

    // Each charge uses up the authorization. A new one is of what is left, so one of more is of before the charge.
    private static string? GetAuthorizationReason(OrderStatus order, Money charge) =>
        order.Payment.AuthorizationAmount is not { } authorized ? "It is not known how much the bank has put aside"
        : authorized.Currency != charge.Currency ? $"The bank has put aside {authorized}, which is not in {charge.Currency}"
        : authorized < charge ? $"The bank has put aside {authorized} only"
        : order.TotalChargeAmount.Amount > 0 && authorized > order.ChargeableAmount ? "The bank put the money aside before the last charge; authorize the order again"
        : null;

    private static string? GetTimeReason(PaymentStatus payment, DateTimeOffset now) =>
        payment.AuthorizationExpirationDate is not { } end ? "It is not known until when the bank has put the money aside"
        : now > end ? FormattableString.Invariant($"The authorization ended at {end.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC; authorize the order again")
        : null;

    private string? GetEligibilityReason(PaymentStatus payment) => !OnlyEligibleForProtection ? null : payment.EligibleForProtection switch
    {
        null => "It is not known whether the payment guarantee covers the order",
        false => "The payment guarantee does not cover the order",
        true => null,
    };

    private string? GetAvsReason(PaymentStatus payment) =>
        AcceptedAvsMatches is not { } accepted ? null
        : payment.AvsMatch == AvsMatch.Unknown ? "It is not known what the bank says about the billing address (AVS)"
        : !accepted.Contains(payment.AvsMatch) ? "What the bank says about the billing address (AVS) is not accepted"
        : null;

    private string? GetCvnReason(PaymentStatus payment) =>
        AcceptedCvnMatches is not { } accepted ? null
        : payment.CvnMatch == CvnMatch.Unknown ? "It is not known what the bank says about the security code (CVN)"
        : !accepted.Contains(payment.CvnMatch) ? "What the bank says about the security code (CVN) is not accepted"
        : null;

    private string? GetAgeReason(PaymentStatus payment) =>
        MinBuyerAccountAge <= 0 ? null
        : payment.BuyerAccountAge is not { } days ? "It is not known how old the buyer's account is"
        : days < MinBuyerAccountAge ? FormattableString.Invariant($"The buyer's account is younger than {MinBuyerAccountAge} days")
        : null;

    // By the whole order: a limit that parts can go around is none.
    private string? GetLimitReason(OrderStatus order, Money charge) =>
        MaxAmount is not { } limit ? null
        : charge.Currency != limit.Currency || order.OrderTotal.Currency != limit.Currency ? $"The limit is in {limit.Currency}, and the charge or the order is not"
        : order.TotalChargeAmount + charge > limit ? $"The charge would bring the order to more than {limit}"
        : null;
}
