using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The picture of an order's life, and its table.</summary>
public sealed class OrderLifeTests : MerchantCenterFixture
{
    [Test]
    public async Task From_ChargedShippedAndRefunded_HasEachStateAndAmount()
    {
        var number = await PlaceAsync();
        await Client.ChargeOrderAsync(number, new Money(20m, "USD"));
        await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await Client.ProcessOrderAsync(number);
        await Client.ChargeOrderAsync(number, new Money(30m, "USD"));
        await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await Client.DeliverOrderAsync(number);
        await Client.RefundOrderAsync(number, "Late", new Money(10m, "USD"));
        await Sandbox.ChargebackAsync(number, new Money(5m, "USD"));

        var life = OrderLife.From(Sandbox.Accounts.First.Service.GetNotifications(number))!;

        Assert.That(life.Total, Is.EqualTo(new Money(50m, "USD")));
        Assert.That(life.Steps.Select(step => step.Event).Distinct(), Is.SupersetOf(new[] { "Ordered", "Chargeable", "Charging", "Charged 20.00 USD", "Being prepared", "Charged 30.00 USD", "Charged", "Shipped", "Refunded 10.00 USD", "Charged back 5.00 USD" }));
        Assert.That(life.Steps.Select(step => step.Time), Is.Ordered);
        Assert.That(life.Steps[^1], Is.EqualTo(life.Steps[^1] with
        {
            Financial = FinancialOrderState.Charged,
            Fulfillment = FulfillmentOrderState.Delivered,
            Charged = new Money(50m, "USD"),
            Returned = new Money(15m, "USD"),
        }));
        foreach (var layout in new[] { LifeLayout.Right, LifeLayout.Down })
        {
            var picture = new LifePicture(life, layout);
            var payment = picture.Bars.Where(bar => (layout.IsDown ? bar.X : bar.Y) == layout.Payment.Start).ToList();
            Assert.That(payment.Select(bar => bar.Text), Is.EqualTo(new[] { "Under review", "Chargeable", "Charged" }), "one bar for each state");
            Assert.That(payment.Sum(bar => (layout.IsDown ? bar.Height : bar.Width) + 2), Is.EqualTo((layout.IsDown ? picture.Height : picture.Width) - layout.Start - layout.End));
            Assert.That(picture.Returned, Is.Not.Null);
            Assert.That(picture.Fits, Is.True);
        }
    }

    [Test]
    public async Task Receipt_Order_ShowsThePictureAndTheTable()
    {
        var number = await PlaceAsync();

        await Merchant.OpenAsync(PageUrls.OfOrder(PageUrls.Receipt, number));

        Assert.That(Merchant.Html, Does.Match("<svg class=\"life (wide|down)\" role=\"img\" aria-label=\"[^\"]+\"").And.Contain("<text class=\"state wait\"").And.Not.Contain("style=\""));
        Assert.That(Merchant.Text, Does.Contain("Life of the order").And.Contain("The same as a table").And.Match("Ordered Under review New 0\\.00 USD 0\\.00 USD").And.Match("Chargeable Chargeable New 0\\.00 USD"));
    }

    [Test]
    public async Task From_ManyCharges_ShowsTheLatest()
    {
        var number = await PlaceAsync();
        for (var i = 0; i < 50; i++)
        {
            await Client.ChargeOrderAsync(number, new Money(0.01m, "USD"));
            await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        var life = OrderLife.From(Sandbox.Accounts.First.Service.GetNotifications(number))!;

        Assert.That(life.Steps, Has.Count.EqualTo(OrderLife.MaxSteps));
        Assert.That(life.Omitted, Is.Positive);
        Assert.That(life.Steps[^1].Charged, Is.EqualTo(new Money(0.5m, "USD")));
        Assert.That(new LifePicture(life, LifeLayout.Right).Fits, Is.False);
        await Merchant.OpenAsync(PageUrls.OfOrder(PageUrls.Receipt, number));
        Assert.That(Merchant.Html, Does.Contain($"<svg class=\"life\" role=\"img\"").And.Contain($" width=\"{LifeLayout.Down.Breadth}\" "), "Only the picture that fits on each screen is shown.");
    }

    [Test]
    public void From_NoNotifications_IsNull() => Assert.That(OrderLife.From([]), Is.Null);
}
