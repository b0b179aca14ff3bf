using System.Globalization;

namespace MerchantStore.Shop;

/// <summary>
/// Stores the cart in a cookie, for example <c>teapot.1_sencha.2</c>. A visitor who edits it changes only their cart: names and
/// prices come from the store, and invalid parts are ignored.
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
