using System.Net;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>A sandbox with pages, and a browser without script.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class MerchantCenterFixture : IAsyncDisposable
{
    private protected CheckoutSandbox Sandbox { get; private set; } = null!;

    private protected CheckoutClient Client { get; private set; } = null!;

    private protected PageVisitor Merchant { get; private set; } = null!;

    [SetUp]
    public async Task SetUp()
    {
        var options = await CreateOptionsAsync();
        (options.PagesEndpoint, options.ReviewDelay) = (new IPEndPoint(IPAddress.Loopback, 0), TimeSpan.FromMinutes(1));
        Sandbox = await CheckoutSandbox.StartAsync(options);
        Client = Sandbox.CreateClient();
        Merchant = new PageVisitor(Sandbox.PagesAddress!);
    }

    public async ValueTask DisposeAsync()
    {
        Merchant.Dispose();
        Client.Dispose();
        await Sandbox.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Creates the options of the sandbox.</summary>
    private protected virtual Task<CheckoutSandboxOptions> CreateOptionsAsync() => Task.FromResult(new CheckoutSandboxOptions());

    /// <summary>Signs the merchant in, at the page or the inbox.</summary>
    private protected Task SignInAsync() => SignInAsync(Merchant, Sandbox);

    private protected static async Task SignInAsync(PageVisitor visitor, CheckoutSandbox sandbox)
    {
        await visitor.OpenAsync(PageUrls.Inbox);
        await visitor.SubmitAsync(PageUrls.SignIn, ("merchant-id", sandbox.MerchantId), ("merchant-key", sandbox.MerchantKey));
    }

    /// <summary>Places an order whose review has ended.</summary>
    private protected async Task<string> PlaceAsync(Action<SandboxBuyer>? buyer = null)
    {
        var order = await Sandbox.PlaceOrderAsync(await Client.CheckoutAsync(SampleCarts.Books), buyer);
        await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        return order.GoogleOrderNumber;
    }
}
