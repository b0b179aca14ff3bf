namespace GoogleCheckout.Orders.Vocabulary;

/// <summary>Parses the letters of AVS and CVN responses.</summary>
internal static class VerificationLetters
{
    public static AvsMatch ParseAvs(string? response) => response?.Trim() switch
    {
        "Y" => AvsMatch.AddressAndPostalCode,
        "P" => AvsMatch.PostalCodeOnly,
        "A" => AvsMatch.AddressOnly,
        "N" => AvsMatch.Neither,
        "U" => AvsMatch.NotSupported,
        _ => AvsMatch.Unknown,
    };

    public static CvnMatch ParseCvn(string? response) => response?.Trim() switch
    {
        "M" => CvnMatch.Match,
        "N" => CvnMatch.NoMatch,
        "U" => CvnMatch.NotAvailable,
        "E" => CvnMatch.Error,
        _ => CvnMatch.Unknown,
    };
}
