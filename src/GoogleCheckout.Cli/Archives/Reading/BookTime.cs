using System.Globalization;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Archives.Reading;

/// <summary>Times in the time zone of the books, in the form of ISO 8601.</summary>
/// <param name="zone">The time zone.</param>
internal sealed class BookTime(TimeZoneInfo zone)
{
    /// <summary>The name of the time zone, as it was given.</summary>
    public string ZoneName => zone.Id;

    /// <param name="name">An IANA or Windows name, for example <c>America/New_York</c> or <c>Eastern Standard Time</c>; null for UTC.</param>
    /// <exception cref="InvalidInputException">There is no such time zone.</exception>
    public static BookTime Parse(string? name)
    {
        try
        {
            return new BookTime(name is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(name));
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or ArgumentException)
        {
            throw new InvalidInputException(
                $"--time-zone {QuotedText.Of(name)} is not a time zone of this machine. Use a name such as America/New_York, Europe/Berlin or Eastern Standard Time.", e);
        }
    }

    /// <summary>Returns the time with the difference to UTC: <c>2009-03-18T13:25:31-07:00</c>, in UTC <c>2009-03-18T20:25:31Z</c>; empty for null.</summary>
    public string Format(DateTimeOffset? time) => time is not { } known ? string.Empty
        : zone.HasSameRules(TimeZoneInfo.Utc) ? known.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFZ", CultureInfo.InvariantCulture)
        : Convert(known).ToString("yyyy-MM-ddTHH:mm:ss.FFFzzz", CultureInfo.InvariantCulture);

    /// <summary>Returns the date: <c>2009-03-18</c>; empty for null.</summary>
    public string FormatDate(DateTimeOffset? time) => time is { } known ? Convert(known).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Empty;

    /// <summary>Returns the first day of the month of the time.</summary>
    public DateOnly GetMonth(DateTimeOffset time)
    {
        var local = Convert(time);
        return new DateOnly(local.Year, local.Month, 1);
    }

    // At the ends of the calendar there is no other time zone.
    private DateTimeOffset Convert(DateTimeOffset time) =>
        time.UtcDateTime.Year is > 1 and < 9999 ? TimeZoneInfo.ConvertTime(time, zone) : time.ToUniversalTime();
}
