using System.Data.Common;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>Recognizes SQLite connections that each have a separate database: the inbox would not see what another connection wrote.</summary>
internal static class SqliteSharing
{
    private const string Memory = ":memory:";
    private const string Advice = " Write a file, for example \"Data Source=shop.db\"; in tests, AddNotificationInbox() without a data source.";

    /// <summary>Returns why the connections do not share a database; null if they do.</summary>
    public static string? GetError(DbConnection connection)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connection.ConnectionString };
        var isMemoryMode = Is(settings, "Mode", "Memory");
        var (path, isMemory, cache) = ReadUri(connection.DataSource);
        var isShared = cache ?? Is(settings, "Cache", "Shared");
        var reason = (isMemory || isMemoryMode) && !isShared ? "it is in memory, so each connection has a separate database"

            // SQLite shares memory only if it is named by a URI, which the driver writes for Mode=Memory.
            : connection.DataSource == Memory && !isMemoryMode ? "it is in memory and not shared, although Cache is Shared"
            : path.Length == 0 && !isMemory && !isMemoryMode ? "without a file name, each connection has its own temporary database"
            : null;
        return reason is null ? null : $"The inbox cannot use the SQLite data source \"{connection.DataSource}\": {reason}.{Advice}";
    }

    private static bool Is(DbConnectionStringBuilder settings, string key, string value) =>
        settings.TryGetValue(key, out var set) && string.Equals(set as string, value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a name or a URI, for example <c>file:shop?mode=memory&amp;cache=shared</c>. Cache is null if the URI has none.</summary>
    private static (string Path, bool IsMemory, bool? Cache) ReadUri(string name)
    {
        if (!name.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return (name, name == Memory, null);
        }

        var parts = name["file:".Length..].Split('#')[0].Split('?', 2);
        var parameters = parts.Length == 1 ? [] : parts[1].Split('&');
        var cache = parameters.LastOrDefault(parameter => parameter.StartsWith("cache=", StringComparison.Ordinal));
        return (parts[0], parts[0] == Memory || parameters.Contains("mode=memory"), cache is null ? null : cache == "cache=shared");
    }
}
