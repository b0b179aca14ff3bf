using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Control;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The page of an order in the Merchant Center, without script.</summary>
public sealed class OrderPageTests : MerchantCenterFixture
{
    [Test]
    public async Task Order_Chargeable_ShowsWhatAddsUpAndWhoPays()
    {
        var number = await OpenOrderAsync();

        Assert.That(Merchant.Text, Does.Contain("Not charged").And.Contain("None shipped").And.Contain("Next Charge"));
        Assert.That(Merchant.Text, Does.Contain("Book book ○ Not shipped 2 20.00 USD 40.00 USD").And.Contain("Subtotal 45.50 USD").And.Contain("Shipping, Ground 4.50 USD").And.Contain("Total 50.00 USD"));
        Assert.That(Merchant.Text, Does.Contain("Charged 0.00 USD").And.Contain("Balance 0.00 USD").And.Contain("50.00 USD authorized until"));
        Assert.That(Merchant.Text, Does.Contain("Address (AVS Y) ✓ Street and postal code match").And.Contain("Security code (CVN M) ✓ The security code matches").And.Contain("✓ Covered by the Payment Guarantee"));
        Assert.That(Merchant.Text, Does.Contain("Ship to").And.Contain(new SandboxBuyer().ShippingAddress.Email).And.Contain("Bill to"));
        Assert.That(Merchant.Text, Does.Contain("New order of 50.00 USD").And.Contain("Payment REVIEWING → CHARGEABLE"));
        Assert.That(Merchant.Text, Does.Contain("Refund some money You cannot refund an order that has not been charged."));
        Assert.That(Merchant.Html, Does.Contain($"/sell/order?t={number}"));
    }

    [Test]
    public async Task Charge_InTwoParts_ChargesTheOrder()
    {
        var number = await OpenOrderAsync();

        await SubmitAsync("charge", ("amount", "20.00"));
        Assert.That(Merchant.Text, Does.Contain("Partially charged").And.Contain("Charged 20.00 USD").And.Contain("Balance 20.00 USD").And.Contain("At most 30.00 USD"));
        await SubmitAsync("charge", ("amount", "30"));

        Assert.That(Merchant.Text, Does.Contain("Fully charged").And.Contain("The order was charged.").And.Contain("You cannot charge an order that is already completely charged").And.Contain("Next Ship"));
        Assert.That(GetOrder(number).TotalChargeAmount, Is.EqualTo(new Money(50m, "USD")));
    }

    [Test]
    public async Task Charge_SentTwice_ChargesOnce()
    {
        var number = await OpenOrderAsync();
        (string, string)[] fields = [.. Merchant.GetHiddenFields("id=\"charge\"").Select(field => (field.Key, field.Value)), ("amount", "20.00")];

        using var first = await Merchant.PostAsync(PageUrls.OfOrder(PageUrls.Order, number), fields);
        using var second = await Merchant.PostAsync(PageUrls.OfOrder(PageUrls.Order, number), fields);

        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await second.Content.ReadAsStringAsync(), Does.Contain("The order changed after the page was opened"));
        Assert.That(GetOrder(number).TotalChargeAmount, Is.EqualTo(new Money(20m, "USD")));
    }

    [Test]
    public async Task Forms_SentTwiceAtOnce_AreExecutedOnce()
    {
        const int Times = 20;
        var number = await OpenOrderAsync();
        await SubmitAsync("charge", ("amount", "50"));
        var url = PageUrls.OfOrder(PageUrls.Order, number);
        foreach (var (form, values) in new[] { ("refund", new[] { ("amount", "2"), ("reason", "Late") }), ("message", [("message", "On its way")]), ("track", [("carrier", "UPS"), ("tracking", "1")]) })
        {
            (string, string)[] fields = [.. Merchant.GetHiddenFields($"id=\"{form}\"").Select(field => (field.Key, field.Value)), .. values];

            var responses = await Task.WhenAll(Enumerable.Range(0, Times).Select(_ => Merchant.PostAsync(url, fields)));

            Assert.That(responses.Count(response => response.StatusCode == HttpStatusCode.OK), Is.EqualTo(1), form);
            Array.ForEach(responses, response => response.Dispose());
        }

        var order = Sandbox.Accounts.First.Service.FindFullOrder(number)!;
        Assert.That((order.TotalRefundAmount.Amount, order.MessagesToBuyer.Count, order.Parcels.Count), Is.EqualTo((2m, 1, 1)));
    }

    [TestCase("", "Enter the amount")]
    [TestCase("abc", "Enter the amount")]
    [TestCase("12,50", "Enter the amount")]
    [TestCase("-1", "Enter the amount")]
    [TestCase("0", "The amount must be more than zero.")]
    [TestCase("50.01", "The amount must be at most 50.00 USD.")]
    [TestCase("1.005", "smallest unit")]
    public async Task Charge_WrongAmount_IsRefusedAndKept(string amount, string reason)
    {
        var number = await OpenOrderAsync();

        await SubmitAsync("charge", ("amount", amount));

        Assert.That(Merchant.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Merchant.Text, Does.Contain(reason));
        Assert.That(Merchant.Html, Does.Contain($"name=\"amount\" inputmode=\"decimal\" value=\"{amount}\""));
        Assert.That(GetOrder(number).FinancialOrderState, Is.EqualTo(FinancialOrderState.Chargeable));
    }

    [TestCase("refund", "amount=5&reason=", "Enter the reason.")]
    [TestCase("message", "message=", "Enter the message.")]
    [TestCase("message", "message=a%01b", "which XML does not allow")]
    [TestCase("number", "number=%02", "which XML does not allow")]
    [TestCase("deliver", "carrier=&tracking=1Z", "Select the carrier")]
    [TestCase("track", "carrier=&tracking=", "Select the carrier")]
    [TestCase("shipitems", "action=shipitems&carrier=UPS", "Select at least one item.")]
    [TestCase("shipitems", "action=cancelitems&item=book&reason=", "Enter the reason for the cancellation.")]
    [TestCase("shipitems", "action=returnitems&item=lamp", "The order has no item with the merchant item ID")]
    [TestCase("archive", "action=nothing", "The form is not one of this page.")]
    public async Task Form_Incomplete_SaysWhatIsMissing(string form, string fields, string reason)
    {
        await OpenOrderAsync();
        await SubmitAsync("charge", ("amount", "50"));

        await SubmitAsync(form, [.. fields.Split('&').Select(field => field.Split('=')).Select(field => (field[0], Uri.UnescapeDataString(field[1])))]);

        Assert.That(Merchant.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Merchant.Text, Does.Contain(reason));
    }

    [Test]
    public async Task EachForm_CompletelyFilled_HasTheNotificationsOfItsCommand()
    {
        (string Form, string Fields, Func<string, Task> Command)[] steps =
        [
            ("process", "", number => Client.ProcessOrderAsync(number)),
            ("number", "number=4711", number => Client.AddMerchantOrderNumberAsync(number, "4711")),
            ("authorize", "", number => Client.AuthorizeOrderAsync(number)),
            ("charge", "amount=20.00", number => Client.ChargeOrderAsync(number, new Money(20m, "USD"))),
            ("shipitems", "action=shipitems&item=book&carrier=UPS&tracking=1Z", number => Client.ShipItemsAsync(new ShipItemsRequest { GoogleOrderNumber = number, ItemShippingInformationList = [new ItemShippingInformation { ItemId = new ItemId { MerchantItemId = "book" }, TrackingDataList = [new TrackingData { Carrier = "UPS", TrackingNumber = "1Z" }] }] })),
            ("shipitems", "action=backorderitems&item=map", number => Client.BackorderItemsAsync(number, ["map"])),
            ("shipitems", "action=returnitems&item=book", number => Client.ReturnItemsAsync(number, ["book"])),
            ("shipitems", "action=resetitems&item=book", number => Client.ResetItemsShippingInformationAsync(number, ["book"])),
            ("shipitems", "action=cancelitems&item=map&reason=Gone", number => Client.CancelItemsAsync(number, ["map"], "Gone")),
            ("deliver", "carrier=DHL&tracking=2", number => Client.DeliverOrderAsync(number, new TrackingData { Carrier = "DHL", TrackingNumber = "2" })),
            ("track", "carrier=DHL&tracking=3", number => Client.AddTrackingDataAsync(number, new TrackingData { Carrier = "DHL", TrackingNumber = "3" })),
            ("message", "message=Hello", number => Client.SendBuyerMessageAsync(number, "Hello")),
            ("refund", "amount=20.00&reason=Late&comment=Sorry", number => Client.RefundOrderAsync(number, "Late", new Money(20m, "USD"), "Sorry")),
            ("cancel", "reason=Other&comment=Sorry", number => Client.CancelOrderAsync(number, "Other", "Sorry")),
            ("archive", "", number => Client.ArchiveOrderAsync(number)),
            ("unarchive", "", number => Client.UnarchiveOrderAsync(number)),
        ];
        var byClient = await PlaceAsync();
        var byPage = await OpenOrderAsync();
        foreach (var (form, fields, command) in steps)
        {
            await command(byClient);
            await SubmitAsync(form, [.. fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).Select(field => (field[0], field[1]))]);
            Assert.That(Merchant.Html, Does.Contain("class=\"done\""), form + fields + Merchant.Text);
        }

        Assert.That(Describe(byPage), Is.EqualTo(Describe(byClient)));
        Assert.That(GetOrder(byPage) with { GoogleOrderNumber = byClient, PurchaseDate = default }, Is.EqualTo(GetOrder(byClient) with { PurchaseDate = default }).Using<OrderSummary>(HaveTheSameStates));
    }

    [Test]
    public async Task ChargeAndShip_InPart_HasTheNotificationsOfItsCommand()
    {
        var byClient = await PlaceAsync();
        await Client.ChargeAndShipOrderAsync(new ChargeAndShipOrderRequest
        {
            GoogleOrderNumber = byClient,
            Amount = new Money(45m, "USD"),
            TrackingDataList = [new TrackingData { Carrier = "UPS", TrackingNumber = "1Z" }],
        });
        var byPage = await OpenOrderAsync();

        await SubmitAsync("chargeandship", ("amount", "45"), ("carrier", "UPS"), ("tracking", "1Z"));

        Assert.That(Merchant.Text, Does.Contain("The order was charged and marked as shipped.").And.Contain("Partially charged").And.Contain("All shipped").And.Contain("UPS 1Z"));
        Assert.That(Describe(byPage), Is.EqualTo(Describe(byClient)));
        Assert.That(GetOrder(byPage).TotalChargeAmount, Is.EqualTo(new Money(45m, "USD")));
    }

    [Test]
    public async Task Message_IsOnTheReceiptOfTheBuyer()
    {
        var number = await OpenOrderAsync();

        await SubmitAsync("message", ("message", "It ships\r\ntomorrow"));
        await Merchant.OpenAsync(PageUrls.OfOrder(PageUrls.Receipt, number));

        Assert.That(Merchant.Text, Does.Contain("Messages from the shop It ships tomorrow"));
    }

    [Test]
    public async Task Order_UnderReview_ChargeWaits()
    {
        var order = await Sandbox.PlaceOrderAsync(await Client.CheckoutAsync(SampleCarts.Books));
        await SignInAsync();
        await Merchant.OpenAsync(PageUrls.OfOrder(PageUrls.Order, order.GoogleOrderNumber));
        Assert.That(Merchant.Text, Does.Contain("The results arrive when the review ends."));

        await SubmitAsync("charge", ("amount", "50.00"));

        Assert.That(Merchant.Text, Does.Contain("The charge waits for the end of the review.").And.Contain("A charge is already waiting"));
    }

    [Test]
    public async Task Order_CardDeclined_SaysWhoDoesWhat()
    {
        await OpenOrderAsync(buyer => buyer.Card = TestCard.DeclinedAtReview);

        Assert.That(Merchant.Text, Does.Contain("Card declined").And.Contain("The buyer can enter another one on the receipt").And.Contain("You cannot charge an order whose payment was declined"));
    }

    [Test]
    public async Task Order_UnsignedCart_IsWarnedAbout()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { PagesEndpoint = new IPEndPoint(IPAddress.Loopback, 0), RequireClientCertificate = false });
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var browser = new HttpClient(handler);
        using var visitor = new PageVisitor(sandbox.PagesAddress!);
        var form = CheckoutForm.Sign(SampleCarts.Books, sandbox.CreateOptions());
        using var content = new FormUrlEncodedContent(form.Fields.Where(field => field.Key != "signature"));
        using var response = await browser.PostAsync(form.Action, content);
        await visitor.OpenAsync(response.Headers.Location!.ToString());
        await visitor.SubmitAsync("/checkout/view/buy", ("buyer", "us"), ("shipping", "Ground"), ("card", TestCard.Accepted.Number), ("action", "place"));
        await SignInAsync(visitor, sandbox);

        await visitor.OpenAsync(PageUrls.OfOrder(PageUrls.Order, ((IControlledSandbox)sandbox.Merchants[0]).Orders().Single().GoogleOrderNumber));

        Assert.That(visitor.Text, Does.Contain("The cart was not signed"));
    }

    [Test]
    public async Task Order_Unknown_IsAPageThatSaysSo()
    {
        await SignInAsync();

        await Merchant.OpenAsync(PageUrls.OfOrder(PageUrls.Order, "1"));

        Assert.That(Merchant.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(Merchant.Text, Does.Contain("There is no such order"));
    }

    private static bool HaveTheSameStates(OrderSummary left, OrderSummary right) =>
        (left.FinancialOrderState, left.FulfillmentOrderState, left.Archived, left.MerchantOrderNumber, left.TotalChargeAmount, left.TotalRefundAmount)
        == (right.FinancialOrderState, right.FulfillmentOrderState, right.Archived, right.MerchantOrderNumber, right.TotalChargeAmount, right.TotalRefundAmount);

    // What the two orders have in common: all but numbers and times.
    private List<string> Describe(string number) =>
    [
        .. Sandbox.Accounts.First.Service.GetNotifications(number).Select(notification => notification switch
        {
            OrderStateChangeNotification change => $"{change.NewFinancialOrderState} {change.NewFulfillmentOrderState}",
            ChargeAmountNotification charge => $"charge {charge.LatestChargeAmount.Amount:0.00}",
            RefundAmountNotification refund => $"refund {refund.LatestRefundAmount.Amount:0.00}",
            _ => notification.GetType().Name,
        }),
    ];

    private async Task<string> OpenOrderAsync(Action<SandboxBuyer>? buyer = null)
    {
        var number = await PlaceAsync(buyer);
        await SignInAsync();
        await Merchant.OpenAsync(PageUrls.OfOrder(PageUrls.Order, number));
        return number;
    }

    private Task SubmitAsync(string form, params (string Name, string Value)[] values) => Merchant.SubmitAsync($"id=\"{form}\"", values);

    private OrderSummary GetOrder(string number) => ((IControlledSandbox)Sandbox.Merchants[0]).FindOrder(number)!;
}
