using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace GoogleCheckout.Carts;

/// <summary>
/// The signature of a cart that a browser carries: HMAC-SHA1 under the merchant key, in base64. It belongs to the exact
/// bytes of the document; the same cart written again, with a space more or less, has another one.
/// </summary>
public static class CartSignature
{
    /// <summary>Signs a document.</summary>
    /// <param name="cart">The bytes that will be posted; they are not looked at otherwise.</param>
    /// <param name="merchantKey">The merchant key.</param>
    /// <returns>The signature, 28 characters.</returns>
    /// <exception cref="ArgumentException">The key is empty: anybody could have signed with it.</exception>
    public static string Sign(ReadOnlyMemory<byte> cart, string merchantKey) => Convert.ToBase64String(Hash(cart.ToArray(), merchantKey));

    /// <summary>Whether a document was signed with the key. The time it takes tells nothing about the right signature.</summary>
    /// <param name="cart">The bytes as they were posted.</param>
    /// <param name="signature">The signature as it was posted. Null, and text that is not base64, is no signature.</param>
    /// <param name="merchantKey">The merchant key.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static bool IsAuthentic(ReadOnlyMemory<byte> cart, string? signature, string merchantKey)
    {
        var expected = Hash(cart.ToArray(), merchantKey);
        try
        {
            return signature is not null && CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(signature), expected);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    [SuppressMessage("Security", "CA5350", Justification = "The protocol has no other algorithm, and HMAC does not lean on what SHA-1 lost.")]
    private static byte[] Hash(byte[] document, string merchantKey)
    {
        if (string.IsNullOrEmpty(merchantKey))
        {
            throw new ArgumentException("The merchant key is missing: a signature without one proves nothing.", nameof(merchantKey));
        }

        using var algorithm = new HMACSHA1(Encoding.UTF8.GetBytes(merchantKey));
        return algorithm.ComputeHash(document);
    }
}
