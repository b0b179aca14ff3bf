using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Docs;

/// <summary>The code of the sandbox's README, compiled and run; the README is compared with it by <c>SnippetTests</c>.</summary>
public class SandboxReadmeSnippets
{
    [Test]
    public async Task First_Unchanged_ChargesAnOrder()
    {
        var cart = SampleNotifications.Cart();

        // <first>
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();                               // a CheckoutClient, ready to use

        var redirect = await client.CheckoutAsync(cart);
        var order = (await sandbox.PlaceOrderAsync(redirect)).GoogleOrderNumber; // what a buyer does in a browser; REVIEWING
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));                     // the review is over; CHARGEABLE
        await client.ChargeOrderAsync(order);

        Assert.That(sandbox.Requests[^1].Message, Is.InstanceOf<ChargeOrderRequest>());
        // </first>
    }

    [Test]
    public async Task Merchants_Second_HasItsOwnOrders()
    {
        var cart = SampleNotifications.Cart();

        // <merchants>
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions
        {
            MerchantId = "1234567890",
            Merchants = { new SandboxMerchantOptions { MerchantId = "2345678901", AutoCharge = true } },
        });
        var books = sandbox.Merchants[1];
        using var client = books.CreateClient(); // with the credentials and the certificate of this merchant

        var order = await books.PlaceOrderAsync(await client.CheckoutAsync(cart));
        // </merchants>
        Assert.That((await client.GetOrderSummariesAsync([order.GoogleOrderNumber])).Single().OrderTotal, Is.EqualTo(order.OrderTotal));
        Assert.That(sandbox.Requests, Is.Empty);
    }

    [Test]
    public async Task Data_OfASandbox_IsInItsFile()
    {
        var before = Directory.GetCurrentDirectory();
        var folder = Directory.CreateTempSubdirectory("journal-");
        Directory.SetCurrentDirectory(folder.FullName);
        try
        {
            // <data>
            await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { DataPath = "shop.sandbox" });
            // </data>
            Assert.That(folder.GetFiles().Select(file => file.Name), Is.EquivalentTo(new[] { "shop.sandbox", "shop.sandbox.keys" }));
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }

    // <handler-test>
    [Test]
    public async Task Handle_PartialCharge_DoesNotShip()
    {
        var shipping = new ShipWhenPaid();
        var charge = SampleNotifications.ChargeAmount() with { TotalChargeAmount = new Money(5.00m, "USD") };

        await shipping.HandleAsync(charge, new NotificationContext(charge), CancellationToken.None);

        Assert.That(shipping.Shipped, Is.Empty);
    }
    // </handler-test>

    [Test]
    public async Task Handle_FullCharge_Ships()
    {
        var shipping = new ShipWhenPaid();
        var charge = SampleNotifications.ChargeAmount();

        await shipping.HandleAsync(charge, new NotificationContext(charge), CancellationToken.None);

        Assert.That(shipping.Shipped, Is.EqualTo(new[] { SampleNotifications.GoogleOrderNumber }));
    }

    [Test]
    public async Task DeliveryFaults_Unchanged_Apply()
    {
        await using var merchant = await MerchantServer.StartAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(merchant.Options());
        using var client = sandbox.CreateClient();

        // <delivery-faults>
        sandbox.Faults.OnDelivery<NewOrderNotification>(DeliveryFault.Delay(TimeSpan.FromHours(1)));
        sandbox.Faults.OnDelivery<OrderStateChangeNotification>(DeliveryFault.Duplicate());
        sandbox.Faults.OnDelivery(
            notification => notification is RiskInformationNotification { RiskInformation.EligibleForProtection: true },
            DeliveryFault.WithQuirks(Quirk.TimesWithoutZone, Quirk.EmptyBillingAddress),
            times: 1);
        // </delivery-faults>

        await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await sandbox.AdvanceAsync(TimeSpan.FromHours(1));

        var came = merchant.Posts.Select(post => CheckoutXml.Parse(post.Body)).ToList();
        Assert.That(came.Select(notification => notification.GetType()), Is.EqualTo(new[]
        {
            typeof(OrderStateChangeNotification), typeof(OrderStateChangeNotification), typeof(RiskInformationNotification),
            typeof(AuthorizationAmountNotification), typeof(NewOrderNotification),
        }));
        Assert.That(((RiskInformationNotification)came[2]).RiskInformation?.BillingAddress?.City, Is.Null.Or.Empty);
    }

    private sealed class ShipWhenPaid : INotificationHandler<ChargeAmountNotification>
    {
        public List<string> Shipped { get; } = [];

        public Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            if (notification.TotalChargeAmount == notification.OrderSummary?.OrderTotal)
            {
                Shipped.Add(notification.GoogleOrderNumber);
            }

            return Task.CompletedTask;
        }
    }
}
