namespace MerchantStore.Calculations;

/// <summary>A group of destinations with the same shipping rates.</summary>
internal enum ShippingZone
{
    /// <summary>The 48 contiguous states and the capital.</summary>
    Mainland,

    /// <summary>Alaska, Hawaii, the territories and military addresses.</summary>
    Outlying,
    Europe,
    World,
}
