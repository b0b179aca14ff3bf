using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Samples;

/// <summary>The samples, individually and together.</summary>
public class SampleNotificationsTests
{
    private static IReadOnlyList<Notification> All => SampleNotifications.All;

    [Test]
    public void All_KindsOfTheProtocol_HaveASample()
    {
        var kinds = typeof(Notification).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Notification)) && type != typeof(UnknownNotification));

        Assert.That(kinds.Except(All.Select(sample => sample.GetType())), Is.Empty, "kinds without a sample: add one to SampleNotifications");
        Assert.That(All.Select(sample => sample.GetType()), Is.Unique);
    }

    [TestCaseSource(nameof(All))]
    public void Sample_ParsedFromItsDocument_IsEqual(Notification sample)
    {
        Assert.That(new NotificationValidator().Validate(sample), Is.Empty);
        Assert.That(sample.OriginalXml.Length, Is.GreaterThan(0));
        Assert.That(CheckoutXml.Parse(sample.OriginalXml).ToXmlString(), Is.EqualTo(sample.ToXmlString()));
    }

    [TestCaseSource(nameof(All))]
    public void Sample_BySchema_IsValid(Notification sample)
    {
        SharedFolder.Require();

        Assert.That(OfficialSchema.GetErrors(sample.ToXElement()), Is.Empty);
    }

    [Test]
    public void All_Together_DescribeOneOrder()
    {
        var events = All.Select(sample => sample.SerialNumber.Split('-')).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(All.Select(sample => sample.SerialNumber), Is.Unique);
            Assert.That(All.Select(sample => sample.GoogleOrderNumber), Is.All.EqualTo(SampleNotifications.GoogleOrderNumber));
            Assert.That(events.Select(parts => parts[0]), Is.All.EqualTo(SampleNotifications.GoogleOrderNumber));
            Assert.That(events.Select(parts => parts[1]), Is.Ordered.And.All.Length.EqualTo(5));
            Assert.That(events.Select(parts => parts[2]), Is.EqualTo(new[] { "7", "1", "5", "6", "2", "3", "4", "9" }));
            Assert.That(All.Select(sample => sample.Timestamp), Is.Ordered);
            Assert.That(All.Select(sample => sample.OrderSummary!.OrderTotal), Is.All.EqualTo(SampleNotifications.NewOrder().OrderTotal));
        });
    }

    [Test]
    public void Amounts_OfTheOrder_AddUp()
    {
        var order = SampleNotifications.NewOrder();
        var chargeback = SampleNotifications.ChargebackAmount();

        // The validator does not check the totals of a cart with a subscription.
        Assert.That(order.ShoppingCart.Items.Sum(item => item.UnitPrice.Amount * item.Quantity) + order.OrderAdjustment!.AdjustmentTotal!.Value.Amount, Is.EqualTo(order.OrderTotal.Amount));
        Assert.That(SampleNotifications.AuthorizationAmount().AuthorizationAmount, Is.EqualTo(order.OrderTotal));
        Assert.That(SampleNotifications.ChargeAmount().TotalChargeAmount, Is.EqualTo(order.OrderTotal));
        Assert.That(SampleNotifications.RefundAmount().TotalRefundAmount + chargeback.TotalChargebackAmount, Is.EqualTo(order.OrderTotal));
    }

    [Test]
    public void Cart_Priced_CostsTheOrderTotal()
    {
        var cart = SampleNotifications.Cart();
        var order = SampleNotifications.NewOrder();

        var price = CartCalculator.Calculate(cart, new CartSelections { ShippingAddress = order.BuyerShippingAddress, ShippingName = "Ground" });

        Assert.That(cart.Validate(), Is.Empty);
        Assert.That(price.Total, Is.EqualTo(order.OrderTotal));
        Assert.That(price.Adjustment.TotalTax, Is.EqualTo(order.OrderAdjustment!.TotalTax));
    }

    [Test]
    public async Task Cart_PostedToASandbox_BecomesAnOrderOfTheSameItems()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();

        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()));

        Assert.That(order.ShoppingCart.Items.Select(item => item.MerchantItemId), Is.EqualTo(new[] { "teapot", "tea" }));
    }

    [Test]
    public void Sample_WithOrderNumber_ContainsItEverywhere()
    {
        var charge = SampleNotifications.ChargeAmount("100000000000001");

        Assert.That(charge.SerialNumber, Is.EqualTo("100000000000001-00004-2"));
        Assert.That(charge.OrderSummary!.GoogleOrderNumber, Is.EqualTo("100000000000001"));
        Assert.That(new NotificationValidator().Validate(charge), Is.Empty);
    }

    [Test]
    public void Sample_ChangedWithWith_DoesNotChangeTheNext()
    {
        var changed = SampleNotifications.OrderStateChange() with { NewFinancialOrderState = FinancialOrderState.PaymentDeclined };

        Assert.That(changed.NewFinancialOrderState, Is.EqualTo(FinancialOrderState.PaymentDeclined));
        Assert.That(changed.OriginalXml.Length, Is.Zero);
        Assert.That(SampleNotifications.OrderStateChange().NewFinancialOrderState, Is.EqualTo(FinancialOrderState.Chargeable));
    }
}
