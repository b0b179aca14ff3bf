namespace GoogleCheckout.Orders;

/// <summary>
/// What is known of an order's payment: what the bank has put aside, and what the checks found. There is no name, address or
/// card in it, so a shop may keep it beside the order.
/// </summary>
public sealed record PaymentStatus
{
    /// <summary>What the bank last put aside for the order; null where it is not known.</summary>
    public Money? AuthorizationAmount { get; init; }

    /// <summary>Until when; null where it is not known.</summary>
    public DateTimeOffset? AuthorizationExpirationDate { get; init; }

    /// <summary>What the bank said about the billing address.</summary>
    public AvsMatch AvsMatch { get; init; }

    /// <summary>What the bank said about the card's security code.</summary>
    public CvnMatch CvnMatch { get; init; }

    /// <summary>Whether the service's payment guarantee covers the order; null where it is not known.</summary>
    public bool? EligibleForProtection { get; init; }

    /// <summary>How long the buyer has had an account with the service, in days; null where it is not known.</summary>
    public int? BuyerAccountAge { get; init; }

    /// <summary>The type's name only: what is known of a buyer belongs in no log.</summary>
    public override string ToString() => nameof(PaymentStatus);
}
