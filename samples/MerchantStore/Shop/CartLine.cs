using GoogleCheckout;
using MerchantStore.Catalog;

namespace MerchantStore.Shop;

/// <summary>A product with its quantity.</summary>
internal sealed record CartLine(Product Product, int Quantity)
{
    public Money Price => Product.Price * Quantity;
}
