namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="Subscription.Type"/>.</summary>
public static class SubscriptionTypes
{
    /// <summary>The service creates each order automatically when it is due.</summary>
    public const string Google = "google";

    /// <summary>The merchant requests each order when it is due. The service enforces the limits that the buyer agreed to.</summary>
    public const string Merchant = "merchant";
}
