namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="CarrierCalculatedShippingOption.ShippingType"/> for USPS.</summary>
public static class UspsShippingTypes
{
    /// <summary>Overnight in most places.</summary>
    public const string ExpressMail = "Express Mail";

    /// <summary>Within a few days.</summary>
    public const string PriorityMail = "Priority Mail";

    /// <summary>Parcels, by slow delivery.</summary>
    public const string ParcelPost = "Parcel Post";

    /// <summary>Books and recordings, at a reduced rate and speed.</summary>
    public const string MediaMail = "Media Mail";
}
