using System.Globalization;

namespace GoogleCheckout.Carts;

/// <summary>
/// How a button looks that leads to the service. Google's own pictures went with the service in 2013: give
/// <see cref="CustomImage"/>, unless the server in use draws buttons at the same addresses.
/// </summary>
public sealed record CheckoutButton
{
    private const string AmericanEnglish = "en_US";
    private const string BritishEnglish = "en_GB";

    /// <summary>What the button invites to.</summary>
    /// <value><see cref="CheckoutButtonKind.Checkout"/> unless set.</value>
    public CheckoutButtonKind Kind { get; init; }

    /// <summary>How large it is.</summary>
    /// <value><see cref="CheckoutButtonSize.Small"/> unless set.</value>
    public CheckoutButtonSize Size { get; init; }

    /// <summary>What is behind it.</summary>
    /// <value><see cref="CheckoutButtonStyle.White"/> unless set.</value>
    public CheckoutButtonStyle Style { get; init; }

    /// <summary>The language of the picture: <c>en_US</c> or <c>en_GB</c>.</summary>
    /// <value><c>en_US</c> unless set.</value>
    public string Locale { get; init; } = AmericanEnglish;

    /// <summary>What a reader of the page hears instead of the picture, in the page's own language.</summary>
    /// <value>Where it is null or blank, a sentence in English for the kind, and for a disabled button that it cannot be used.</value>
    public string? AlternativeText { get; init; }

    /// <summary>The shop's own picture, absolute or relative to the page, shown in the button's size; null for the service's.</summary>
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

    /// <summary>The checkout button for a cart: in British English for one priced in pounds, in American English for others.</summary>
    /// <param name="cart">The cart; its first item tells the currency.</param>
    public static CheckoutButton ForCart(CheckoutShoppingCart cart)
    {
        var items = (cart ?? throw new ArgumentNullException(nameof(cart))).ShoppingCart.Items;
        return new CheckoutButton { Locale = items.Count > 0 && items[0].UnitPrice.Currency == "GBP" ? BritishEnglish : AmericanEnglish };
    }

    /// <summary>Where the picture of a button is that can be used.</summary>
    /// <param name="options">Whose button it is, and where the service is.</param>
    public Uri GetImageUrl(CheckoutOptions options) => Image(options ?? throw new ArgumentNullException(nameof(options)), "text");

    /// <summary>
    /// Where the picture of a disabled button is: for a cart with something that may not be sold through the service. It may
    /// not be a button.
    /// </summary>
    /// <param name="options">Whose button it is, and where the service is.</param>
    public Uri GetDisabledImageUrl(CheckoutOptions options) => Image(options ?? throw new ArgumentNullException(nameof(options)), "disabled");

    internal Uri EnabledImageUrl(CheckoutEnvironment environment, string merchantId) => Image(environment, merchantId, "text");

    private Uri Image(CheckoutOptions options, string variant) => Image(options.Environment, options.MerchantId, variant);

    private Uri Image(CheckoutEnvironment environment, string merchantId, string variant)
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
