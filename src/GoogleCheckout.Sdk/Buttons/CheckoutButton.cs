using System.Globalization;

namespace GoogleCheckout.Carts;

/// <summary>
/// The appearance of a button that leads to the service. Google's images were removed with the service in 2013: set
/// <see cref="CustomImage"/>, unless your server provides images at the same URLs.
/// </summary>
public sealed record CheckoutButton
{
    private const string AmericanEnglish = "en_US";
    private const string BritishEnglish = "en_GB";

    /// <summary>The action of the button.</summary>
    /// <value><see cref="CheckoutButtonKind.Checkout"/> unless set.</value>
    public CheckoutButtonKind Kind { get; init; }

    /// <summary>The size of the button.</summary>
    /// <value><see cref="CheckoutButtonSize.Small"/> unless set.</value>
    public CheckoutButtonSize Size { get; init; }

    /// <summary>The background of the button.</summary>
    /// <value><see cref="CheckoutButtonStyle.White"/> unless set.</value>
    public CheckoutButtonStyle Style { get; init; }

    /// <summary>The language of the image: <c>en_US</c> or <c>en_GB</c>.</summary>
    /// <value><c>en_US</c> unless set.</value>
    public string Locale { get; init; } = AmericanEnglish;

    /// <summary>The alternative text of the image, in the language of the page.</summary>
    /// <value>If null or blank, an English text for the kind of the button, or for a disabled button a text that it is not available.</value>
    public string? AlternativeText { get; init; }

    /// <summary>The URL of a custom image, absolute or relative to the page. It is shown in the size of the button. Null for the service's image.</summary>
    public Uri? CustomImage { get; init; }

    /// <summary>The width in pixels.</summary>
    public int Width => Pixels.Width;

    /// <summary>The height in pixels.</summary>
    public int Height => Pixels.Height;

    private (int Width, int Height) Pixels => (Kind, Size) switch
    {
        (CheckoutButtonKind.Donate, _) => (115, 50),
        (CheckoutButtonKind.BuyNow, CheckoutButtonSize.Small) => (121, 44),
        (CheckoutButtonKind.BuyNow, _) => (117, 48),
        (_, CheckoutButtonSize.Small) => (160, 43),
        (_, CheckoutButtonSize.Medium) => (168, 44),
        _ => (180, 46),
    };

    /// <summary>Creates the checkout button for a cart.</summary>
    /// <param name="cart">The cart. The currency of its first item determines the language.</param>
    /// <returns>The button: in British English for a cart in GBP, otherwise in American English.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cart"/> is null.</exception>
    public static CheckoutButton ForCart(CheckoutShoppingCart cart)
    {
        var items = (cart ?? throw new ArgumentNullException(nameof(cart))).ShoppingCart.Items;
        return new CheckoutButton { Locale = items.Count > 0 && items[0].UnitPrice.Currency == "GBP" ? BritishEnglish : AmericanEnglish };
    }

    /// <summary>Returns the URL of the image of the enabled button.</summary>
    /// <param name="options">The merchant's settings: the merchant ID and the environment are used.</param>
    /// <returns>The URL of the image; <see cref="CustomImage"/> if it is set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public Uri GetImageUrl(CheckoutOptions options) => GetImage(options ?? throw new ArgumentNullException(nameof(options)), "text");

    /// <summary>
    /// Returns the URL of the image of the disabled button, for a cart with an item that must not be sold through the service.
    /// Show it as an image, not as a button.
    /// </summary>
    /// <param name="options">The merchant's settings: the merchant ID and the environment are used.</param>
    /// <returns>The URL of the image; <see cref="CustomImage"/> if it is set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public Uri GetDisabledImageUrl(CheckoutOptions options) => GetImage(options ?? throw new ArgumentNullException(nameof(options)), "disabled");

    internal Uri GetEnabledImageUrl(CheckoutEnvironment environment, string merchantId) => GetImage(environment, merchantId, "text");

    private Uri GetImage(CheckoutOptions options, string variant) => GetImage(options.Environment, options.MerchantId, variant);

    private Uri GetImage(CheckoutEnvironment environment, string merchantId, string variant)
    {
        if (CustomImage is not null)
        {
            return CustomImage;
        }

        var file = Kind switch
        {
            CheckoutButtonKind.BuyNow => "buy.gif",
            CheckoutButtonKind.Donate => "donateNow.gif",
            _ => "checkout.gif",
        };
        var style = Style == CheckoutButtonStyle.Transparent ? "trans" : "white";
        var size = string.Format(CultureInfo.InvariantCulture, "w={0}&h={1}", Width, Height);
        return new Uri(
            environment.Buttons,
            $"{file}?merchant_id={Uri.EscapeDataString(merchantId)}&{size}&style={style}&variant={variant}&loc={Uri.EscapeDataString(Locale)}");
    }
}
