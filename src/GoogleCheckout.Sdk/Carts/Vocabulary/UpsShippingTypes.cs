namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="CarrierCalculatedShippingOption.ShippingType"/> for UPS.</summary>
public static class UpsShippingTypes
{
    /// <summary>The next morning.</summary>
    public const string NextDayAir = "Next Day Air";

    /// <summary>Early the next morning.</summary>
    public const string NextDayAirEarlyAM = "Next Day Air Early AM";

    /// <summary>The next afternoon.</summary>
    public const string NextDayAirSaver = "Next Day Air Saver";

    /// <summary>Within two business days.</summary>
    public const string SecondDayAir = "2nd Day Air";

    /// <summary>On the morning of the second business day.</summary>
    public const string SecondDayAirAM = "2nd Day Air AM";

    /// <summary>Within three business days.</summary>
    public const string ThreeDaySelect = "3 Day Select";

    /// <summary>By road.</summary>
    public const string Ground = "Ground";
}
