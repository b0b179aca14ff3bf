namespace GoogleCheckout.Xml;

/// <summary>Texts that most documents contain, so that they are not allocated for each.</summary>
internal static class CommonText
{
    /// <summary>Returns the text as a string.</summary>
    public static string ToString(ReadOnlySpan<char> text) => text switch
    {
        "USD" => "USD",
        "GBP" => "GBP",
        "EUR" => "EUR",
        "US" => "US",
        "GB" => "GB",
        "en_US" => "en_US",
        _ => text.ToString(),
    };
}
