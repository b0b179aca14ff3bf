using GoogleCheckout.Buttons;

namespace GoogleCheckout.Carts;

/// <summary>
/// A cart that a browser posted, for the receiver of the form. Read the fields first, then check the signature, and only then
/// parse the cart.
/// </summary>
public sealed class PostedCart
{
    private PostedCart(byte[] xml, string? signature, bool isBuyNow, string? analyticsData)
    {
        Xml = xml;
        Signature = signature;
        IsBuyNow = isBuyNow;
        AnalyticsData = analyticsData;
    }

    /// <summary>The exact bytes of the document that was posted and signed.</summary>
    public ReadOnlyMemory<byte> Xml { get; }

    /// <summary>The signature in base64; null if the form has none.</summary>
    public string? Signature { get; }

    /// <summary>Whether the cart and its signature were posted in one field, as by a Buy Now button.</summary>
    public bool IsBuyNow { get; }

    /// <summary>The data of the page's analytics script, which is not signed; null if the form has no such field.</summary>
    public string? AnalyticsData { get; }

    /// <summary>Reads the cart from the fields of a form.</summary>
    /// <param name="fields">The decoded fields as they were posted. Unknown fields are ignored.</param>
    /// <returns>The posted cart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fields"/> is null.</exception>
    /// <exception cref="FormatException">The form contains no cart, several carts, or a cart that is not base64.</exception>
    public static PostedCart FromFields(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var posted = (fields ?? throw new ArgumentNullException(nameof(fields))).ToList();
        var cart = GetSingle(posted, FormFields.Cart);
        var signature = GetSingle(posted, FormFields.Signature);
        var buyNow = GetSingle(posted, FormFields.BuyButtonCart);
        var analyticsData = GetSingle(posted, FormFields.AnalyticsData);
        return (cart, buyNow) switch
        {
            (null, null) => throw new FormatException($"The form has neither a field {FormFields.Cart} nor a field {FormFields.BuyButtonCart}."),
            (not null, not null) => throw new FormatException($"The form has both a field {FormFields.Cart} and a field {FormFields.BuyButtonCart}. It must contain one cart."),
            (not null, null) => new PostedCart(Decode(cart, FormFields.Cart), signature, isBuyNow: false, analyticsData),
            _ when signature is not null => throw new FormatException($"The form has a field {FormFields.Signature} in addition to {FormFields.BuyButtonCart}, which already contains a signature."),
            _ => ReadBuyNow(buyNow!, analyticsData),
        };
    }

    /// <summary>Returns whether the cart was signed with the key. Compares in constant time.</summary>
    /// <param name="merchantKey">The merchant key.</param>
    /// <returns>True if the signature is valid; false if the key differs, the cart was changed, or there is no signature.</returns>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public bool IsAuthentic(string merchantKey) => CartSignature.IsAuthentic(Xml, Signature, merchantKey);

    /// <summary>Parses the cart. Call <see cref="IsAuthentic"/> first.</summary>
    /// <returns>The cart.</returns>
    /// <exception cref="CheckoutXmlException">The document cannot be parsed, or is not a cart.</exception>
    public CheckoutShoppingCart ToCart() => CheckoutXml.Parse<CheckoutShoppingCart>(Xml);

    private static PostedCart ReadBuyNow(string value, string? analyticsData)
    {
        var end = value.IndexOf(FormFields.Separator, StringComparison.Ordinal);
        return end < 0
            ? throw new FormatException($"The field {FormFields.BuyButtonCart} has no {FormFields.Separator} between the cart and the signature.")
            : new PostedCart(
                Decode(value.Substring(0, end), FormFields.BuyButtonCart),
                value.Substring(end + FormFields.Separator.Length),
                isBuyNow: true,
                analyticsData);
    }

    private static string? GetSingle(List<KeyValuePair<string, string>> fields, string name)
    {
        var values = fields.Where(field => field.Key == name).Select(field => field.Value).ToList();
        return values.Count <= 1 ? values.FirstOrDefault() : throw new FormatException($"The form has the field {name} {values.Count} times.");
    }

    private static byte[] Decode(string base64, string field)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw new FormatException($"The cart in the field {field} is not base64, or is truncated.");
        }
    }
}
