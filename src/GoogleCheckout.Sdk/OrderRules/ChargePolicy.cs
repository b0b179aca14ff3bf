using GoogleCheckout.Notifications;

namespace GoogleCheckout.Orders;

/// <summary>
/// The merchant's conditions for charging an order automatically. An order is charged only if every condition is known to be met;
/// otherwise it is held, and the decision contains the reasons.
/// </summary>
/// <remarks>
/// <para>
/// By default, an order is charged if the payment guarantee covers it and the bank confirmed the billing address and the security
/// code. In addition, the order must always allow the charge (<see cref="OrderRules"/>), and an authorization for at least the
/// amount must not have expired. A charge after the expiration is possible, but not guaranteed: send an
/// <see cref="AuthorizeOrderRequest"/> first.
/// </para>
/// <para>
/// Evaluate the policy when an <see cref="AuthorizationAmountNotification"/> arrives. With API version 2.5, its summary contains all
/// required data. In earlier versions, several notifications contain parts of it: apply each to the status of the order with
/// <see cref="OrderStatus.Apply"/>, and evaluate the policy after each risk and authorization notification.
/// </para>
/// <para>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</para>
/// </remarks>
public sealed record ChargePolicy
{
    /// <summary>
    /// The accepted results of the billing address check; null to accept any result, including an unknown one. Default: only
    /// <see cref="AvsMatch.AddressAndPostalCode"/>. <see cref="AvsMatch.Unknown"/> in the list has no effect.
    /// </summary>
    public IReadOnlyList<AvsMatch>? AcceptedAvsMatches { get; init; } = [AvsMatch.AddressAndPostalCode];

    /// <summary>
    /// The accepted results of the security code check; null to accept any result, including an unknown one. Default: only
    /// <see cref="CvnMatch.Match"/>. <see cref="CvnMatch.Unknown"/> in the list has no effect.
    /// </summary>
    public IReadOnlyList<CvnMatch>? AcceptedCvnMatches { get; init; } = [CvnMatch.Match];

    /// <summary>Whether to charge only orders that the service's payment guarantee covers. Default: true. The guarantee never covers digital goods.</summary>
    public bool OnlyEligibleForProtection { get; init; } = true;

    /// <summary>The maximum total amount to charge an order automatically; null for no limit. An order in another currency is held.</summary>
    public Money? MaxAmount { get; init; }

    /// <summary>The minimum age of the buyer's account with the service, in days. Default: 0, which disables the check.</summary>
    public int MinBuyerAccountAge { get; init; }

    /// <summary>Decides whether to charge the full remaining amount of the order of a notification.</summary>
    /// <param name="notification">The notification. It must have a summary, as in API version 2.5.</param>
    /// <param name="now">The current time, with which the expiration of the authorization is compared.</param>
    /// <returns>The decision; to hold the order if the notification has no summary.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="notification"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public ChargeDecision Evaluate(Notification notification, DateTimeOffset now)
    {
        _ = notification ?? throw new ArgumentNullException(nameof(notification));
        return OrderStatus.FromNotification(notification) is { } order ? Evaluate(order, now) : new ChargeDecision
        {
            Reasons = ["The notification has no order summary, so the status of the order is unknown; apply all notifications to an OrderStatus and evaluate it instead"],
        };
    }

    /// <summary>Decides whether to charge an order.</summary>
    /// <param name="order">The status of the order.</param>
    /// <param name="now">The current time, with which the expiration of the authorization is compared.</param>
    /// <param name="amount">The amount to charge; null for the full remaining amount.</param>
    /// <returns>The decision, with the reasons if the order is held.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public ChargeDecision Evaluate(OrderStatus order, DateTimeOffset now, Money? amount = null)
    {
        _ = order ?? throw new ArgumentNullException(nameof(order));
        var status = OrderProgress.WithOneCurrency(order);
        var charge = amount ?? status.ChargeableAmount;
        return new ChargeDecision
        {
            Amount = charge,
            Reasons = [.. GetReasons(status, amount, charge, now).OfType<string>()],
        };
    }

    private IEnumerable<string?> GetReasons(OrderStatus order, Money? amount, Money charge, DateTimeOffset now) =>
    [
        GetStateReason(order, amount),
        GetAuthorizationReason(order, charge),
        GetTimeReason(order.Payment, now),
        GetEligibilityReason(order.Payment),
        GetAvsReason(order.Payment),
        GetCvnReason(order.Payment),
        GetAgeReason(order.Payment),
        GetLimitReason(order, charge),
    ];

    private static string? GetStateReason(OrderStatus order, Money? amount) =>
        OrderRules.GetRejectionReason(new ChargeOrderRequest { GoogleOrderNumber = "any", Amount = amount }, order);

    // Each charge uses up the authorization. A new authorization is for the remaining amount, so one for more precedes the last charge.
    private static string? GetAuthorizationReason(OrderStatus order, Money charge) =>
        order.Payment.AuthorizationAmount is not { } authorized ? "The authorized amount is unknown"
        : authorized.WithCurrencyOf(charge).Currency != charge.Currency ? $"The authorized amount, {authorized}, is not in {charge.CurrencyText}"
        : authorized.Amount < charge.Amount ? $"Only {authorized} is authorized"
        : order.TotalChargeAmount.Amount > 0 && authorized.Amount > order.ChargeableAmount.Amount ? "The authorization is older than the last charge; authorize the order again"
        : null;

    private static string? GetTimeReason(PaymentStatus payment, DateTimeOffset now) =>
        payment.AuthorizationExpirationDate is not { } end ? "The expiration time of the authorization is unknown"
        : now > end ? FormattableString.Invariant($"The authorization expired at {end.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC; authorize the order again")
        : null;

    private string? GetEligibilityReason(PaymentStatus payment) => !OnlyEligibleForProtection ? null : payment.EligibleForProtection switch
    {
        null => "It is unknown whether the payment guarantee covers the order",
        false => "The payment guarantee does not cover the order",
        true => null,
    };

    private string? GetAvsReason(PaymentStatus payment) =>
        AcceptedAvsMatches is not { } accepted ? null
        : payment.AvsMatch == AvsMatch.Unknown ? "The bank's result for the billing address (AVS) is unknown"
        : !accepted.Contains(payment.AvsMatch) ? "The bank's result for the billing address (AVS) is not accepted"
        : null;

    private string? GetCvnReason(PaymentStatus payment) =>
        AcceptedCvnMatches is not { } accepted ? null
        : payment.CvnMatch == CvnMatch.Unknown ? "The bank's result for the security code (CVN) is unknown"
        : !accepted.Contains(payment.CvnMatch) ? "The bank's result for the security code (CVN) is not accepted"
        : null;

    private string? GetAgeReason(PaymentStatus payment) =>
        MinBuyerAccountAge <= 0 ? null
        : payment.BuyerAccountAge is not { } days ? "The age of the buyer's account is unknown"
        : days < MinBuyerAccountAge ? FormattableString.Invariant($"The buyer's account is younger than {MinBuyerAccountAge} days")
        : null;

    // Limits the total of the order, so that several partial charges cannot exceed it.
    private string? GetLimitReason(OrderStatus order, Money charge) =>
        MaxAmount is not { } limit ? null
        : order.OrderTotal.Currency.Length == 0 ? $"The maximum amount is in {limit.CurrencyText}, but the currency of the order is unknown"
        : charge.Currency != limit.Currency || order.OrderTotal.Currency != limit.Currency ? $"The maximum amount is in {limit.CurrencyText}, but the charge or the order is not"
        : charge > limit.SubtractWithinRange(order.TotalChargeAmount) ? $"With this charge, the total would exceed the maximum of {limit}"
        : null;
}
