namespace GoogleCheckout.Inbox.Polling;

/// <summary>The messages for missing registrations.</summary>
internal static class PollingErrors
{
    public const string NoInbox = "Polling and replay need an inbox, which stores the cursor and recognizes handled notifications: call services.AddNotificationInbox(dataSource).";

    public const string NoHandler = "Polling and replay need at least one handler, because notifications without a handler are marked as handled: call services.AddNotificationHandler<THandler>().";

    public static string NoMerchant(string merchant) => merchant.Length == 0
        ? "No merchant is registered without a name: call services.AddGoogleCheckout(...), or specify the name of a registered merchant."
        : $"No merchant is registered as '{merchant}': call services.AddGoogleCheckout(\"{merchant}\", ...).";
}
