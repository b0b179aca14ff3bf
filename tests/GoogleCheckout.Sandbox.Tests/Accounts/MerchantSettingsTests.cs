using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Callbacks;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Orders;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Accounts;

/// <summary>Settings that change while orders and deliveries are under way.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MerchantSettingsTests : IAsyncDisposable
{
    private readonly SandboxClock _clock = new(new FakeTimeProvider(TestTime.Start));
    private MerchantServer _server = null!;
    private MerchantAccount _account = null!;
    private MerchantAccounts _accounts = null!;

    [SetUp]
    public async Task SetUp()
    {
        _server = await MerchantServer.StartAsync();
        _account = new MerchantAccount(_server.Options(), new CheckoutSandboxOptions(), "1234567890", "secret-key", new SandboxIds(seed: 1), _clock);
        _accounts = new MerchantAccounts(_clock, [_account]);
    }

    public async ValueTask DisposeAsync()
    {
        await _accounts.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task ReviewDelay_Changed_AppliesToNewOrdersOnly()
    {
        var before = await PlaceAsync();
        ChangePolicy(policy => policy with { ReviewDelay = TimeSpan.FromHours(1) });
        var after = await PlaceAsync();

        _accounts.Advance(TimeSpan.FromMinutes(1));
        Assert.That((State(before), State(after)), Is.EqualTo((FinancialOrderState.Chargeable, FinancialOrderState.Reviewing)));
        _accounts.Advance(TimeSpan.FromMinutes(59));
        Assert.That(State(after), Is.EqualTo(FinancialOrderState.Chargeable));
    }

    [Test]
    public async Task AutoChargeAndFees_Changed_ApplyToOrdersInReview()
    {
        var order = await PlaceAsync();
        ChangePolicy(policy => policy with { AutoCharge = true, Fees = new SandboxFees() });

        _accounts.Advance(TimeSpan.FromMinutes(1));
        await _accounts.DeliverAsync(CancellationToken.None);

        Assert.That(State(order), Is.EqualTo(FinancialOrderState.Charged));
        Assert.That(Delivered().OfType<ChargeAmountNotification>().Single().LatestChargeFee, Is.Not.Null);
    }

    [Test]
    public async Task CaptureDelay_ChangedWhileCharging_LetsTheChargeEndAtItsTime()
    {
        var order = await PlaceAsync();
        _accounts.Advance(TimeSpan.FromMinutes(1));
        ChangePolicy(policy => policy with { CaptureDelay = TimeSpan.FromHours(2) });
        _account.Service.Execute(new ChargeOrderRequest { GoogleOrderNumber = order });
        ChangePolicy(policy => policy with { CaptureDelay = TimeSpan.Zero });

        Assert.That(State(order), Is.EqualTo(FinancialOrderState.Charging));
        _accounts.Advance(TimeSpan.FromHours(2));
        Assert.That(State(order), Is.EqualTo(FinancialOrderState.Charged));
    }

    [Test]
    public async Task ApiVersion_Changed_ChangesReceiptsAndAcknowledgments()
    {
        var order = await PlaceAsync();
        _accounts.Advance(TimeSpan.FromMinutes(1));
        await _accounts.DeliverAsync(CancellationToken.None);
        _server.AnswerWith(200, "thank you");
        ChangePolicy(policy => policy with { ApiVersion = ApiVersion.Version20 });

        var receipt = (RequestReceivedResponse)_account.Service.Execute(new ChargeOrderRequest { GoogleOrderNumber = order });
        await _accounts.DeliverAsync(CancellationToken.None);

        Assert.That(receipt.ChargeAmountNotification, Is.Null);
        Assert.That(_account.Deliveries.Snapshot()[^1].IsAcknowledged, Is.True, "status 200 is sufficient");
        Assert.That(_account.Settings.AcknowledgesSerialNumbers, Is.False);
    }

    [Test]
    public async Task Filter_Changed_AppliesToNewNotifications()
    {
        await PlaceAsync();
        _account.ChangeSettings(settings => settings with { FilterNotifications = true });

        _accounts.Advance(TimeSpan.FromMinutes(1));
        await _accounts.DeliverAsync(CancellationToken.None);

        Assert.That(Delivered().Select(notification => notification.GetType()), Is.EqualTo(new[] { typeof(NewOrderNotification), typeof(AuthorizationAmountNotification) }));
    }

    [Test]
    public async Task CallbackFormatAndUrl_Changed_ApplyToTheNextAttempt()
    {
        _server.AnswerWith(500, "no");
        await PlaceAsync();
        await _accounts.DeliverAsync(CancellationToken.None);
        await using var other = await MerchantServer.StartAsync();
        _account.ChangeSettings(settings => settings with { CallbackFormat = CallbackFormat.NameValue });
        _accounts.Advance(TimeSpan.FromSeconds(5));
        await _accounts.DeliverAsync(CancellationToken.None);
        _account.ChangeSettings(settings => settings with { CallbackUrl = null });
        _accounts.Advance(TimeSpan.FromHours(1));
        await _accounts.DeliverAsync(CancellationToken.None);

        Assert.That(_server.Posts.Select(post => post.Body.StartsWith('<')), Is.EqualTo(new[] { true, false }));
        Assert.That(_server.Posts.Select(post => post.SerialNumber).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Change_ThatThrows_ChangesNothing()
    {
        var before = _account.Settings;

        Assert.That(() => _account.ChangeSettings(_ => throw new InvalidOperationException("no")), Throws.InvalidOperationException);

        Assert.That((_account.Settings, _account.Queue.Settings), Is.EqualTo((before, before)));
    }

    private void ChangePolicy(Func<MerchantPolicy, MerchantPolicy> change) => _account.ChangeSettings(settings => settings with { Policy = change(settings.Policy) });

    private async Task<string> PlaceAsync()
    {
        var redirect = (CheckoutRedirect)_account.Service.AddCart(SampleCarts.Books, new Uri("http://localhost/buy"), isDonation: false);
        var cartId = redirect.RedirectUrl.Split('=')[^1];
        var purchase = Purchase.From(new SandboxBuyer());
        var price = await _account.Pricer.PriceAsync(SampleCarts.Books, purchase, CancellationToken.None);
        return _account.Service.PlaceOrder(cartId, purchase.Buyer, price).GoogleOrderNumber;
    }

    private FinancialOrderState State(string order) => _account.Service.FindOrder(order)!.FinancialOrderState;

    private IEnumerable<Notification> Delivered() => _account.Deliveries.Snapshot().Select(delivery => delivery.Notification);
}
