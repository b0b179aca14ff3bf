using System.Security.Cryptography;
using System.Text;

namespace GoogleCheckout.Notifications;

/// <summary>
/// Checks whether a callback is from the service: its Basic credentials must be the merchant's id and key. Compares in constant
/// time. Serial-number posts have no credentials; instead of trusting them, fetch the notification that they name.
/// </summary>
public sealed class NotificationAuthenticator
{
    private const string Scheme = "Basic ";

    // The arrays to compare with are multiples of this, so that their length does not show that of the credentials.
    private const int PaddedLength = 256;

    private readonly List<Accepted> _accepted;

    /// <summary>Creates an authenticator that accepts the credentials of one merchant.</summary>
    /// <param name="merchantId">The merchant id: the number of the account.</param>
    /// <param name="merchantKeys">The merchant key. During a key change, the old key and the new key.</param>
    /// <exception cref="ArgumentException">The id is missing or contains a colon, or a key is missing.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="merchantKeys"/> is null.</exception>
    public NotificationAuthenticator(string merchantId, params string[] merchantKeys)
        : this(merchantId, (IEnumerable<string>)merchantKeys)
    {
    }

    /// <inheritdoc cref="NotificationAuthenticator(string, string[])"/>
    public NotificationAuthenticator(string merchantId, IEnumerable<string> merchantKeys)
        : this([new MerchantCredentials { MerchantId = merchantId, MerchantKeys = [.. merchantKeys ?? throw new ArgumentNullException(nameof(merchantKeys))] }])
    {
    }

    /// <summary>Creates an authenticator that accepts the credentials of several merchants.</summary>
    /// <param name="merchants">The credentials of each merchant. At least one is required.</param>
    /// <exception cref="ArgumentException">
    /// There is no merchant. Or the id of a merchant is missing or contains a colon, or a key is missing.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="merchants"/> is null.</exception>
    public NotificationAuthenticator(IEnumerable<MerchantCredentials> merchants)
    {
        List<(string Merchant, byte[] Credentials)> all = [.. (merchants ?? throw new ArgumentNullException(nameof(merchants))).SelectMany(GetCredentials)];
        var length = ((all.Select(each => each.Credentials.Length).DefaultIfEmpty(0).Max() / PaddedLength) + 1) * PaddedLength;
        _accepted = [.. all.Select(each => new Accepted(each.Merchant, Pad(each.Credentials, length), each.Credentials.Length))];
        if (_accepted.Count == 0)
        {
            throw new ArgumentException("There is no merchant, so every callback would be rejected. Pass the credentials of at least one merchant.", nameof(merchants));
        }
    }

    /// <summary>Checks whether the credentials belong to a merchant.</summary>
    /// <param name="authorizationHeader">The <c>Authorization</c> header of the request; null if absent.</param>
    /// <returns>True if the id and the key are those of a merchant; otherwise false.</returns>
    public bool IsAuthentic(string? authorizationHeader) => Authenticate(authorizationHeader) is not null;

    /// <summary>Returns the merchant to whom the credentials belong.</summary>
    /// <param name="authorizationHeader">The <c>Authorization</c> header of the request; null if absent.</param>
    /// <returns>The name of the merchant, empty for a merchant registered without a name; null if the credentials are wrong or missing.</returns>
    public string? Authenticate(string? authorizationHeader)
    {
        if (DecodeCredentials(authorizationHeader) is not { } credentials)
        {
            return null;
        }

        // All credentials are compared, as far as the received ones go, so that the time depends only on the length of those.
        string? merchant = null;
        foreach (var accepted in _accepted)
        {
            var compared = Math.Min(credentials.Length, accepted.Padded.Length);
            if (CryptographicOperations.FixedTimeEquals(credentials.AsSpan(0, compared), accepted.Padded.AsSpan(0, compared)) & credentials.Length == accepted.Length)
            {
                merchant ??= accepted.Merchant;
            }
        }

        return merchant;
    }

    // An id contains no colon, so that comparing "id:key" as a whole is the same as comparing id and key.
    private static byte[]? DecodeCredentials(string? header)
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

    private static IEnumerable<(string Merchant, byte[] Credentials)> GetCredentials(MerchantCredentials credentials)
    {
        if (string.IsNullOrWhiteSpace(credentials.MerchantId) || credentials.MerchantId.Contains(':'))
        {
            throw new ArgumentException($"{credentials}: {nameof(credentials.MerchantId)} is missing or contains a colon.", nameof(credentials));
        }

        if (credentials.MerchantKeys.Count == 0 || credentials.MerchantKeys.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException($"{credentials}: {nameof(credentials.MerchantKeys)} is empty or contains an empty key.", nameof(credentials));
        }

        return credentials.MerchantKeys.Select(key => (credentials.Merchant, Encoding.UTF8.GetBytes($"{credentials.MerchantId}:{key}")));
    }

    private static byte[] Pad(byte[] credentials, int length)
    {
        var padded = new byte[length];
        credentials.CopyTo(padded, 0);
        return padded;
    }

    /// <summary>Credentials to compare with. Not a record: its text would name them.</summary>
    private sealed class Accepted(string merchant, byte[] padded, int length)
    {
        public string Merchant { get; } = merchant;

        /// <summary>The credentials, with zeros behind them.</summary>
        public byte[] Padded { get; } = padded;

        public int Length { get; } = length;
    }
}
