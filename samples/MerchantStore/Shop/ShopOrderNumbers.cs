using System.Globalization;
using MerchantStore.Data;

namespace MerchantStore.Shop;

/// <summary>Assigns the store's order numbers. Many carts do not become orders, so the numbers have gaps.</summary>
internal sealed class ShopOrderNumbers(StoreContext store, IConfiguration configuration, TimeProvider time)
{
    public const string PrefixSetting = "OrderPrefix";

    public async Task<string> NextAsync(CancellationToken cancellationToken)
    {
        var checkout = new StartedCheckout { StartedAt = time.GetUtcNow() };
        store.Add(checkout);
        await store.SaveChangesAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{configuration[PrefixSetting] ?? "T-"}{1000 + checkout.Id}");
    }
}
