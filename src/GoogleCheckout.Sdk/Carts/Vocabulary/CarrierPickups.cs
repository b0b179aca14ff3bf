namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="CarrierCalculatedShippingOption.CarrierPickup"/>.</summary>
public static class CarrierPickups
{
    /// <summary>The merchant brings the parcel to the carrier.</summary>
    public const string DropOff = "DROP_OFF";

    /// <summary>The carrier collects the parcel on its regular route.</summary>
    public const string RegularPickup = "REGULAR_PICKUP";

    /// <summary>The carrier collects the parcel on request.</summary>
    public const string SpecialPickup = "SPECIAL_PICKUP";
}
