using System.Globalization;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>Times in the pages: those of the sandbox's clock, in UTC.</summary>
internal static class PageTime
{
    public static string Format(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>Formats a time with seconds, for events that follow each other.</summary>
    public static string FormatSeconds(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? string.Empty;
}
