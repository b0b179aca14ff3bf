using System.Globalization;

namespace MerchantStore.Shop;

/// <summary>
/// Keeps the cart in a cookie such as <c>teapot.1_sencha.2</c>. Whoever changes it changes only what he is about to buy:
/// names and prices are the shop's, and what is not understood is left out.
/// </summary>
internal static class CartCookie
{
    private const string Name = "cart";

    public static Cart ReadCart(this HttpRequest request) =>
        (request.Cookies[Name] ?? string.Empty).Split('_').Aggregate(Cart.Empty, (cart, line) =>
            line.Split('.') is [var id, var digits]
            && Product.Find(id) is { } product
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity)
                ? cart.With(product, quantity)
                : cart);

    public static void WriteCart(this HttpResponse response, Cart cart)
    {
        var lines = cart.Lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Product.Id}.{line.Quantity}"));
        response.Cookies.Append(Name, string.Join('_', lines), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = response.HttpContext.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(14),
        });
    }
}
