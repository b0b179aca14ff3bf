using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Docs;

/// <summary>The code of docs/testing.md and docs/api-versions.md, compiled and run.</summary>
[Parallelizable(ParallelScope.All)]
public class TestingSnippets
{
    // <first>
    [Test]
    public async Task Order_AfterItsReview_CanBeCharged()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();

        var redirect = await client.CheckoutAsync(SampleNotifications.Cart());
        var order = await sandbox.PlaceOrderAsync(redirect);
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        var receipt = await client.ChargeOrderAsync(order.GoogleOrderNumber);

        Assert.That(receipt.ChargeAmountNotification!.TotalChargeAmount, Is.EqualTo(order.OrderTotal));
    }
    // </first>

    [Test]
    public async Task Card_DeclinedAtTheCharge_CanBeReplaced()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var redirect = await client.CheckoutAsync(SampleNotifications.Cart());

        // <card>
        var order = await sandbox.PlaceOrderAsync(redirect, buyer => buyer.Card = TestCard.DeclinedAtCharge);
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await client.ChargeOrderAsync(order.GoogleOrderNumber);                        // PAYMENT_DECLINED
        await sandbox.ReplaceCardAsync(order.GoogleOrderNumber, TestCard.Accepted);     // CHARGEABLE again
        await client.ChargeOrderAsync(order.GoogleOrderNumber);                        // CHARGED
        // </card>

        Assert.That((await client.GetOrderSummariesAsync([order.GoogleOrderNumber]))[0].FinancialOrderState, Is.EqualTo(FinancialOrderState.Charged));
    }

    [Test]
    public async Task Charge_WhoseResponseIsLost_MayHaveBeenMade()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()))).GoogleOrderNumber;
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        // <fault>
        sandbox.Faults.When(message => message is ChargeOrderRequest, SandboxFault.DropAfter, times: 1);

        var lost = Assert.ThrowsAsync<CheckoutException>(() => client.ChargeOrderAsync(order))!;
        Assert.That(lost.OutcomeUnknown);

        var summary = (await client.GetOrderSummariesAsync([order]))[0];
        Assert.That(summary.TotalChargeAmount, Is.EqualTo(summary.OrderTotal));
        // </fault>
    }

    [Test]
    public async Task Deliveries_WithFaults_AreMadeAgain()
    {
        await using var merchant = await MerchantServer.StartAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(merchant.Options());
        using var client = sandbox.CreateClient();

        // <delivery-fault>
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Duplicate());
        sandbox.Faults.OnDelivery<OrderStateChangeNotification>(DeliveryFault.WithQuirks(Quirk.TimesWithoutZone));
        // </delivery-fault>

        await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()));
        await sandbox.DeliverAsync();
        Assert.That(merchant.Posts.Select(post => post.SerialNumber).Distinct().Count(), Is.EqualTo(1));
        Assert.That(merchant.Posts, Has.Count.EqualTo(2));
    }

    // <mock>
    [Test]
    public async Task Handle_AuthorizedOrder_IsCharged()
    {
        using var client = new RecordingClient();
        var authorized = SampleNotifications.AuthorizationAmount();

        await new ChargeAtOnce(client).HandleAsync(authorized, new NotificationContext(authorized), CancellationToken.None);

        Assert.That(client.Charged, Is.EqualTo(new[] { authorized.GoogleOrderNumber }));
    }

    private sealed class RecordingClient : CheckoutClient
    {
        public List<string> Charged { get; } = [];

        public override Task<RequestReceivedResponse> ChargeOrderAsync(string googleOrderNumber, Money? amount = null, CancellationToken cancellationToken = default)
        {
            Charged.Add(googleOrderNumber);
            return Task.FromResult(new RequestReceivedResponse());
        }
    }
    // </mock>

    [Test]
    public async Task Version20_OfACharge_SaysNothingInTheReceipt()
    {
        await using var merchant = await MerchantServer.StartAsync();

        // <version>
        var options = new CheckoutSandboxOptions { ApiVersion = ApiVersion.Version20 };
        // </version>

        options.CallbackUrl = merchant.CallbackUrl;
        options.CallbackTrustedCertificate = merchant.Authority;
        await using var sandbox = await CheckoutSandbox.StartAsync(options);
        using var client = sandbox.CreateClient();
        var order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()))).GoogleOrderNumber;
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        var receipt = await client.ChargeOrderAsync(order);
        await sandbox.DeliverAsync();

        Assert.That(receipt.ChargeAmountNotification, Is.Null);
        var told = merchant.Posts.Select(post => (Notification)CheckoutXml.Parse(post.Body)).ToList();
        Assert.That(told.Select(notification => notification.OrderSummary), Is.All.Null);
        Assert.That(told.OfType<ChargeAmountNotification>(), Has.Exactly(1).Items);
    }

    private sealed class ChargeAtOnce(CheckoutClient client) : INotificationHandler<AuthorizationAmountNotification>
    {
        public Task HandleAsync(AuthorizationAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
            client.ChargeOrderAsync(notification.GoogleOrderNumber, cancellationToken: cancellationToken);
    }
}
