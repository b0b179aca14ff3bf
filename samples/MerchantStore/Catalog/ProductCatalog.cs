using GoogleCheckout;
using MerchantStore.Settings;
using Microsoft.Extensions.Options;

namespace MerchantStore.Catalog;

/// <summary>The products with their prices in the store's currency. A real store reads them from a table; prices never come from a form.</summary>
/// <remarks>Each currency has its own prices, which are not converted from another. Carts have the products only, so they follow if the currency changes; orders keep theirs.</remarks>
internal sealed class ProductCatalog
{
    private static readonly Category Tea = Category.Tea;
    private static readonly Category Teaware = Category.Teaware;
    private static readonly Category Gifts = Category.Gifts;

    public ProductCatalog(IOptionsMonitor<StoreOptions> options)
    {
        Currency = options.CurrentValue.Currency;
        Products =
        [
            new("sencha", Tea, "Sencha", "Green tea from Uji, 100 g", In(6.25m, 4.20m))
            {
                Pounds = 0.3m,
                Story = "Fresh and grassy, with a long sweet finish. Steep one spoonful for a minute in water that no longer boils. The second cup is as good as the first.",
            },
            new("assam", Tea, "Assam", "Black tea, second flush, 100 g", In(5.50m, 3.75m))
            {
                Pounds = 0.3m,
                Story = "Dark, malty and strong enough for milk. Three minutes in boiling water. It is the tea we drink before we open the shop.",
            },
            new("oolong", Tea, "Oolong", "High mountain tea from Taiwan, 50 g", In(11.00m, 7.50m))
            {
                Pounds = 0.2m,
                Story = "Rolled by hand into pearls that open over five infusions. It smells of lilac first and of butter at the end.",
            },
            new("chamomile", Tea, "Chamomile", "Whole flowers, without caffeine, 60 g", In(4.75m, 3.20m))
            {
                Pounds = 0.2m,
                Story = "Picked in the morning and dried in the shade. Five minutes, with a lid on the cup, and a little honey.",
            },
            new("teapot", Teaware, "Teapot", "Cast iron, 0.8 l, with a strainer", In(39.50m, 27.00m))
            {
                Pounds = 2.9m,
                Story = "Cast in sand and enameled inside. It stays warm for an hour and lasts for generations, if you dry it after use.",
            },
            new("cup", Teaware, "Tea cup", "Stoneware, hand-thrown, 0.2 l", In(14.00m, 9.50m))
            {
                Pounds = 0.7m,
                Story = "Every cup is slightly different, and fits into the hand instead of the dishwasher. The glaze is free of lead.",
            },
            new("whisk", Teaware, "Matcha whisk", "Bamboo, 80 prongs", In(17.50m, 12.00m))
            {
                Pounds = 0.1m,
                Story = "Split by hand from one piece of bamboo. Soak it for a minute before use, and let it dry in the air.",
            },
            new("brazier", Teaware, "Tea stove", "Cast iron and clay, for the garden", In(189.00m, 129.00m))
            {
                Pounds = 44m,
                Story = "Boils a kettle of three liters over charcoal. It weighs 44 pounds, so we ship it by ground freight only, and not overseas.",
            },
            new("honey", Gifts, "Linden honey", "From the beekeeper next door, 250 g", In(8.90m, 6.00m))
            {
                Pounds = 0.9m,
                Story = "Light, minty and never heated. There are about two hundred jars a year.",
            },
            new("handbook", Gifts, "The tea handbook", "PDF, to download", In(12.00m, 8.00m))
            {
                IsDigital = true,
                Story = "Everything that we are asked in the shop: water, times, storage, and what the words on the packets mean.",
            },
            new("tea-of-the-month", Gifts, "Tea of the month", "A new tea every month, for a year", In(18.00m, 12.00m))
            {
                Pounds = 0.3m,
                IsSubscription = true,
                Story = "Each month a tea that we do not sell otherwise, with a letter about where it grows. Twelve packets, one payment for each.",
            },
            new("plum-wine", Gifts, "Plum wine", "Umeshu, 0.5 l, 12 percent alcohol", In(21.00m, 14.50m))
            {
                Pounds = 2.6m,
                IsSoldThroughCheckout = false,
                Story = "Green plums, rice spirit and two years of patience. Serve it cold. For adults only.",
            },
        ];
    }

    public string Currency { get; }

    public IReadOnlyList<Product> Products { get; }

    public Product? Find(string? id) => Products.FirstOrDefault(product => product.Id == id);

    public IEnumerable<Product> InCategory(Category category) => Products.Where(product => product.Category == category);

    private Money In(decimal dollars, decimal sterling) => Currency switch
    {
        "USD" => new Money(dollars, Currency),
        "GBP" => new Money(sterling, Currency),
        _ => throw new InvalidOperationException($"The store has no prices in {Currency}. Set the currency to USD or GBP."),
    };
}
