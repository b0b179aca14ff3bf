using MerchantStore.Development;
using MerchantStore.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace MerchantStore.Shop;

/// <summary>The address at which Google Checkout reaches the store.</summary>
/// <remarks>Never that of a request: whoever sends a request chooses its host, and Google Checkout would send the merchant's key there with a calculation callback.</remarks>
internal sealed class ShopAddress(IOptionsMonitor<StoreOptions> options, IServer server)
{
    public const string CallbackPath = "/checkout/callback";

    /// <exception cref="InvalidOperationException">The setting is missing, and the server listens at no address with a port.</exception>
    public Uri Callback => FindPage(CallbackPath) ?? throw new InvalidOperationException($"Set {nameof(StoreOptions.PublicUrl)} to the store's address, for example https://shop.example/.");

    /// <returns>The address of a page; null if the setting is missing, and the server listens at no address with a port.</returns>
    public Uri? FindPage(string path) => FindBase() is { } address ? new Uri(address, path) : null;

    private Uri? FindBase() => options.CurrentValue.PublicUrl ?? ServerAddress.Find(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
}
