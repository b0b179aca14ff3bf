using MerchantStore.Development;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MerchantStore.Shop;

/// <summary>The address at which Google Checkout reaches the store.</summary>
/// <remarks>Never that of a request: whoever sends a request chooses its host, and Google Checkout would send the merchant's key there with a calculation callback.</remarks>
internal sealed class ShopAddress(IConfiguration configuration, IServer server)
{
    public const string Setting = "PublicUrl";
    public const string CallbackPath = "/checkout/callback";

    /// <exception cref="InvalidOperationException">The setting is missing, and the server listens at no address with a port.</exception>
    public Uri Callback => FindPage(CallbackPath) ?? throw new InvalidOperationException($"Set {Setting} to the store's address, for example https://shop.example/.");

    /// <returns>The address of a page; null if the setting is missing, and the server listens at no address with a port.</returns>
    public Uri? FindPage(string path) => FindBase() is { } address ? new Uri(address, path) : null;

    private Uri? FindBase() =>
        Uri.TryCreate(configuration[Setting], UriKind.Absolute, out var url) ? url
        : ServerAddress.Find(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
}
