using System.Data.Common;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>Recognizes SQLite connections that each have a database of their own: the inbox would not see what another connection wrote.</summary>
internal static class SqliteSharing
{
    private const string Advice = " Write a file, for example \"Data Source=shop.db\"; in tests, AddNotificationInbox() without a data source.";

    /// <summary>Returns why the connections do not share a database; null if they do.</summary>
    public static string? GetError(DbConnection connection)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connection.ConnectionString };
        var (name, uri) = (connection.DataSource, ReadUri(connection.DataSource));
        var isShared = uri.Cache ?? Is(settings, "Cache", "Shared");
        var isMemory = uri.IsMemory || Is(settings, "Mode", "Memory");
        return uri.Path.Length == 0 && !isMemory ? $"The inbox cannot use the SQLite data source \"{name}\": without a file name, each connection has a temporary database of its own.{Advice}"
            : isMemory && !isShared ? $"The inbox cannot use the SQLite data source \"{name}\": it is in memory, so each connection has a database of its own.{Advice}"
            // Only the form of a URI is shared, and Mode=Memory, for which the driver uses it.
            : name == Memory && isShared && !Is(settings, "Mode", "Memory") ? $"The inbox cannot use the SQLite data source \"{name}\": it is in memory and not shared, although Cache is Shared.{Advice}"
            : null;
    }

    private const string Memory = ":memory:";

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
