using System.Globalization;

namespace GoogleCheckout.Xml;

/// <summary>Reads and writes <c>xs:dateTime</c>. A time without a zone is UTC, regardless of the machine's zone.</summary>
internal static class WireTime
{
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff";
    private const string Ticks = "yyyy-MM-dd'T'HH:mm:ss.fffffff";
    private const int LengthWithoutFraction = 19;

    /// <summary>Reads a time such as <c>2012-10-10T02:10:58.178Z</c>, with any zone or none. Digits of the fraction after the seventh are ignored.</summary>
    public static bool TryParse(string text, out DateTimeOffset value) => TryParse(text.AsSpan(), out value);

    /// <inheritdoc cref="TryParse(string, out DateTimeOffset)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        if (!TryParseClock(text, out var clock))
        {
            return false;
        }

        var zoneStart = LengthWithoutFraction;
        if (text.Length > zoneStart && text[zoneStart] == '.' && !TryParseFraction(text, ref zoneStart, ref clock))
        {
            return false;
        }

        if (!TryParseZone(text, zoneStart, out var offset) || clock.Ticks - offset.Ticks < 0 || clock.Ticks - offset.Ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset(clock, offset);
        return true;
    }

    /// <summary>Returns a time such as <c>2012-10-10T02:10:58.178Z</c>. An offset other than UTC is kept.</summary>
    public static string Format(DateTimeOffset value)
    {
        var time = value.Ticks % TimeSpan.TicksPerMillisecond == 0 ? Milliseconds : Ticks;
        return value.ToString(time + (value.Offset == TimeSpan.Zero ? "'Z'" : "zzz"), CultureInfo.InvariantCulture);
    }

    /// <summary>Returns a time as the order list requires it: without a zone, such as <c>2007-09-01T00:00:00</c>, unless it is of kind Utc.</summary>
    public static string FormatLocal(DateTime value) =>
        value.ToString(value.Kind == DateTimeKind.Utc ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>Returns whether a time that can be read has a zone.</summary>
    public static bool HasZone(string text) => text.Trim() is var time && (time[time.Length - 1] == 'Z' || time.LastIndexOfAny(['+', '-']) > LengthWithoutFraction - 1);

    private static bool TryParseClock(ReadOnlySpan<char> text, out DateTime clock)
    {
        clock = default;
        if (text.Length < LengthWithoutFraction
            || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
            || !(ParseDigits(text, 0, 4) is > 0 and var year)
            || !(ParseDigits(text, 5, 2) is >= 1 and <= 12 and var month)
            || !(ParseDigits(text, 8, 2) is >= 1 and var day) || day > DateTime.DaysInMonth(year, month)
            || !(ParseDigits(text, 11, 2) is >= 0 and <= 23 and var hour)
            || !(ParseDigits(text, 14, 2) is >= 0 and <= 59 and var minute)
            || !(ParseDigits(text, 17, 2) is >= 0 and <= 59 and var second))
        {
            return false;
        }

        clock = new DateTime(year, month, day, hour, minute, second);
        return true;
    }

    private static bool TryParseFraction(ReadOnlySpan<char> text, ref int position, ref DateTime clock)
    {
        var first = ++position;
        for (var worth = TimeSpan.TicksPerSecond / 10; position < text.Length && text[position] is >= '0' and <= '9'; position++, worth /= 10)
        {
            clock = clock.AddTicks((text[position] - '0') * worth);
        }

        return position > first;
    }

    private static bool TryParseZone(ReadOnlySpan<char> text, int start, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (start == text.Length || (start == text.Length - 1 && text[start] == 'Z'))
        {
            return true;
        }

        if (text.Length != start + 6 || text[start] is not ('+' or '-') || text[start + 3] != ':'
            || !(ParseDigits(text, start + 1, 2) is >= 0 and <= 14 and var hours)
            || !(ParseDigits(text, start + 4, 2) is >= 0 and <= 59 and var minutes)
            || (hours == 14 && minutes > 0))
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        offset = text[start] == '-' ? -offset : offset;
        return true;
    }

    // Returns the number, or -1 if a character is not a digit.
    private static int ParseDigits(ReadOnlySpan<char> text, int start, int count)
    {
        var number = 0;
        for (var i = start; i < start + count; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return -1;
            }

            number = (number * 10) + text[i] - '0';
        }

        return number;
    }
}
