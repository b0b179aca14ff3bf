using System.Globalization;

namespace GoogleCheckout.Xml;

/// <summary>Times on the wire: <c>xs:dateTime</c>, where no zone means UTC on a machine in any zone.</summary>
internal static class WireTime
{
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff";
    private const string Ticks = "yyyy-MM-dd'T'HH:mm:ss.fffffff";
    private static readonly string[] Read = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static bool TryParse(string text, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(WithSevenDigits(text), Read, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);

    /// <summary>Such as <c>2012-10-10T02:10:58.178Z</c>; an offset other than UTC is kept.</summary>
    public static string Format(DateTimeOffset value)
    {
        var time = value.Ticks % TimeSpan.TicksPerMillisecond == 0 ? Milliseconds : Ticks;
        return value.ToString(time + (value.Offset == TimeSpan.Zero ? "'Z'" : "zzz"), CultureInfo.InvariantCulture);
    }

    /// <summary>A time that names no zone, as the order list wants it: <c>2007-09-01T00:00:00</c>.</summary>
    public static string FormatLocal(DateTime value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    // xs:dateTime allows any number of fractional digits; .NET's clock has seven.
    private static string WithSevenDigits(string text)
    {
        var dot = text.IndexOf('.');
        if (dot < 0)
        {
            return text;
        }

        var end = dot + 1;
        while (end < text.Length && text[end] is >= '0' and <= '9')
        {
            end++;
        }

        return end - dot - 1 > 7 ? text.Remove(dot + 8, end - dot - 8) : text;
    }
}
