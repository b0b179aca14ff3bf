using System.Text.RegularExpressions;

namespace GoogleCheckout.Carts;

/// <summary>Recognizes post office boxes in addresses in the United States.</summary>
internal static class PostOfficeBox
{
    // "PO Box" in its spellings, or "POB" before a number; not within a longer word such as Boxwood, and not the "Box"
    // of a rural route or of a military address (APO).
    private static readonly Regex Spelling = new(
        @"(?<![a-z0-9])(?:(?:p\.?\s*o\.?|post\s+office)\s*box(?![a-z])|p\.?\s*o\.?\s*b\.?\s*(?:#\s*)?[0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Returns whether a street line of the address contains a post office box.</summary>
    public static bool IsIn(Address address) => IsIn(address.Address1) || IsIn(address.Address2);

    private static bool IsIn(string? line) => line is not null && Spelling.IsMatch(line);
}
