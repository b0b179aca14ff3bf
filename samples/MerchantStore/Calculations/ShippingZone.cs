namespace MerchantStore.Calculations;

/// <summary>A group of destinations with the same shipping rates.</summary>
internal enum ShippingZone
{
    /// <summary>The 48 contiguous states and the capital; of the United Kingdom, Great Britain and Northern Ireland.</summary>
    Mainland,

    /// <summary>Alaska, Hawaii, the territories and military addresses; for the United Kingdom, the Channel Islands and the Isle of Man.</summary>
    Outlying,
    Europe,
    World,
}
