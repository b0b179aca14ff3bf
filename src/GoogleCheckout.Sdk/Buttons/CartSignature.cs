using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace GoogleCheckout.Carts;

/// <summary>
/// Creates and checks the signature of a cart that the buyer's browser posts: HMAC-SHA1 with the merchant key, in base64. It
/// signs the exact bytes of the document: any difference, even in white space, changes the signature.
/// </summary>
public static class CartSignature
{
    /// <summary>Signs a document.</summary>
    /// <param name="cart">The bytes that will be posted. They are not parsed.</param>
    /// <param name="merchantKey">The merchant key.</param>
    /// <returns>The signature, 28 characters.</returns>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static string Sign(ReadOnlyMemory<byte> cart, string merchantKey) => Convert.ToBase64String(Hash(cart.ToArray(), merchantKey));

    /// <summary>Returns whether a document was signed with the key. Compares in constant time.</summary>
    /// <param name="cart">The bytes as they were posted.</param>
    /// <param name="signature">The signature as it was posted.</param>
    /// <param name="merchantKey">The merchant key.</param>
    /// <returns>True if the signature is valid; false if it is not, or if it is null or not base64.</returns>
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

    [SuppressMessage("Security", "CA5350", Justification = "The protocol defines no other algorithm, and HMAC does not depend on the collision resistance that SHA-1 lost.")]
    private static byte[] Hash(byte[] document, string merchantKey)
    {
        if (string.IsNullOrEmpty(merchantKey))
        {
            throw new ArgumentException("The merchant key must not be empty: a signature without a key proves nothing.", nameof(merchantKey));
        }

        using var algorithm = new HMACSHA1(Encoding.UTF8.GetBytes(merchantKey));
        return algorithm.ComputeHash(document);
    }
}
