using GoogleCheckout;

namespace MerchantStore.Shop;

/// <summary>So many of one product.</summary>
internal sealed record CartLine(Product Product, int Quantity)
{
    public Money Price => Product.Price * Quantity;
}
