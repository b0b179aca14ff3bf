namespace MerchantStore.Settings;

/// <summary>The results of the billing address check (AVS) with which an order is charged automatically.</summary>
internal enum AcceptedAvs
{
    /// <summary>Street and postal code match.</summary>
    Full,

    /// <summary>The street or the postal code matches.</summary>
    Part,

    Any,
}
