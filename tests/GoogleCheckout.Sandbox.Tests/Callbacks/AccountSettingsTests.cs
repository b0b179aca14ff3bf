using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>The settings of the merchant's account: the version of the API, and which notifications are sent.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class AccountSettingsTests : IAsyncDisposable
{
    private MerchantServer _merchant = null!;
    private CheckoutSandbox? _sandbox;

    [SetUp]
    public async Task StartMerchantAsync() => _merchant = await MerchantServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        await _merchant.DisposeAsync();
    }

    [TestCase(ApiVersion.Version20)]
    [TestCase(ApiVersion.Version22)]
    public async Task EarlierVersion_Notifications_HaveNoSummaries(ApiVersion version)
    {
        using var client = await StartAsync(options => options.ApiVersion = version);
        var order = await PlaceAsync(client, SampleCarts.Books);

        var charge = await client.ChargeOrderAsync(order);
        var refund = await client.RefundOrderAsync(order, "Late");
        var cancel = await client.CancelOrderAsync(order, "Late");
        await _sandbox!.DeliverAsync();

        var pushed = _merchant.Posts.Select(post => CheckoutXml.Parse<Notification>(post.Body)).ToList();
        var history = await HistoryAsync(client, order);
        Assert.Multiple(() =>
        {
            Assert.That((charge.ChargeAmountNotification, refund.RefundAmountNotification, cancel.OrderStateChangeNotification), Is.EqualTo(((ChargeAmountNotification?)null, (RefundAmountNotification?)null, (OrderStateChangeNotification?)null)));
            Assert.That(pushed.Select(notification => notification.OrderSummary), Is.All.Null);
            Assert.That(history.Select(notification => notification.SerialNumber), Is.EqualTo(pushed.Select(notification => notification.SerialNumber)));
            Assert.That(pushed.Select(notification => notification.GetType()), Does.Not.Contain(typeof(AuthorizationAmountNotification)), "the cart does not request it");
            Assert.That(pushed.Select(notification => notification.GetType()), Is.SupersetOf(new[] { typeof(RiskInformationNotification), typeof(ChargeAmountNotification), typeof(RefundAmountNotification) }));
            Assert.That(SharedFolder.IsNamed ? pushed.SelectMany(notification => OfficialSchema.GetErrors(notification.ToXElement())) : [], Is.Empty);
        });
    }

    [Test]
    public async Task EarlierVersion_CartRequestsTheFirstAuthorization_ReportsIt()
    {
        using var client = await StartAsync(options => options.ApiVersion = ApiVersion.Version20);

        var order = await PlaceAsync(client, SampleCarts.Books with { OrderProcessingSupport = new OrderProcessingSupport { RequestInitialAuthDetails = true } });

        Assert.That((await HistoryAsync(client, order)).OfType<AuthorizationAmountNotification>(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task EarlierVersion_AuthorizationByCommand_IsReported()
    {
        using var client = await StartAsync(options => options.ApiVersion = ApiVersion.Version20);
        var order = await PlaceAsync(client, SampleCarts.Books);

        await client.AuthorizeOrderAsync(order);

        Assert.That((await HistoryAsync(client, order)).OfType<AuthorizationAmountNotification>(), Has.Exactly(1).Items);
    }

    [TestCase("")]
    [TestCase("OK")]
    [TestCase("<notification-acknowledgment xmlns='http://checkout.google.com/schema/2'/>")]
    public async Task EarlierVersion_Status200_AcknowledgesTheNotification(string answer)
    {
        using var client = await StartAsync(options => options.ApiVersion = ApiVersion.Version20);
        _merchant.AnswerWith(200, answer);

        await PlaceAsync(client, SampleCarts.Books);

        Assert.That(_sandbox!.Deliveries, Is.Not.Empty);
        Assert.That(_sandbox.Deliveries.Select(delivery => delivery.Error), Is.All.Null);
    }

    [Test]
    public async Task EarlierVersion_OtherStatus_IsSentAgain()
    {
        using var client = await StartAsync(options => options.ApiVersion = ApiVersion.Version20);
        _merchant.AnswerWith(500, string.Empty);

        await PlaceAsync(client, SampleCarts.Books);

        Assert.That(_sandbox!.Deliveries.Select(delivery => delivery.IsAcknowledged), Is.All.False);
    }

    [Test]
    public async Task EarlierVersion_SerialNumberRequired_ChecksIt()
    {
        using var client = await StartAsync(options =>
        {
            options.ApiVersion = ApiVersion.Version20;
            options.RequireSerialNumberInAcknowledgments = true;
        });
        _merchant.AnswerWith(200, string.Empty);

        await PlaceAsync(client, SampleCarts.Books);

        Assert.That(_sandbox!.Deliveries[0].Error, Does.StartWith("Expected serial number was not contained"));
    }

    [Test]
    public async Task Filter_Enabled_PushesOnlyNotificationsThatNoCommandReturns()
    {
        using var client = await StartAsync(options => options.FilterNotifications = true);
        var order = await PlaceAsync(client, SampleCarts.Books);
        await client.ChargeOrderAsync(order);
        await client.RefundOrderAsync(order, "Late", new Money(10, "USD"));
        await _sandbox!.ChargebackAsync(order);
        await _sandbox.DeliverAsync();

        Assert.That(
            _merchant.Posts.Select(post => CheckoutXml.Parse(post.Body).GetType()),
            Is.EqualTo(new[] { typeof(NewOrderNotification), typeof(AuthorizationAmountNotification), typeof(ChargebackAmountNotification) }));
        Assert.That(await HistoryAsync(client, order), Has.Count.EqualTo(9));
    }

    private static IEnumerable<TestCaseData> WrongSettings() =>
    [
        Wrong("ApiVersion is not a defined ApiVersion.", options => options.ApiVersion = (ApiVersion)9),
        Wrong("CallbackFormat with serial numbers requires version 2.5 of the API.", options => (options.ApiVersion, options.CallbackFormat) = (ApiVersion.Version22, CallbackFormat.SerialNumber)),
        Wrong("FilterNotifications requires version 2.5 of the API.", options => (options.ApiVersion, options.FilterNotifications) = (ApiVersion.Version20, true)),
        Wrong("Fees.Percentage must be from 0 to 100.", options => options.Fees = new SandboxFees { Percentage = 101 }),
        Wrong("Fees.Flat must not be negative.", options => options.Fees = new SandboxFees { Flat = -1 }),
        Wrong("Fees.Chargeback must not be negative.", options => options.Fees = new SandboxFees { Chargeback = -1 }),
        Wrong("Rules is required.", options => options.Rules = null!),
        Wrong("Rules.AfterPartialCharge must be Chargeable or Charged.", options => options.Rules = new SandboxRules { AfterPartialCharge = GoogleCheckout.Orders.FinancialOrderState.Cancelled }),
        Wrong("Rules.CardReplacementDeadline must be positive and at most 36500 days.", options => options.Rules = new SandboxRules { CardReplacementDeadline = TimeSpan.Zero }),
        Wrong("Rules.AuthorizationLifetime must be positive and at most 36500 days.", options => options.Rules = new SandboxRules { AuthorizationLifetime = TimeSpan.FromDays(-1) }),
        Wrong("Rules.ReauthorizationDelay must be from 0 to 36500 days.", options => options.Rules = new SandboxRules { ReauthorizationDelay = TimeSpan.FromDays(-1) }),
    ];

    [TestCaseSource(nameof(WrongSettings))]
    public void Options_Invalid_ThrowWithTheName(Action<CheckoutSandboxOptions> set, string message)
    {
        var options = new CheckoutSandboxOptions();
        set(options);

        Assert.That(async () => await CheckoutSandbox.StartAsync(options), Throws.ArgumentException.With.Message.EqualTo(message));
    }

    private static TestCaseData Wrong(string message, Action<CheckoutSandboxOptions> set) => new TestCaseData(set, message).SetName($"Options_Invalid_ThrowWithTheName: {message}");

    private async Task<CheckoutClient> StartAsync(Action<CheckoutSandboxOptions> change)
    {
        var options = _merchant.Options();
        change(options);
        _sandbox = await CheckoutSandbox.StartAsync(options);
        return _sandbox.CreateClient();
    }

    private async Task<string> PlaceAsync(CheckoutClient client, CheckoutShoppingCart cart)
    {
        var order = (await _sandbox!.PlaceOrderAsync(await client.CheckoutAsync(cart))).GoogleOrderNumber;
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        return order;
    }

    private static async Task<List<Notification>> HistoryAsync(CheckoutClient client, string order) =>
        await client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [order] }).ToListAsync();
}
