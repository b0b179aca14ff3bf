using System.Globalization;

namespace GoogleCheckout.Xml;

/// <summary>Reads and writes <c>xs:dateTime</c>. A time without a zone is UTC, regardless of the machine's zone.</summary>
internal static class WireTime
{
    private const string Pattern = "0000-00-00T00:00:00.";
    private const int LengthWithoutFraction = 19;
    private const int MaxLength = 33;

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
        // Without a custom format, which is parsed for each time: a notification has many.
        Span<char> text = stackalloc char[MaxLength];
        Pattern.AsSpan().CopyTo(text);
        FormatDigits(text, 0, 4, value.Year);
        FormatDigits(text, 5, 2, value.Month);
        FormatDigits(text, 8, 2, value.Day);
        FormatDigits(text, 11, 2, value.Hour);
        FormatDigits(text, 14, 2, value.Minute);
        FormatDigits(text, 17, 2, value.Second);

        var ticks = (int)(value.Ticks % TimeSpan.TicksPerSecond);
        var isWhole = ticks % TimeSpan.TicksPerMillisecond == 0;
        FormatDigits(text, LengthWithoutFraction + 1, isWhole ? 3 : 7, isWhole ? ticks / (int)TimeSpan.TicksPerMillisecond : ticks);
        var zoneStart = LengthWithoutFraction + (isWhole ? 4 : 8);
        return text.Slice(0, zoneStart + FormatZone(text.Slice(zoneStart), value.Offset)).ToString();
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

    // Returns the number of characters.
    private static int FormatZone(Span<char> text, TimeSpan offset)
    {
        if (offset == TimeSpan.Zero)
        {
            text[0] = 'Z';
            return 1;
        }

        text[0] = offset < TimeSpan.Zero ? '-' : '+';
        FormatDigits(text, 1, 2, Math.Abs(offset.Hours));
        text[3] = ':';
        FormatDigits(text, 4, 2, Math.Abs(offset.Minutes));
        return 6;
    }

    private static void FormatDigits(Span<char> text, int start, int count, int number)
    {
        for (var i = start + count - 1; i >= start; i--, number /= 10)
        {
            text[i] = (char)('0' + (number % 10));
        }
    }
}
