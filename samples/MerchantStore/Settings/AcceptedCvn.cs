namespace MerchantStore.Settings;

/// <summary>The results of the security code check (CVN) with which an order is charged automatically.</summary>
internal enum AcceptedCvn
{
    Match,
    Any,
}
