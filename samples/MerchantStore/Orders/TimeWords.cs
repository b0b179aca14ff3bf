using System.Globalization;

namespace MerchantStore.Orders;

/// <summary>Times as the shop's people read them: UTC, to the second.</summary>
internal static class TimeWords
{
    public static string InWords(this DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? string.Empty;
}
