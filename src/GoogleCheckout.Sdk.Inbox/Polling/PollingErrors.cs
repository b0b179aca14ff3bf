namespace GoogleCheckout.Inbox.Polling;

/// <summary>What to say where a program is put together wrongly.</summary>
internal static class PollingErrors
{
    public const string NoInbox = "Notifications cannot be pulled or replayed without an inbox, which keeps the position and knows what was handled: call services.AddNotificationInbox(dataSource).";

    public const string NoHandler = "Notifications cannot be pulled or replayed for nobody, as they would count as handled: call services.AddNotificationHandler<THandler>().";

    public static string NoMerchant(string merchant) => merchant.Length == 0
        ? "No merchant is registered without a name: call services.AddGoogleCheckout(...), or give the name of one of several."
        : $"No merchant is registered as '{merchant}': call services.AddGoogleCheckout(\"{merchant}\", ...).";
}
