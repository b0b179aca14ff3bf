using System.Globalization;
using System.Text;

namespace GoogleCheckout.Carts;

/// <summary>
/// The signature of a cart posted as name/value fields, as the HTML API did: HMAC-SHA1 under the merchant key over all
/// fields in one agreed order and encoding, in base64.
/// </summary>
/// <remarks>
/// Left out are <c>_charset_</c>, <c>analyticsdata</c> and <c>urchindata</c>, where an image button was clicked (<c>x</c>,
/// <c>y</c>, and names ending in <c>.x</c> or <c>.y</c>), and the signature itself. Names and values lose the white space
/// around them, are sorted by name and then by value, and are encoded as UTF-8 forms are, a space as a plus sign.
/// </remarks>
public static class NameValueSignature
{
    private const string Field = "signature";

    private static readonly char[] WhiteSpace = [' ', '\t', '\n', '\v', '\f', '\r'];

    /// <summary>Signs fields.</summary>
    /// <param name="fields">All fields of the form; those that are not signed may be among them.</param>
    /// <param name="merchantKey">The merchant key.</param>
    /// <returns>The value for the form's field <c>signature</c>.</returns>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static string Sign(IEnumerable<KeyValuePair<string, string>> fields, string merchantKey) =>
        CartSignature.Sign(SignedBytes(fields ?? throw new ArgumentNullException(nameof(fields))), merchantKey);

    /// <summary>Whether fields were signed with the key. The time it takes tells nothing about the right signature.</summary>
    /// <param name="fields">The fields as they were posted. Without a field <c>signature</c>, or with two, they are not authentic.</param>
    /// <param name="merchantKey">The merchant key.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static bool IsAuthentic(IEnumerable<KeyValuePair<string, string>> fields, string merchantKey)
    {
        var posted = (fields ?? throw new ArgumentNullException(nameof(fields))).ToList();
        var signatures = posted.Where(field => field.Key == Field).ToList();
        return CartSignature.IsAuthentic(SignedBytes(posted), signatures.Count == 1 ? signatures[0].Value : null, merchantKey);
    }

    private static byte[] SignedBytes(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var signed = fields
            .Select(field => (Name: field.Key.Trim(WhiteSpace), Value: field.Value.Trim(WhiteSpace)))
            .Where(field => IsSigned(field.Name))
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .ThenBy(field => field.Value, StringComparer.Ordinal)
            .Select(field => $"{Encode(field.Name)}={Encode(field.Value)}");
        return Encoding.ASCII.GetBytes(string.Join("&", signed));
    }

    private static bool IsSigned(string name) =>
        name is not ("_charset_" or "analyticsdata" or "urchindata" or Field or "x" or "y")
        && !name.EndsWith(".x", StringComparison.Ordinal)
        && !name.EndsWith(".y", StringComparison.Ordinal);

    // By hand: what .NET leaves as it is (such as an asterisk) and what the senders of the time did are not the same.
    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            var character = (char)octet;
            if (character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.')
            {
                encoded.Append(character);
            }
            else if (character == ' ')
            {
                encoded.Append('+');
            }
            else
            {
                encoded.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }
}
