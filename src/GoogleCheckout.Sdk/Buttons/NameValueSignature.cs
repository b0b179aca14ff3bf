using System.Text;

namespace GoogleCheckout.Carts;

/// <summary>
/// Creates and checks the signature of a cart that is posted as name/value fields, as in the HTML API: HMAC-SHA1 with the
/// merchant key over all fields in a canonical order and encoding, in base64.
/// </summary>
/// <remarks>
/// The signature does not cover <c>_charset_</c>, <c>analyticsdata</c>, <c>urchindata</c>, the coordinates of an image button
/// (<c>x</c>, <c>y</c>, and names ending in <c>.x</c> or <c>.y</c>), and the signature itself. Names and values are trimmed,
/// sorted by name and then by value, and encoded as in a UTF-8 form, with a space as a plus sign. A name or value that is null counts as empty.
/// </remarks>
public static class NameValueSignature
{
    private const string Field = "signature";
    private const string HexDigits = "0123456789ABCDEF";

    private static readonly char[] WhiteSpace = [' ', '\t', '\n', '\v', '\f', '\r'];

    /// <summary>Signs fields.</summary>
    /// <param name="fields">The fields of the form. They may include fields that are not signed.</param>
    /// <param name="merchantKey">The merchant key.</param>
    /// <returns>The value of the form's field <c>signature</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fields"/> is null.</exception>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static string Sign(IEnumerable<KeyValuePair<string, string>> fields, string merchantKey) =>
        CartSignature.Sign(GetSignedBytes(fields ?? throw new ArgumentNullException(nameof(fields))), merchantKey);

    /// <summary>Returns whether fields were signed with the key. Compares in constant time.</summary>
    /// <param name="fields">The fields as they were posted.</param>
    /// <param name="merchantKey">The merchant key.</param>
    /// <returns>True if the signature is valid; false if it is not, or unless there is exactly one field <c>signature</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fields"/> is null.</exception>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static bool IsAuthentic(IEnumerable<KeyValuePair<string, string>> fields, string merchantKey)
    {
        var posted = (fields ?? throw new ArgumentNullException(nameof(fields))).ToList();
        var signatures = posted.Where(field => field.Key == Field).ToList();
        return CartSignature.IsAuthentic(GetSignedBytes(posted), signatures.Count == 1 ? signatures[0].Value : null, merchantKey);
    }

    private static byte[] GetSignedBytes(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var signed = fields
            .Select(field => (Name: Trim(field.Key), Value: Trim(field.Value)))
            .Where(field => IsSigned(field.Name))
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .ThenBy(field => field.Value, StringComparer.Ordinal);
        var form = new StringBuilder();
        foreach (var (name, value) in signed)
        {
            AppendEncoded(form.Length > 0 ? form.Append('&') : form, name);
            AppendEncoded(form.Append('='), value);
        }

        return Encoding.ASCII.GetBytes(form.ToString());
    }

    private static string Trim(string? text) => text?.Trim(WhiteSpace) ?? string.Empty;

    private static bool IsSigned(string name) =>
        name is not ("_charset_" or "analyticsdata" or "urchindata" or Field or "x" or "y")
        && !name.EndsWith(".x", StringComparison.Ordinal)
        && !name.EndsWith(".y", StringComparison.Ordinal);

    // The encoders of .NET and the clients of the HTML API do not escape the same characters. The asterisk is an example.
    private static void AppendEncoded(StringBuilder form, string text)
    {
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            var character = (char)octet;
            if (character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.')
            {
                form.Append(character);
            }
            else if (character == ' ')
            {
                form.Append('+');
            }
            else
            {
                form.Append('%').Append(HexDigits[octet >> 4]).Append(HexDigits[octet & 0xF]);
            }
        }
    }
}
