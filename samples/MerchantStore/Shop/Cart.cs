using GoogleCheckout;
using MerchantStore.Catalog;

namespace MerchantStore.Shop;

/// <summary>The visitor's cart with the codes of the coupons and gift certificates that they entered.</summary>
/// <param name="Id">Cannot be guessed. Each order of the cart has it, so two orders with the same id are possibly one order placed twice.</param>
/// <param name="Lines">The products.</param>
/// <param name="Codes">The codes.</param>
internal sealed record Cart(string Id, IReadOnlyList<CartLine> Lines, IReadOnlyList<string> Codes)
{
    public const int MaxQuantity = 99;
    public const int MaxCodes = 3;

    public static Cart New() => new(Guid.NewGuid().ToString("N"), [], []);

    public int Count => Lines.Sum(line => line.Quantity);

    public bool IsShipped => Lines.Any(line => !line.Product.IsDigital);

    public bool IsSoldThroughCheckout => Lines.All(line => line.Product.IsSoldThroughCheckout);

    public bool IsSoldOnInvoice => Lines.All(line => line.Product.IsSoldOnInvoice);

    public decimal Pounds => Lines.Sum(line => line.Product.Pounds * line.Quantity);

    public int QuantityOf(Product product) => Lines.FirstOrDefault(line => line.Product == product)?.Quantity ?? 0;

    /// <summary>Returns the cart with this quantity of the product; zero removes it.</summary>
    public Cart With(Product product, int quantity)
    {
        var wanted = Math.Clamp(quantity, 0, MaxQuantity);
        var lines = QuantityOf(product) > 0
            ? Lines.Select(line => line.Product == product ? new CartLine(product, wanted) : line)
            : Lines.Append(new CartLine(product, wanted));
        return this with { Lines = [.. lines.Where(line => line.Quantity > 0)] };
    }

    /// <summary>Returns the cart with a code. A code counts once, and of more than <see cref="MaxCodes"/> codes, the last ones.</summary>
    public Cart WithCode(string code) => this with { Codes = [.. Without(code).Append(code).TakeLast(MaxCodes)] };

    public Cart WithoutCode(string code) => this with { Codes = [.. Without(code)] };

    public Money Subtotal(string currency) => Lines.Aggregate(new Money(0, currency), (sum, line) => sum + line.Price);

    private IEnumerable<string> Without(string code) => Codes.Where(each => !each.Equals(code, StringComparison.OrdinalIgnoreCase));
}
