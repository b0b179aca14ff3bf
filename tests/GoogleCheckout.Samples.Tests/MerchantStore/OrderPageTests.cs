using GoogleCheckout.Carts;
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
        Assert.That(Browser.Page.Split("<button class=\"main\">").Skip(1).Select(after => after[..after.IndexOf('<', StringComparison.Ordinal)]), Is.EqualTo(new[] { "Charge" }));
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

        var refund = SentCommands<RefundOrderRequest>().Single();
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
    public async Task Items_ChangedOneByOne_AreShownSo()
    {
        await BuyAsync();
        await ChargeAllAsync();

        await Browser.PressAsync("Ship the items", ("items", "teapot"), ("carrier", "FedEx"), ("trackingNumber", "42"));
        Assert.That(Browser.Text, Does.Contain("39.50 USD shipped").And.Contains("FedEx 42 (Teapot)"));
        await Browser.PressAsync("Back-order", ("items", "sencha"));
        Assert.That(Browser.Text, Does.Contain("12.50 USD back-ordered"));
        await Browser.PressAsync("Returned", ("items", "teapot"));
        Assert.That(Browser.Text, Does.Contain("39.50 USD returned"));
        await Browser.PressAsync("Not shipped", ("items", "teapot"), ("sendEmail", "false"));
        Assert.That(Browser.Text, Does.Contain("39.50 USD not shipped"));
        await Browser.PressAsync("Cancel the items", ("items", "sencha"), ("reason", "Item not available"), ("comment", "The harvest failed"));
        Assert.That(Browser.Text, Does.Contain("12.50 USD canceled"));
        await Browser.PressAsync("Back-order");
        Assert.That(Browser.Text, Does.Contain("Select the items."));

        Assert.That(SentCommands<ResetItemsShippingInformationRequest>().Single().SendEmail, Is.False);
        var cancel = SentCommands<CancelItemsRequest>().Single();
        Assert.That((cancel.Reason, cancel.Comment, cancel.SendEmail), Is.EqualTo(("Item not available", "The harvest failed", (bool?)true)));
    }

    [Test]
    public async Task Ship_MoneyWentBack_WantsATick()
    {
        await BuyAsync();
        await ChargeAllAsync();
        await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await Browser.PressAsync("Refund");
        await Browser.PressAsync("Yes, refund 57.00 USD");

        await Browser.PressAsync("Mark as shipped");

        Assert.That(Browser.Text, Does.Contain("The money of this order went back to the buyer."));
        Assert.That(Sent<DeliverOrderRequest>(), Is.Zero);
    }

    [Test]
    public async Task Email_OfACommand_IsSentOnlyIfTicked()
    {
        await BuyAsync();
        await ChargeAllAsync();

        await Browser.PressAsync("Send the message", ("message", "Your tea is on its way."));
        Assert.That(Browser.Text, Does.Contain("Send a message to the buyer: accepted"));
        await Browser.PressAsync("Send the message", ("message", "It left today."), ("sendEmail", "false"));
        await Browser.PressAsync("Ship the items", ("items", "teapot"), ("sendEmail", "false"));
        await Browser.PressAsync("Ship the items", ("items", "teapot"));
        await Browser.PressAsync("Mark as shipped", ("sendEmail", "false"));

        Assert.That(SentCommands<SendBuyerMessageRequest>().Select(sent => (sent.Message, sent.SendEmail)), Is.EqualTo(new[] { ("Your tea is on its way.", (bool?)true), ("It left today.", false) }));
        Assert.That(SentCommands<ShipItemsRequest>().Select(sent => sent.SendEmail), Is.EqualTo(new bool?[] { false, true }));
        Assert.That(SentCommands<DeliverOrderRequest>().Single().SendEmail, Is.False);
    }

    [Test]
    public async Task Authorize_Again_IsOfferedWhereTheStatesAllowIt()
    {
        await BuyAsync();
        Assert.That(Browser.IsAllowed("Authorize again"), Is.True);

        await Browser.PressAsync("Authorize again");
        Assert.That(Browser.Text, Does.Contain("Authorize again: accepted"));
        Assert.That(Sent<AuthorizeOrderRequest>(), Is.EqualTo(1));

        var form = Browser.FormOf("Authorize again");
        await ChargeAllAsync();
        Assert.That(Browser.IsAllowed("Authorize again"), Is.False);
        Assert.That(Browser.Element("why-not-authorize"), Is.EqualTo("You cannot authorize an order that is already completely charged"));

        await Browser.SendAsync(form);
        Assert.That(Browser.Text, Does.Contain("You cannot authorize an order that is already completely charged."), "a form that was open before");
        Assert.That(Sent<AuthorizeOrderRequest>(), Is.EqualTo(1));
    }

    [Test]
    public async Task Order_GoogleCheckoutDoesNotKnowIt_OffersNoCommandAndSaysWhy()
    {
        var placed = await BuyAsync();
        await PushAsync(placed with
        {
            SerialNumber = "unknown",
            GoogleOrderNumber = "42",
            OrderSummary = placed.OrderSummary! with { GoogleOrderNumber = "42" },
            ShoppingCart = placed.ShoppingCart with { BuyerMessages = [new BuyerNote { Text = "Please wrap it." }] },
        });
        await Browser.GoAsync("/Orders/42");
        Assert.That(Browser.Text, Does.Contain("Note of the buyer Please wrap it."));
        var form = Browser.FormOf("Mark as being packed");

        await Browser.PressAsync("Mark as being packed");
        Assert.That(Browser.Text, Does.Contain("not sent, nothing was changed: Google Checkout does not know this order."));
        Assert.That(Browser.Element("why-no-commands"), Does.StartWith("None. Google Checkout does not know this order"));
        Assert.That(Browser.Page, Does.Not.Contain("<details").And.Not.Contain("class=\"main\""));

        var before = Sandbox.Requests.Count;
        await Browser.SendAsync(form);
        Assert.That(Browser.Text, Does.Contain("Google Checkout does not know this order. Nothing was sent."));
        Assert.That(Sandbox.Requests, Has.Count.EqualTo(before));

        await Browser.GoAsync("/Orders");
        Assert.That(Browser.Text, Does.Contain("Google Checkout does not know this order"));
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
        Assert.That(Sent<UnarchiveOrderRequest>(), Is.EqualTo(1));
        Assert.That(Browser.Text, Does.Contain("Next: The payment is authorized. Charge it."));
        await Browser.PressAsync("Cancel the order", ("reason", "Ordered twice"), ("comment", "As you asked"));
        Assert.That(Browser.Element("financial-state"), Is.EqualTo("canceled"));

        var cancel = SentCommands<CancelOrderRequest>().Single();
        Assert.That((cancel.Reason, cancel.Comment), Is.EqualTo(("Ordered twice", "As you asked")));
    }

    private IEnumerable<TCommand> SentCommands<TCommand>() => Sandbox.Requests.Select(request => request.Message).OfType<TCommand>();
}
