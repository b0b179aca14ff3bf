// <program>
using GoogleCheckout;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

public class ShopTests
{
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
}
// </program>
