using MerchantStore.Catalog;
using MerchantStore.Data;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Shop;

/// <summary>The cart of the visitor. It is empty once its order has come, and not when the visitor leaves for Google Checkout: many come back without an order.</summary>
internal sealed class VisitorCart(IHttpContextAccessor http, ProductCatalog catalog, StoreContext store)
{
    private Cart? _cart;

    public async Task<Cart> ReadAsync()
    {
        if (_cart is null)
        {
            var cart = CartCookie.Read(http.HttpContext!.Request, catalog);
            _cart = cart.Count > 0 && await store.Orders.AnyAsync(order => order.CartId == cart.Id) ? Cart.New() : cart;
        }

        return _cart;
    }

    public void Write(Cart cart)
    {
        _cart = cart;
        CartCookie.Write(http.HttpContext!.Response, cart);
    }
}
