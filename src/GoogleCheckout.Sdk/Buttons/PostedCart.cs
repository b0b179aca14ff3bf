using GoogleCheckout.Buttons;

namespace GoogleCheckout.Carts;

/// <summary>
/// A cart that a browser posted, as the receiver of the form finds it: first the fields are read, then the signature is
/// checked, and only then is the cart itself looked at.
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

    /// <summary>The document, byte for byte as it was posted and signed.</summary>
    public ReadOnlyMemory<byte> Xml { get; }

    /// <summary>The signature in base64; null where the form has none.</summary>
    public string? Signature { get; }

    /// <summary>Whether cart and signature came in one field, as a Buy Now button sends them.</summary>
    public bool IsBuyNow { get; }

    /// <summary>What an analytics script put into the form, which is not signed; null where there is no such field.</summary>
    public string? AnalyticsData { get; }

    /// <summary>Finds the cart among the fields of a form.</summary>
    /// <param name="fields">The fields as they were posted, decoded; others than the cart's are skipped.</param>
    /// <exception cref="FormatException">There is no cart, more than one, or one that is not base64; the message says which.</exception>
    public static PostedCart FromFields(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var posted = (fields ?? throw new ArgumentNullException(nameof(fields))).ToList();
        var cart = Only(posted, FormFields.Cart);
        var signature = Only(posted, FormFields.Signature);
        var buyNow = Only(posted, FormFields.BuyButtonCart);
        var analyticsData = Only(posted, FormFields.AnalyticsData);
        return (cart, buyNow) switch
        {
            (null, null) => throw new FormatException($"The form has neither a field {FormFields.Cart} nor a field {FormFields.BuyButtonCart}."),
            (not null, not null) => throw new FormatException($"The form has both a field {FormFields.Cart} and a field {FormFields.BuyButtonCart}; a form is for one cart."),
            (not null, null) => new PostedCart(Decode(cart, FormFields.Cart), signature, isBuyNow: false, analyticsData),
            _ when signature is not null => throw new FormatException($"The form has a field {FormFields.Signature} beside {FormFields.BuyButtonCart}, which brings its own signature."),
            _ => ReadBuyNow(buyNow!, analyticsData),
        };
    }

    /// <summary>Whether the cart was signed with the key. The time it takes tells nothing about the right signature.</summary>
    /// <param name="merchantKey">The merchant key.</param>
    /// <returns>False for another key, for a cart that was changed, and for one without a signature.</returns>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public bool IsAuthentic(string merchantKey) => CartSignature.IsAuthentic(Xml, Signature, merchantKey);

    /// <summary>Reads the cart.</summary>
    /// <exception cref="CheckoutXmlException">The document cannot be read, or is no cart.</exception>
    public CheckoutShoppingCart ToCart() => CheckoutXml.Parse<CheckoutShoppingCart>(Xml);

    private static PostedCart ReadBuyNow(string value, string? analyticsData)
    {
        var end = value.IndexOf(FormFields.Separator, StringComparison.Ordinal);
        return end < 0
            ? throw new FormatException($"The field {FormFields.BuyButtonCart} lacks the {FormFields.Separator} between cart and signature.")
            : new PostedCart(
                Decode(value.Substring(0, end), FormFields.BuyButtonCart),
                value.Substring(end + FormFields.Separator.Length),
                isBuyNow: true,
                analyticsData);
    }

    private static string? Only(List<KeyValuePair<string, string>> fields, string name)
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
            throw new FormatException($"The cart in the field {field} is not base64, or was cut off.");
        }
    }
}
