using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Callbacks;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>A merchant's key changes: the sandbox is started again with its data and the new key, and the site accepts both keys meanwhile.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class KeyRotationTests : IAsyncDisposable
{
    private const string OldKey = "old-key";
    private const string NewKey = "new-key";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rotation-");
    private readonly FakeTimeProvider _time = new(TestTime.Start);
    private readonly CheckoutOptions _site = new();
    private MerchantServer _merchant = null!;

    [SetUp]
    public async Task StartMerchantAsync() => _merchant = await MerchantServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _merchant.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Restart_WithAnotherKeyAndTheSameData_IsTheKeyOfRequestsAndCallbacks()
    {
        string order;
        await using (var sandbox = await StartAsync(OldKey))
        {
            sandbox.Configure(_site);
            using var client = new CheckoutClient(_site);
            order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
            await sandbox.DeliverAsync();
        }

        _site.AdditionalMerchantKeys.Add(NewKey);
        await using (var sandbox = await StartAsync(NewKey))
        {
            sandbox.Configure(_site);
            _site.MerchantKey = OldKey;
            using var client = new CheckoutClient(_site);
            Assert.That(async () => await client.GetOrderSummariesAsync([order]), Throws.TypeOf<CheckoutApiException>().With.Property("StatusCode").EqualTo(System.Net.HttpStatusCode.Unauthorized));

            (_site.MerchantKey, _site.AdditionalMerchantKeys[0]) = (NewKey, OldKey);
            Assert.That(await client.GetOrderSummariesAsync([order]), Has.Count.EqualTo(1), "the same client uses the new key");
            await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
            await sandbox.DeliverAsync();
        }

        var both = new NotificationAuthenticator(_site.MerchantId, [_site.MerchantKey, .. _site.AdditionalMerchantKeys]);
        var current = new NotificationAuthenticator(_site.MerchantId, _site.MerchantKey);
        Assert.That(_merchant.Posts, Has.Count.GreaterThan(1));
        Assert.That(_merchant.Posts.Select(post => both.IsAuthentic(post.Authorization)), Is.All.True);
        Assert.That(_merchant.Posts.Select(post => current.IsAuthentic(post.Authorization)), Is.EqualTo(_merchant.Posts.Select((_, index) => index > 0)), "the first was sent with the old key");
    }

    private Task<CheckoutSandbox> StartAsync(string key)
    {
        var options = _merchant.Options();
        (options.MerchantId, options.MerchantKey, options.TimeProvider, options.DataPath) = ("1234567890", key, _time, Path.Combine(_folder.FullName, "sandbox.journal"));
        return CheckoutSandbox.StartAsync(options);
    }
}
