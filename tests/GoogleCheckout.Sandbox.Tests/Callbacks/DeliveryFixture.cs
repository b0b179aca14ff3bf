using System.Text;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>A merchant's server and a sandbox that pushes notifications to it, for each test.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public abstract class DeliveryFixture : IAsyncDisposable
{
    /// <summary>The time after which an order's review ends.</summary>
    protected static readonly TimeSpan Review = TimeSpan.FromMinutes(1);

    private CheckoutSandbox? _sandbox;

    private protected MerchantServer Merchant { get; private set; } = null!;

    [SetUp]
    public async Task StartMerchantAsync() => Merchant = await MerchantServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        await Merchant.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The merchant's credentials, as the Authorization header has them.</summary>
    private protected static string GetCredentials(CheckoutSandbox sandbox) =>
        $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{sandbox.MerchantId}:{sandbox.MerchantKey}"))}";

    private protected async Task<CheckoutSandbox> StartAsync(Action<CheckoutSandboxOptions>? configure = null)
    {
        var options = Merchant.Options();
        configure?.Invoke(options);
        return _sandbox = await CheckoutSandbox.StartAsync(options);
    }

    private protected async Task<NewOrderNotification> PlaceAsync(Action? beforeOrder = null)
    {
        using var client = _sandbox!.CreateClient();
        var redirect = await client.CheckoutAsync(SampleCarts.Books);
        beforeOrder?.Invoke();
        return await _sandbox.PlaceOrderAsync(redirect);
    }
}
