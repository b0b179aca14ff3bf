using System.Globalization;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>Times in the pages: those of the sandbox's clock, in UTC.</summary>
internal static class PageTime
{
    public static string Format(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>Formats a time with seconds, for events that follow each other.</summary>
    public static string FormatSeconds(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>Formats a duration by the machine's clock.</summary>
    public static string FormatDuration(TimeSpan duration) => duration < TimeSpan.FromSeconds(10)
        ? FormattableString.Invariant($"{duration.TotalMilliseconds:0.#} ms")
        : FormattableString.Invariant($"{duration.TotalSeconds:0.#} s");

    /// <summary>Formats the time until an event, in its two largest units.</summary>
    public static string FormatWait(TimeSpan wait)
    {
        var seconds = (long)Math.Max(0, Math.Ceiling(wait.TotalSeconds));
        return seconds switch
        {
            < 60 => FormattableString.Invariant($"{seconds} s"),
            < 3_600 => FormattableString.Invariant($"{seconds / 60} min {seconds % 60} s"),
            < 86_400 => FormattableString.Invariant($"{seconds / 3_600} h {seconds / 60 % 60} min"),
            _ => FormattableString.Invariant($"{seconds / 86_400} d {seconds / 3_600 % 24} h"),
        };
    }
}
