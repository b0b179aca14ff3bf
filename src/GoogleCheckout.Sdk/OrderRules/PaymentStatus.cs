namespace GoogleCheckout.Orders;

/// <summary>
/// The known data about an order's payment: the authorization, and the results of the checks. Contains no name, address or card
/// number, so it can be stored with the order.
/// </summary>
public sealed record PaymentStatus
{
    /// <summary>The amount of the last authorization; null if unknown.</summary>
    public Money? AuthorizationAmount { get; init; }

    /// <summary>The time at which the authorization expires; null if unknown.</summary>
    public DateTimeOffset? AuthorizationExpirationDate { get; init; }

    /// <summary>The bank's result of the billing address check.</summary>
    public AvsMatch AvsMatch { get; init; }

    /// <summary>The bank's result of the security code check.</summary>
    public CvnMatch CvnMatch { get; init; }

    /// <summary>Whether the service's payment guarantee covers the order; null if unknown.</summary>
    public bool? EligibleForProtection { get; init; }

    /// <summary>The age of the buyer's account with the service, in days; null if unknown.</summary>
    public int? BuyerAccountAge { get; init; }

    /// <summary>Returns the name of the type only: data about buyers must not appear in logs.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(PaymentStatus);
}
