namespace GoogleCheckout.Orders.Vocabulary;

/// <summary>The letters in which banks answer about an address and a security code.</summary>
internal static class VerificationLetters
{
    public static AvsMatch Avs(string? response) => response?.Trim() switch
    {
        "Y" => AvsMatch.AddressAndPostalCode,
        "P" => AvsMatch.PostalCodeOnly,
        "A" => AvsMatch.AddressOnly,
        "N" => AvsMatch.Neither,
        "U" => AvsMatch.NotSupported,
        _ => AvsMatch.Unknown,
    };

    public static CvnMatch Cvn(string? response) => response?.Trim() switch
    {
        "M" => CvnMatch.Match,
        "N" => CvnMatch.NoMatch,
        "U" => CvnMatch.NotAvailable,
        "E" => CvnMatch.Error,
        _ => CvnMatch.Unknown,
    };
}
