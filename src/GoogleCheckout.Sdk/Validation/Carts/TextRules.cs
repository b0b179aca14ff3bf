using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Why a text will not do, as the end of a sentence; null for one that will.</summary>
internal static class TextRules
{
    /// <summary>Text that may be left out or empty.</summary>
    public static string? GetError(string? text, int longest = int.MaxValue) =>
        text is null ? null
        : text.Length > longest ? FormattableString.Invariant($"has more than {longest} characters")
        : XmlEscape.CanCarry(text) ? null : "holds a character that XML cannot carry";

    /// <summary>Text that must be there, and may be empty.</summary>
    public static string? GetRequiredError(string? text) => text is null ? "is missing" : GetError(text);

    /// <summary>Text that must say something.</summary>
    public static string? GetNameError(string? text, int longest = int.MaxValue) =>
        text is null ? "is missing" : GetBlankError(text) ?? GetError(text, longest);

    /// <summary>A word of an open vocabulary, the schema's <c>token</c>, which may be left out.</summary>
    public static string? GetWordError(string? word) => word is null ? null : GetRequiredWordError(word);

    /// <summary>A word of an open vocabulary, the schema's <c>token</c>.</summary>
    public static string? GetRequiredWordError(string? word) =>
        GetNameError(word) ?? (string.Join(" ", word!.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)) == word ? null : "has more spaces than those between words");

    /// <summary>An address a browser or the service itself can go to.</summary>
    public static string? GetUrlError(string? address)
    {
        var uri = address is not null && WireWriter.IsUrl(address) && Uri.TryCreate(address, UriKind.Absolute, out var parsed) ? parsed : null;
        return GetNameError(address) ?? (uri is null || !IsOfTheWeb(uri) ? "is no absolute http or https address" : null);
    }

    /// <summary>An address that others are called at: what is added to it is escaped, so it must be.</summary>
    public static string? GetEscapedUrlError(string? address) =>
        GetUrlError(address) ?? (address!.All(IsOfAnAddress) ? null : "holds a character that a web address has only escaped");

    /// <summary>Whether the address is one that goes over the network in the clear.</summary>
    public static bool IsUnencrypted(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp;

    private static string? GetBlankError(string text) => string.IsNullOrWhiteSpace(text) ? "is blank" : null;

    private static bool IsOfTheWeb(Uri uri) => (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;

    private static bool IsOfAnAddress(char character) => character is > ' ' and <= '~' and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}');
}
