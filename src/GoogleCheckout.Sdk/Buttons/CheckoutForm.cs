using GoogleCheckout.Buttons;

namespace GoogleCheckout.Carts;

/// <summary>
/// A cart as the hidden fields of an HTML form, which the buyer's browser posts to the service by itself: no connection from
/// the shop's server, and no client certificate. <see cref="CheckoutHtml.ToHtml"/> writes it with its button; a page may as
/// well write <see cref="Action"/> and <see cref="Fields"/> itself.
/// </summary>
/// <remarks>
/// The buyer can read the cart and, unless it is signed, change it. A form is for one cart and is good as long as the cart
/// is: give it an expiration where prices change. The merchant key is not in it.
/// </remarks>
public sealed class CheckoutForm
{
    private CheckoutForm(CheckoutOptions options, byte[] cart, IReadOnlyList<KeyValuePair<string, string>> fields)
        : this(options.Environment.GetEndpoint("checkout", options.Donations, options.MerchantId, isDiagnosis: false), options.Environment, options.MerchantId, cart, fields)
    {
    }

    private CheckoutForm(Uri action, CheckoutEnvironment environment, string merchantId, ReadOnlyMemory<byte> cart, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        Action = action;
        Environment = environment;
        MerchantId = merchantId;
        Cart = cart;
        Fields = fields;
    }

    /// <summary>Where the form is posted, such as <c>https://checkout.google.com/api/checkout/v2/checkout/Merchant/1234567890</c>.</summary>
    public Uri Action { get; }

    /// <summary>The names and values of the hidden fields, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; }

    /// <summary>The cart as it is posted and was signed, byte for byte.</summary>
    public ReadOnlyMemory<byte> Cart { get; }

    internal CheckoutEnvironment Environment { get; }

    internal string MerchantId { get; }

    /// <summary>The cart with its signature, in the fields <c>cart</c> and <c>signature</c>: what a checkout button posts.</summary>
    /// <param name="cart">What the buyer has chosen.</param>
    /// <param name="options">Whose form it is, where it goes, and the key that signs.</param>
    /// <exception cref="CartValidationException"><see cref="CartValidator.Validate(CheckoutShoppingCart, CheckoutOptions)"/> found faults.</exception>
    /// <exception cref="ArgumentException">The options lack the merchant's id or key.</exception>
    public static CheckoutForm Sign(CheckoutShoppingCart cart, CheckoutOptions options)
    {
        var document = Document(cart, options);
        return new CheckoutForm(options, document,
        [
            new(FormFields.Cart, Convert.ToBase64String(document)),
            new(FormFields.Signature, CartSignature.Sign(document, options.MerchantKey)),
        ]);
    }

    /// <summary>The cart and its signature in the one field <c>buyButtonCart</c>, as the service's Buy Now buttons had it.</summary>
    /// <param name="cart">What is for sale.</param>
    /// <param name="options">Whose form it is, where it goes, and the key that signs.</param>
    /// <exception cref="CartValidationException"><see cref="CartValidator.Validate(CheckoutShoppingCart, CheckoutOptions)"/> found faults.</exception>
    /// <exception cref="ArgumentException">The options lack the merchant's id or key.</exception>
    public static CheckoutForm SignBuyNow(CheckoutShoppingCart cart, CheckoutOptions options)
    {
        var document = Document(cart, options);
        var value = Convert.ToBase64String(document) + FormFields.Separator + CartSignature.Sign(document, options.MerchantKey);
        return new CheckoutForm(options, document, [new(FormFields.BuyButtonCart, value)]);
    }

    /// <summary>
    /// The cart alone, which the buyer can change: check each order against the shop's own prices. An account may refuse it.
    /// </summary>
    /// <param name="cart">What the buyer has chosen.</param>
    /// <param name="options">Whose form it is and where it goes; no key is needed.</param>
    /// <exception cref="CartValidationException"><see cref="CartValidator.Validate(CheckoutShoppingCart, CheckoutOptions)"/> found faults.</exception>
    /// <exception cref="ArgumentException">The options lack the merchant's id.</exception>
    public static CheckoutForm CreateUnsigned(CheckoutShoppingCart cart, CheckoutOptions options)
    {
        var document = Document(cart, options);
        return new CheckoutForm(options, document, [new(FormFields.Cart, Convert.ToBase64String(document))]);
    }

    /// <summary>The form with an empty field <c>analyticsdata</c>, for a page's analytics script to fill in; it is not signed.</summary>
    public CheckoutForm WithAnalyticsData() =>
        new(Action, Environment, MerchantId, Cart, [.. Fields.Where(field => field.Key != FormFields.AnalyticsData), new(FormFields.AnalyticsData, string.Empty)]);

    /// <summary>The type and where it is posted; the cart may hold private data.</summary>
    public override string ToString() => $"{nameof(CheckoutForm)} for {Action}";

    private static byte[] Document(CheckoutShoppingCart cart, CheckoutOptions options)
    {
        _ = cart ?? throw new ArgumentNullException(nameof(cart));
        _ = options ?? throw new ArgumentNullException(nameof(options));
        if (string.IsNullOrWhiteSpace(options.MerchantId) || options.Environment is null)
        {
            throw new ArgumentException($"{nameof(options.MerchantId)} or {nameof(options.Environment)} is missing: a form is posted to an address with both.", nameof(options));
        }

        var faults = cart.Validate(options);
        return faults.Count == 0 ? CheckoutXml.ToBytes(cart) : throw new CartValidationException(faults, nameof(cart));
    }
}
