using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Accounts;

/// <summary>The merchant's id and key, as HTTP Basic credentials.</summary>
internal sealed class BasicCredentials
{
    private const string Scheme = "Basic ";

    private readonly byte[] _expected;
    private readonly string[] _secrets;

    public BasicCredentials(string merchantId, string merchantKey)
    {
        _expected = Encoding.UTF8.GetBytes($"{merchantId}:{merchantKey}");
        _secrets = [Convert.ToBase64String(_expected), merchantKey, Uri.EscapeDataString(merchantKey)];
    }

    /// <summary>Returns whether the request has these credentials.</summary>
    public bool Match(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var given = new byte[header.Length];
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(header[Scheme.Length..].Trim(), given, out var length)
            && CryptographicOperations.FixedTimeEquals(given.AsSpan(0, length), _expected);
    }

    /// <summary>Returns whether these are the credentials, for a form.</summary>
    public bool Match(string merchantId, string merchantKey) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes($"{merchantId}:{merchantKey}"), _expected);

    /// <summary>Returns the text with the merchant key, and its encoded forms, masked.</summary>
    public string Mask(string text) => _secrets.Aggregate(text, (masked, secret) => masked.Replace(secret, "***", StringComparison.Ordinal));
}
