using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox;

/// <summary>The test of a handler in the sandbox's README, compiled and run; the README is compared with it by <c>DocsTests</c>.</summary>
public class HandlerSnippets
{
    // <handler-test>
    [Test]
    public async Task Handle_PartOfTheMoney_DoesNotShipYet()
    {
        var shipping = new ShipWhenPaid();
        var charge = SampleNotifications.ChargeAmount() with { TotalChargeAmount = new Money(5.00m, "USD") };

        await shipping.HandleAsync(charge, new NotificationContext(charge), CancellationToken.None);

        Assert.That(shipping.Shipped, Is.Empty);
    }
    // </handler-test>

    [Test]
    public async Task Handle_AllOfTheMoney_Ships()
    {
        var shipping = new ShipWhenPaid();
        var charge = SampleNotifications.ChargeAmount();

        await shipping.HandleAsync(charge, new NotificationContext(charge), CancellationToken.None);

        Assert.That(shipping.Shipped, Is.EqualTo(new[] { SampleNotifications.GoogleOrderNumber }));
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
