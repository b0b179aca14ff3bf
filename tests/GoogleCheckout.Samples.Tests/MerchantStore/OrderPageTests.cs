using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The owner's page of an order: what it shows, and the commands that it offers.</summary>
public sealed class OrderPageTests : MerchantStoreTestBase
{
    [Test]
    public async Task Order_Shown_HasLinesThatAddUpBothAddressesAndTheRisk()
    {
        await BuyAsync();

        Assert.That(Browser.Text, Does.Contain("Teapot 1 39.50 USD 39.50 USD").And.Contains("Sencha 2 6.25 USD 12.50 USD"));
        Assert.That(Browser.Text, Does.Contain("Subtotal 52.00 USD Shipping: Ground 5.00 USD Tax 0.00 USD Total 57.00 USD"));
        Assert.That(Browser.Text, Does.Contain("Shipping address Ada Example").And.Contains("Billing address Ada Example"));
        Assert.That(Browser.Text, Does.Contain("The payment guarantee covers the order").And.Contains("Security code: matches"));
        Assert.That(Browser.Text, Does.Contain("Next: The payment is authorized. Charge it."));
    }

    [Test]
    public async Task Charge_WholeAmount_AsksOnceMore()
    {
        await BuyAsync();

        await Browser.PressAsync("Charge");
        Assert.That(Sent<ChargeOrderRequest>(), Is.Zero);
        Assert.That(Browser.Text, Does.Contain("Charge 57.00 USD?"));

        await Browser.PressAsync("Yes, charge 57.00 USD");
        Assert.That(Sent<ChargeOrderRequest>(), Is.EqualTo(1));
        Assert.That(Browser.Element("charged"), Is.EqualTo("57.00 USD"));
        Assert.That(Browser.Text, Does.Contain("Next: The order is paid. Ship it."));
    }

    [Test]
    public async Task Refund_WholeAmount_AsksOnceMoreAndKeepsReasonAndComment()
    {
        await BuyAsync();
        await ChargeAllAsync();
        await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        await Browser.PressAsync("Refund", ("reason", "Goodwill"), ("comment", "With our apologies"));
        Assert.That(Sent<RefundOrderRequest>(), Is.Zero);
        await Browser.PressAsync("Yes, refund 57.00 USD");

        var refund = Sandbox.Requests.Select(request => request.Message).OfType<RefundOrderRequest>().Single();
        Assert.That((refund.Amount, refund.Reason, refund.Comment), Is.EqualTo((new Money(57m, "USD"), "Goodwill", "With our apologies")));
        Assert.That(Browser.Page, Does.Match("""class="money gone" id="refunded">57.00 USD"""));
    }

    [TestCase("Mark as shipped")]
    [TestCase("Ship the items")]
    public async Task Ship_NotPaid_WantsATick(string button)
    {
        await BuyAsync();

        await Browser.PressAsync(button, ("items", "teapot"));
        Assert.That(Browser.Text, Does.Contain("The order is not fully charged."));
        Assert.That(Sent<DeliverOrderRequest>() + Sent<ShipItemsRequest>(), Is.Zero);

        await Browser.PressAsync(button, ("items", "teapot"), ("unpaid", "true"));
        Assert.That(Sent<DeliverOrderRequest>() + Sent<ShipItemsRequest>(), Is.EqualTo(1));
    }

    [Test]
    public async Task Items_ShippedBackorderedAndReturned_AreShownSo()
    {
        await BuyAsync();
        await ChargeAllAsync();

        await Browser.PressAsync("Ship the items", ("items", "teapot"), ("carrier", "FedEx"), ("trackingNumber", "42"));
        Assert.That(Browser.Text, Does.Contain("39.50 USD shipped").And.Contains("FedEx 42 (Teapot)"));
        await Browser.PressAsync("Back-order", ("items", "sencha"));
        Assert.That(Browser.Text, Does.Contain("12.50 USD back-ordered"));
        await Browser.PressAsync("Returned", ("items", "teapot"));
        Assert.That(Browser.Text, Does.Contain("39.50 USD returned"));
        await Browser.PressAsync("Back-order");
        Assert.That(Browser.Text, Does.Contain("Select the items."));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Message_WithOrWithoutEmail_IsSentSo(bool sendEmail)
    {
        await BuyAsync();

        await Browser.PressAsync("Send the message", ("message", "Your tea is on its way."), ("sendEmail", sendEmail ? "true" : "false"));

        var sent = Sandbox.Requests.Select(request => request.Message).OfType<SendBuyerMessageRequest>().Single();
        Assert.That((sent.Message, sent.SendEmail), Is.EqualTo(("Your tea is on its way.", (bool?)sendEmail)));
        Assert.That(Browser.Text, Does.Contain("Send a message to the buyer: accepted"));
    }

    [Test]
    public async Task OtherCommands_Pressed_AreSent()
    {
        await BuyAsync();

        await Browser.PressAsync("Mark as being packed");
        Assert.That(Browser.Element("fulfillment-state"), Is.EqualTo("being packed"));
        await Browser.PressAsync("Add the tracking number", ("carrier", "DHL"), ("trackingNumber", "7"));
        Assert.That(Browser.Text, Does.Contain("DHL 7"));
        await Browser.PressAsync("Archive");
        Assert.That(Browser.Text, Does.Contain("Next: Nothing. The order is archived."));
        await Browser.PressAsync("Take out of the archive");
        await Browser.PressAsync("Cancel the order", ("reason", "Ordered twice"), ("comment", "As you asked"));
        Assert.That(Browser.Element("financial-state"), Is.EqualTo("canceled"));

        var cancel = Sandbox.Requests.Select(request => request.Message).OfType<CancelOrderRequest>().Single();
        Assert.That((cancel.Reason, cancel.Comment), Is.EqualTo(("Ordered twice", "As you asked")));
    }
}
