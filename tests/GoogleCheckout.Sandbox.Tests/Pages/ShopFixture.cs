using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>A sandbox with pages, and a shop that receives its notifications.</summary>
public abstract class ShopFixture : MerchantCenterFixture
{
    private protected MerchantServer Shop { get; private set; } = null!;

    [TearDown]
    public async Task StopShop() => await Shop.DisposeAsync();

    private protected override async Task<CheckoutSandboxOptions> CreateOptionsAsync()
    {
        Shop = await MerchantServer.StartAsync();
        return Shop.Options();
    }
}
