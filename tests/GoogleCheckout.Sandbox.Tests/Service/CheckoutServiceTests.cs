using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Control;
using GoogleCheckout.Sandbox.Infrastructure;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>The service in the long run: bounded memory, the order of events, and looking without changing.</summary>
public class CheckoutServiceTests
{
    private static readonly Uri Pages = new("https://localhost/view/buy");

    [Test]
    public void AddCart_BeyondTenThousand_ForgetsTheOldest()
    {
        var options = new CheckoutSandboxOptions();
        using var service = new CheckoutService(new SandboxClock(new FakeTimeProvider(TestTime.Start)), new SandboxIds(seed: 1), MerchantSettings.From(options, options.Rules), new NoSink());

        var ids = Enumerable.Range(0, 10_001).Select(_ => ((CheckoutRedirect)service.AddCart(SampleCarts.Books, Pages, isDonation: false)).RedirectUrl.Split('=')[^1]).ToList();

        Assert.That(() => service.FindCart(ids[0]), Throws.ArgumentException.With.Message.StartsWith($"The sandbox has no shopping cart {ids[0]}."));
        Assert.That(service.FindCart(ids[1]), Is.Not.Null);
        Assert.That(service.FindCart(ids[^1]), Is.Not.Null);
    }

    [Test]
    public async Task NextPageToken_Of257Searches_ForgetsTheOldest()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { ReviewDelay = TimeSpan.Zero });
        using var raw = new Api.RawClient(sandbox);
        var orders = new List<string>();
        for (var i = 0; i < 13; i++)
        {
            orders.Add(await PlaceAsync(sandbox));
        }

        var tokens = new List<string?>();
        for (var i = 0; i < 257; i++)
        {
            tokens.Add(((NotificationHistoryResponse)await GetAsync(new NotificationHistoryRequest { OrderNumbers = orders })).NextPageToken);
        }

        Assert.That(tokens, Is.Unique.And.All.Not.Null);
        Assert.That(await GetAsync(new NotificationHistoryRequest { NextPageToken = tokens[0] }), Has.Property("ErrorMessage").EqualTo("The next-page-token is unknown."));
        Assert.That(((NotificationHistoryResponse)await GetAsync(new NotificationHistoryRequest { NextPageToken = tokens[1] })).Notifications, Has.Count.EqualTo(2));

        async Task<CheckoutMessage> GetAsync(CheckoutMessage request) => (await raw.PostAsync("reports", request)).Response;
    }

    [Test]
    public async Task Events_DueAtTheSameInstant_HappenInTheOrderOfThePurchases()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { TimeProvider = new FakeTimeProvider(TestTime.Start) });
        var reviewed = new List<string>();
        var orders = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            orders.Add(await PlaceAsync(sandbox));
        }

        sandbox.OrderChanged += (_, args) =>
        {
            if (args.Notification is OrderStateChangeNotification change)
            {
                reviewed.Add(change.GoogleOrderNumber);
            }
        };
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.That(reviewed, Is.EqualTo(orders));
    }

    [Test]
    public async Task FindOrder_WithASeed_ChangesNoLaterNumber([Values] bool look)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { Seed = 11, TimeProvider = new FakeTimeProvider(TestTime.Start) });
        var first = await PlaceAsync(sandbox);
        for (var i = 0; look && i < 3; i++)
        {
            Assert.That(((IControlledSandbox)sandbox.Merchants[0]).FindOrder(first)!.GoogleOrderNumber, Is.EqualTo(first));
            Assert.That(((IControlledSandbox)sandbox.Merchants[0]).FindOrder("1"), Is.Null);
            Assert.That(((IControlledSandbox)sandbox.Merchants[0]).Orders(), Has.Count.EqualTo(1));
        }

        var second = await PlaceAsync(sandbox);

        Assert.That((first, second), Is.EqualTo(ExpectedNumbers));
    }

    private static (string First, string Second) ExpectedNumbers { get; } = GetExpectedNumbers();

    // The merchant's id, key and certificate, then for each order the cart's number, the receipt's serial number and the order's number.
    private static (string First, string Second) GetExpectedNumbers()
    {
        var ids = new SandboxIds(11);
        _ = (ids.Number(), ids.Token());
        _ = (ids.Number(), ids.SerialNumber());
        var first = ids.Number();
        _ = (ids.Number(), ids.SerialNumber());
        return (first, ids.Number());
    }

    private static async Task<string> PlaceAsync(CheckoutSandbox sandbox)
    {
        using var client = sandbox.CreateClient();
        return (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
    }

    private sealed class NoSink : INotificationSink
    {
        public void Add(Notification notification)
        {
        }
    }
}
