using GoogleCheckout;

namespace MerchantStore.Shop;

/// <summary>A product of the store.</summary>
internal sealed record Product(string Id, string Name, string Description, Money Price)
{
    /// <summary>Gets all products. A real store reads them from a table; prices never come from a form.</summary>
    public static IReadOnlyList<Product> All { get; } =
    [
        new("teapot", "Teapot", "Cast iron, 0.8 l, with a strainer", new Money(39.50m, "USD")),
        new("sencha", "Sencha", "Green tea from Uji, 100 g", new Money(6.25m, "USD")),
        new("cup", "Tea cup", "Stoneware, hand-thrown, 0.2 l", new Money(14.00m, "USD")),
    ];

    public static Product? Find(string? id) => All.FirstOrDefault(product => product.Id == id);
}
