using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox;

/// <summary>Every log message of the inbox. Ids stay what they are; a new message gets a new one.</summary>
internal static partial class Log
{
    public const string Category = "GoogleCheckout.Inbox";

    [LoggerMessage(1, LogLevel.Warning, "The notification inbox is in memory and for tests: what was handled is forgotten when the program ends. Give AddNotificationInbox a database")]
    public static partial void InMemory(ILogger logger);
}
