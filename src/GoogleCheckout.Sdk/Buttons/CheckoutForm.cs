using GoogleCheckout.Buttons;

namespace GoogleCheckout.Carts;

/// <summary>
/// A cart as the hidden fields of an HTML form, which the buyer's browser posts to the service. The merchant's server needs
/// no connection to the service and no client certificate. <see cref="CheckoutHtml.ToHtml"/> writes the form with its button;
/// alternatively, write <see cref="Action"/> and <see cref="Fields"/> to the page yourself.
/// </summary>
/// <remarks>
/// The buyer can read the cart and, unless it is signed, change it. The form can be used until the cart expires: set an
/// expiration if your prices change. The form does not contain the merchant key.
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

    /// <summary>The URL to which the form is posted, for example <c>https://checkout.google.com/api/checkout/v2/checkout/Merchant/1234567890</c>.</summary>
    public Uri Action { get; }

    /// <summary>The names and values of the hidden fields, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; }

    /// <summary>The exact bytes of the cart that are posted and signed.</summary>
    public ReadOnlyMemory<byte> Cart { get; }

    internal CheckoutEnvironment Environment { get; }

    internal string MerchantId { get; }

    /// <summary>Creates the form of a checkout button: the cart and its signature in the fields <c>cart</c> and <c>signature</c>.</summary>
    /// <param name="cart">The cart that the buyer pays for.</param>
    /// <param name="options">The merchant's settings: the merchant ID, the environment and the merchant key are used.</param>
    /// <returns>The signed form.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CartValidationException"><see cref="CartValidator.Validate(CheckoutShoppingCart, CheckoutOptions)"/> found errors.</exception>
    /// <exception cref="ArgumentException">The merchant ID, the environment or the merchant key is missing, or a cart that was not validated cannot be written.</exception>
    public static CheckoutForm Sign(CheckoutShoppingCart cart, CheckoutOptions options) => Sign(cart, options, skipValidation: false);

    /// <inheritdoc cref="Sign(CheckoutShoppingCart, CheckoutOptions)"/>
    /// <param name="cart">The cart that the buyer pays for.</param>
    /// <param name="options">The merchant's settings.</param>
    /// <param name="skipValidation">True to create the form although the cart has errors: the service decides whether it accepts the cart.</param>
    public static CheckoutForm Sign(CheckoutShoppingCart cart, CheckoutOptions options, bool skipValidation)
    {
        var document = CreateDocument(cart, options, skipValidation);
        return new CheckoutForm(options, document,
        [
            new(FormFields.Cart, Convert.ToBase64String(document)),
            new(FormFields.Signature, CartSignature.Sign(document, options.MerchantKey)),
        ]);
    }

    /// <summary>Creates the form of a Buy Now button: the cart and its signature in the single field <c>buyButtonCart</c>.</summary>
    /// <param name="cart">The cart that the buyer pays for.</param>
    /// <param name="options">The merchant's settings: the merchant ID, the environment and the merchant key are used.</param>
    /// <returns>The signed form.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CartValidationException"><see cref="CartValidator.Validate(CheckoutShoppingCart, CheckoutOptions)"/> found errors.</exception>
    /// <exception cref="ArgumentException">The merchant ID, the environment or the merchant key is missing, or a cart that was not validated cannot be written.</exception>
    public static CheckoutForm SignBuyNow(CheckoutShoppingCart cart, CheckoutOptions options) => SignBuyNow(cart, options, skipValidation: false);

    /// <inheritdoc cref="SignBuyNow(CheckoutShoppingCart, CheckoutOptions)"/>
    /// <param name="cart">The cart that the buyer pays for.</param>
    /// <param name="options">The merchant's settings.</param>
    /// <param name="skipValidation">True to create the form although the cart has errors: the service decides whether it accepts the cart.</param>
    public static CheckoutForm SignBuyNow(CheckoutShoppingCart cart, CheckoutOptions options, bool skipValidation)
    {
        var document = CreateDocument(cart, options, skipValidation);
        var value = Convert.ToBase64String(document) + FormFields.Separator + CartSignature.Sign(document, options.MerchantKey);
        return new CheckoutForm(options, document, [new(FormFields.BuyButtonCart, value)]);
    }

    /// <summary>
    /// Creates a form without a signature. The buyer can change the cart: compare each order with your prices. The merchant's
    /// account can be set to reject unsigned carts.
    /// </summary>
    /// <param name="cart">The cart that the buyer pays for.</param>
    /// <param name="options">The merchant's settings: the merchant ID and the environment are used; no merchant key is required.</param>
    /// <returns>The unsigned form.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CartValidationException"><see cref="CartValidator.Validate(CheckoutShoppingCart, CheckoutOptions)"/> found errors.</exception>
    /// <exception cref="ArgumentException">The merchant ID or the environment is missing, or a cart that was not validated cannot be written.</exception>
    public static CheckoutForm CreateUnsigned(CheckoutShoppingCart cart, CheckoutOptions options) => CreateUnsigned(cart, options, skipValidation: false);

    /// <inheritdoc cref="CreateUnsigned(CheckoutShoppingCart, CheckoutOptions)"/>
    /// <param name="cart">The cart that the buyer pays for.</param>
    /// <param name="options">The merchant's settings.</param>
    /// <param name="skipValidation">True to create the form although the cart has errors: the service decides whether it accepts the cart.</param>
    public static CheckoutForm CreateUnsigned(CheckoutShoppingCart cart, CheckoutOptions options, bool skipValidation)
    {
        var document = CreateDocument(cart, options, skipValidation);
        return new CheckoutForm(options, document, [new(FormFields.Cart, Convert.ToBase64String(document))]);
    }

    /// <summary>Returns a copy of the form with an empty field <c>analyticsdata</c>, which the page's analytics script fills in. The field is not signed.</summary>
    /// <returns>The changed copy.</returns>
    public CheckoutForm WithAnalyticsData() =>
        new(Action, Environment, MerchantId, Cart, [.. Fields.Where(field => field.Key != FormFields.AnalyticsData), new(FormFields.AnalyticsData, string.Empty)]);

    /// <summary>Returns the name of the type and the URL of the form, without the cart, which may contain private data.</summary>
    /// <returns>The text, for example <c>CheckoutForm for https://checkout.google.com/...</c>.</returns>
    public override string ToString() => $"{nameof(CheckoutForm)} for {Action}";

    private static byte[] CreateDocument(CheckoutShoppingCart cart, CheckoutOptions options, bool skipValidation)
    {
        _ = cart ?? throw new ArgumentNullException(nameof(cart));
        _ = options ?? throw new ArgumentNullException(nameof(options));
        if (string.IsNullOrWhiteSpace(options.MerchantId) || options.Environment is null)
        {
            throw new ArgumentException($"{nameof(options.MerchantId)} or {nameof(options.Environment)} is missing: both are part of the URL of the form.", nameof(options));
        }

        return CheckoutXml.ToBytes(skipValidation ? cart : CartValidator.EnsureValid(cart, options, nameof(cart)));
    }
}
