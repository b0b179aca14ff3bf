namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>To what a fault applies.</summary>
internal enum FaultTarget
{
    /// <summary>Requests of the shop to the API.</summary>
    Requests,

    /// <summary>Notifications, pushed or in reports.</summary>
    Notifications,
}
