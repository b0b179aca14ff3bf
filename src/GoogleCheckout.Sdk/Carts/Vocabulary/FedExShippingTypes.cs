namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="CarrierCalculatedShippingOption.ShippingType"/> for FedEx.</summary>
public static class FedExShippingTypes
{
    /// <summary>By road, to businesses.</summary>
    public const string Ground = "Ground";

    /// <summary>By road, to homes.</summary>
    public const string HomeDelivery = "Home Delivery";

    /// <summary>Within three business days.</summary>
    public const string ExpressSaver = "Express Saver";

    /// <summary>Early the next morning.</summary>
    public const string FirstOvernight = "First Overnight";

    /// <summary>The next morning.</summary>
    public const string PriorityOvernight = "Priority Overnight";

    /// <summary>The next afternoon.</summary>
    public const string StandardOvernight = "Standard Overnight";

    /// <summary>Within two business days.</summary>
    public const string TwoDay = "2Day";
}
