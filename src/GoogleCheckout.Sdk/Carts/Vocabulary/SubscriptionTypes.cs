namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="Subscription.Type"/>.</summary>
public static class SubscriptionTypes
{
    /// <summary>The service creates each order by itself when it is due.</summary>
    public const string Google = "google";

    /// <summary>The merchant asks for each order when it is due; the service keeps to the limits the buyer agreed to.</summary>
    public const string Merchant = "merchant";
}
