using System.Globalization;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>Times in the pages: those of the sandbox's clock, in UTC.</summary>
internal static class PageTime
{
    public static string Format(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? string.Empty;
}
