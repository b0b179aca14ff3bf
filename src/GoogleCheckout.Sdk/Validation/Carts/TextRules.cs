using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Returns the error of a text, as the end of a sentence; null if the text is valid.</summary>
internal static class TextRules
{
    /// <summary>Validates text that may be null or empty.</summary>
    public static string? GetError(string? text, int maxLength = int.MaxValue) =>
        text is null ? null
        : TextLength.Exceeds(text, maxLength) ? FormattableString.Invariant($"has more than {maxLength} characters")
        : XmlEscape.CanCarry(text) ? null : "contains a character that is not allowed in XML";

    /// <summary>Validates text that may be empty, but not null.</summary>
    public static string? GetRequiredError(string? text) => text is null ? "is missing" : GetError(text);

    /// <summary>Validates text that must not be null or blank.</summary>
    public static string? GetNameError(string? text, int maxLength = int.MaxValue) =>
        text is null ? "is missing" : GetBlankError(text) ?? GetError(text, maxLength);

    /// <summary>Validates a value of an open vocabulary (<c>token</c> in the schema); it may be null.</summary>
    public static string? GetWordError(string? word) => word is null ? null : GetRequiredWordError(word);

    /// <summary>Validates a value of an open vocabulary (<c>token</c> in the schema).</summary>
    public static string? GetRequiredWordError(string? word) =>
        GetNameError(word) ?? (string.Join(" ", word!.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)) == word ? null : "has leading, trailing or repeated white space");

    /// <summary>Validates an absolute http or https URL.</summary>
    public static string? GetUrlError(string? address)
    {
        var uri = address is not null && WireWriter.IsUrl(address) && Uri.TryCreate(address, UriKind.Absolute, out var parsed) ? parsed : null;
        return GetNameError(address) ?? (uri is null || !IsHttpUrl(uri) ? "is not an absolute http or https URL" : null);
    }

    /// <summary>Validates a URL to which the service adds escaped parameters, so that it must be escaped too.</summary>
    public static string? GetEscapedUrlError(string? address) =>
        GetUrlError(address) ?? (address!.All(IsUrlCharacter) ? null : "contains a character that must be escaped in a URL");

    /// <summary>Returns whether a URL is http.</summary>
    public static bool IsUnencrypted(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp;

    private static string? GetBlankError(string text) => string.IsNullOrWhiteSpace(text) ? "is blank" : null;

    private static bool IsHttpUrl(Uri uri) => (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;

    private static bool IsUrlCharacter(char character) => character is > ' ' and <= '~' and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}');
}
