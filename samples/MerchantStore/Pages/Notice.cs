namespace MerchantStore.Pages;

/// <summary>A text that the next page shows. It is sent to the browser in a cookie, which has little room.</summary>
internal static class Notice
{
    private const int MaxLength = 300;

    public static string Cut(string words) => words.Length > MaxLength ? $"{words.AsSpan(0, MaxLength)}..." : words;
}
