namespace MerchantStore.Messages;

/// <summary>The texts of the log on the pages.</summary>
internal static class MessageWords
{
    public static string InWords(this MessageDirection direction) => direction == MessageDirection.Sent ? "sent" : "received";
}
