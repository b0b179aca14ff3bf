using System.Globalization;
using System.Text.RegularExpressions;
using MerchantStore.Catalog;
using MerchantStore.Codes;

namespace MerchantStore.Shop;

/// <summary>
/// Stores the cart in a cookie, for example <c>0f3c...~teapot.1_sencha.2~TEA10</c>. A visitor who edits it changes only their cart: names
/// and prices come from the catalog, the value of a code from the database, and invalid parts are ignored.
/// </summary>
internal static partial class CartCookie
{
    private const string Name = "cart";

    public static Cart Read(HttpRequest request, ProductCatalog catalog)
    {
        var cart = Cart.New();
        if (request.Cookies[Name]?.Split('~') is not [var id, var lines, var codes])
        {
            return cart;
        }

        cart = CartId().IsMatch(id) ? cart with { Id = id } : cart;
        cart = codes.Split('_').Where(CodeBook.IsCode).Aggregate(cart, (with, code) => with.WithCode(code));
        return lines.Split('_').Aggregate(cart, (with, line) =>
            line.Split('.') is [var product, var digits]
            && catalog.Find(product) is { } known
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity)
                ? with.With(known, quantity)
                : with);
    }

    public static void Write(HttpResponse response, Cart cart)
    {
        var lines = cart.Lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Product.Id}.{line.Quantity}"));
        response.Cookies.Append(Name, $"{cart.Id}~{string.Join('_', lines)}~{string.Join('_', cart.Codes)}", new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = response.HttpContext.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(14),
        });
    }

    [GeneratedRegex(@"\A[0-9a-f]{32}\z")]
    private static partial Regex CartId();
}
