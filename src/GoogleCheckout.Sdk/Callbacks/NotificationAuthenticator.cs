using System.Security.Cryptography;
using System.Text;

namespace GoogleCheckout.Notifications;

/// <summary>
/// Tells whether a callback comes from the service: it carries the merchant's id and key as Basic credentials. The time it
/// takes tells nothing about the key. Serial-number posts carry no credentials; they are trusted by fetching what they name.
/// </summary>
public sealed class NotificationAuthenticator
{
    private const string Scheme = "Basic ";

    private readonly List<Accepted> _accepted;

    /// <summary>Accepts the credentials of one merchant.</summary>
    /// <param name="merchantId">The number of the account.</param>
    /// <param name="merchantKeys">The key; while it is being changed, the old one and the new one.</param>
    /// <exception cref="ArgumentException">The id or the key is missing.</exception>
    public NotificationAuthenticator(string merchantId, params string[] merchantKeys)
        : this(merchantId, (IEnumerable<string>)merchantKeys)
    {
    }

    /// <inheritdoc cref="NotificationAuthenticator(string, string[])"/>
    public NotificationAuthenticator(string merchantId, IEnumerable<string> merchantKeys)
        : this([new MerchantCredentials { MerchantId = merchantId, MerchantKeys = [.. merchantKeys ?? throw new ArgumentNullException(nameof(merchantKeys))] }])
    {
    }

    /// <summary>Accepts the credentials of several merchants.</summary>
    /// <param name="merchants">Each one's; at least one.</param>
    /// <exception cref="ArgumentException">There is no merchant, or one without an id or without a key.</exception>
    public NotificationAuthenticator(IEnumerable<MerchantCredentials> merchants)
    {
        _accepted = [.. (merchants ?? throw new ArgumentNullException(nameof(merchants))).SelectMany(ToAccepted)];
        if (_accepted.Count == 0)
        {
            throw new ArgumentException("There is no merchant, and so every callback would be refused: give one's id and key.", nameof(merchants));
        }
    }

    /// <summary>Whether the credentials are those of a merchant.</summary>
    /// <param name="authorizationHeader">The <c>Authorization</c> header as it came; null where there was none.</param>
    public bool IsAuthentic(string? authorizationHeader) => Authenticate(authorizationHeader) is not null;

    /// <summary>Which merchant the credentials belong to.</summary>
    /// <param name="authorizationHeader">The <c>Authorization</c> header as it came; null where there was none.</param>
    /// <returns>The merchant's name, empty for the only one of a program; null where the credentials are wrong or missing.</returns>
    public string? Authenticate(string? authorizationHeader)
    {
        if (Credentials(authorizationHeader) is not { } credentials)
        {
            return null;
        }

        // All are compared, so that the time does not tell which one it was.
        var hash = SHA256.HashData(credentials);
        string? merchant = null;
        foreach (var accepted in _accepted)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, accepted.Hash))
            {
                merchant ??= accepted.Merchant;
            }
        }

        return merchant;
    }

    // An id holds no colon. So to compare the whole is to split at the first colon and compare both parts.
    private static byte[]? Credentials(string? header)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return Convert.FromBase64String(header.Substring(Scheme.Length).Trim());
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<Accepted> ToAccepted(MerchantCredentials credentials)
    {
        if (string.IsNullOrWhiteSpace(credentials.MerchantId) || credentials.MerchantId.Contains(':'))
        {
            throw new ArgumentException($"{credentials}: {nameof(credentials.MerchantId)} is missing or holds a colon.", nameof(credentials));
        }

        if (credentials.MerchantKeys.Count == 0 || credentials.MerchantKeys.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException($"{credentials}: {nameof(credentials.MerchantKeys)} is empty, or one of them is.", nameof(credentials));
        }

        return credentials.MerchantKeys.Select(key => new Accepted(credentials.Merchant, SHA256.HashData(Encoding.UTF8.GetBytes($"{credentials.MerchantId}:{key}"))));
    }

    private sealed record Accepted(string Merchant, byte[] Hash);
}
