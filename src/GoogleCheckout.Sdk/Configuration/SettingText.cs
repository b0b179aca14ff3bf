using System.Globalization;

namespace GoogleCheckout.Configuration;

/// <summary>Reads the texts of settings.</summary>
internal static class SettingText
{
    public const string TimeFormat = "a time span in days.hours:minutes:seconds, for example 00:01:00 for a minute or 7.00:00:00 for a week";

    /// <summary>
    /// Parses <c>[days.]hours:minutes:seconds</c>. A plain number is refused, because it would count days; so are 24 hours without
    /// days, which would be 24 days.
    /// </summary>
    public static bool TryParseTime(string text, out TimeSpan time)
    {
        time = TimeSpan.Zero;
        return text.Split(':').Length == 3 && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out time);
    }
}
