using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Commands and reports that the schema does not allow: each is refused, and nothing happens to the order.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class StrictCommandTests : IAsyncDisposable
{
    private const string Namespace = "xmlns=\"http://checkout.google.com/schema/2\"";

    private CheckoutSandbox _sandbox = null!;
    private RawClient _client = null!;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    // Misspelled, in another case, of another command, twice, in another namespace, with an unknown attribute, without the currency, no number, in pieces, beside text.
    private static readonly (string Xml, string Error)[] WrongAmounts =
    [
        ("<ammount currency=\"USD\">3.00</ammount>", "/ammount (line 1, position "),
        ("<amuont currency=\"USD\">3.00</amuont>", "did you mean 'amount'?"),
        ("<Amount currency=\"USD\">3.00</Amount>", "did you mean 'amount'?"),
        ("<AMOUNT currency=\"USD\">3.00</AMOUNT>", "did you mean 'amount'?"),
        ("<refund-amount currency=\"USD\">3.00</refund-amount>", "/refund-amount (line 1"),
        ("<unit-price currency=\"USD\">3.00</unit-price>", "is not allowed in"),
        ("<amount currency=\"USD\">3.00</amount><amount currency=\"USD\">3.00</amount>", "/amount[2] (line 1"),
        ("<amount currency=\"USD\">3.00</amount><amount xmlns=\"urn:shop\" currency=\"USD\">4.00</amount>", "/amount[2] (line 1"),
        ("<amount xmlns=\"\" currency=\"USD\">3.00</amount>", "is in no namespace"),
        ("<amount xmlns=\"http://checkout.google.com/schema/3\" currency=\"USD\">3.00</amount>", "is in the namespace"),
        ("<amount xmlns=\"http://checkout.google.com/schema/2-beta1\" currency=\"USD\">3.00</amount>", "is in the namespace"),
        ("<amount currency=\"USD\" Currency=\"EUR\">3.00</amount>", "/amount/@Currency (line 1"),
        ("<amount currency=\"USD\" xml:lang=\"en\">3.00</amount>", "/amount/@xml:lang"),
        ("<amount>3.00</amount>", "/amount/@currency (line 1"),
        ("<amount currency=\"USD\">3,00</amount>", "but is '3,00'"),
        ("<amount currency=\"USD\"/>", "but is empty"),
        ("<amount currency=\"USD\">3<cents>.00</cents></amount>", "/amount/cents"),
        ("<amount currency=\"USD\"><value>3.00</value></amount>", "must contain only text"),
        ("<!-- 3.00 --><![CDATA[3.00]]>", "contains text"),
        ("3.00", "contains text"),
    ];

    [TestCaseSource(nameof(MoneyCommands))]
    public async Task MoneyCommand_NotUnderstood_IsRefusedAndMovesNothing(string command, string content, string error, UnknownElements unknownElements)
    {
        var order = await PlaceOrderAsync(unknownElements, charge: command == "refund-order");
        var before = await GetSummaryAsync(order);
        var reason = command == "refund-order" ? "<reason>Damaged</reason>" : string.Empty;
        var request = $"<{command} {Namespace} google-order-number=\"{order}\">{content}{reason}</{command}>";

        var (status, response) = await _client.PostAsync("request", request);
        var (_, diagnosis) = await _client.SendAsync(HttpMethod.Post, $"request/Merchant/{_sandbox.MerchantId}/diagnose", request);

        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(((ErrorResponse)response).ErrorMessage, Does.StartWith($"Error parsing XML; message from parser is: /{command}").And.Contains(error));
            Assert.That(((DiagnoseResponse)diagnosis).Warnings, Has.Some.Contains(error));
        });
        await AssertUnchangedAsync(order, before);
    }

    [TestCase("order-number=\"1\"", "/@order-number")]
    [TestCase("Google-Order-Number=\"1\"", "did you mean 'google-order-number'?")]
    [TestCase("xmlns:g=\"http://checkout.google.com/schema/2\" g:google-order-number=\"1\"", "/@g:google-order-number")]
    [TestCase("amount=\"3.00\"", "/@amount")]
    public async Task Charge_UnknownAttribute_IsRefusedAndMovesNothing(string attribute, string error)
    {
        var order = await PlaceOrderAsync(UnknownElements.Ignore);
        var before = await GetSummaryAsync(order);

        var (status, response) = await _client.PostAsync("request", $"<charge-order {Namespace} google-order-number=\"{order}\" {attribute}/>");

        Assert.That((status, ((ErrorResponse)response).ErrorMessage), Is.EqualTo((HttpStatusCode.BadRequest, ((ErrorResponse)response).ErrorMessage)));
        Assert.That(((ErrorResponse)response).ErrorMessage, Does.Contain(error));
        await AssertUnchangedAsync(order, before);
    }

    [TestCase("<tracking-data-list/><item-shipping-information-list/>")]
    [TestCase("<item-shipping-information-list></item-shipping-information-list><amount currency=\"USD\">3.00</amount><tracking-data-list> </tracking-data-list>")]
    [TestCase("<tracking-data-list><tracking-data><carrier>UPS</carrier></tracking-data></tracking-data-list><item-shipping-information-list/>")]
    [TestCase("<tracking-data-list/><item-shipping-information-list><item-shipping-information><item-id><merchant-item-id>map</merchant-item-id></item-id></item-shipping-information></item-shipping-information-list>")]
    public async Task ChargeAndShip_BothLists_IsRefusedAndMovesNothing(string lists)
    {
        var order = await PlaceOrderAsync();
        var before = await GetSummaryAsync(order);
        var request = $"<charge-and-ship-order {Namespace} google-order-number=\"{order}\">{lists}</charge-and-ship-order>";

        var (status, response) = await _client.PostAsync("request", request);
        var (_, diagnosis) = await _client.SendAsync(HttpMethod.Post, $"request/Merchant/{_sandbox.MerchantId}/diagnose", request);

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)response).ErrorMessage, Does.Contain("both tracking-data-list and item-shipping-information-list"));
        Assert.That(((DiagnoseResponse)diagnosis).Warnings.Single(), Does.Contain("both tracking-data-list and item-shipping-information-list"));
        await AssertUnchangedAsync(order, before);
    }

    [TestCase("<tracking-data-list/>")]
    [TestCase("<item-shipping-information-list/>")]
    [TestCase("")]
    public async Task ChargeAndShip_AtMostOneEmptyList_ChargesAndShips(string list)
    {
        var order = await PlaceOrderAsync();

        var (status, _) = await _client.PostAsync("request", $"<charge-and-ship-order {Namespace} google-order-number=\"{order}\">{list}</charge-and-ship-order>");

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await GetSummaryAsync(order)).TotalChargeAmount, Is.EqualTo(new Money(50.00m, "USD")));
    }

    [TestCase("ship-items", "<item-shipping-information-list><item-shipping-information><item_id><merchant-item-id>map</merchant-item-id></item_id></item-shipping-information></item-shipping-information-list>", "did you mean 'item-id'?")]
    [TestCase("ship-items", "<item-shipping-information-list><item-id><merchant-item-id>map</merchant-item-id></item-id></item-shipping-information-list>", "may contain item-shipping-information")]
    [TestCase("ship-items", "<send-email>true</send-email>", "/ship-items/item-shipping-information-list")]
    [TestCase("ship-items", "", "is missing")]
    [TestCase("return-items", "", "/return-items/item-ids")]
    [TestCase("backorder-items", "<item-id><merchant-item-id>map</merchant-item-id></item-id>", "/backorder-items/item-id")]
    [TestCase("cancel-items", "<reason>Sold out</reason>", "/cancel-items/item-ids")]
    [TestCase("reset-items-shipping-information", "<item-ids><merchant-item-id>map</merchant-item-id></item-ids>", "may contain item-id")]
    [TestCase("cancel-order", "<comment>Sold out</comment>", "/cancel-order/reason")]
    [TestCase("deliver-order", "<send-email>yes</send-email>", "must be true or false")]
    [TestCase("deliver-order", "<tracking-data><tracking-number>1Z</tracking-number></tracking-data>", "/tracking-data/carrier")]
    [TestCase("add-tracking-data", "", "/tracking-data (line")]
    [TestCase("send-buyer-message", "<message>Dear <b>buyer</b></message>", "/send-buyer-message/message/b")]
    [TestCase("add-merchant-order-number", "<merchant-order-number>1</merchant-order-number><merchant-order-number>2</merchant-order-number>", "must occur only once")]
    [TestCase("archive-order", "<send-email>true</send-email>", "must be empty")]
    public async Task Command_NotUnderstood_IsRefused(string command, string content, string error)
    {
        var order = await PlaceOrderAsync(charge: true);
        var before = await GetSummaryAsync(order);

        var (status, response) = await _client.PostAsync("request", $"<{command} {Namespace} google-order-number=\"{order}\">{content}</{command}>");

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)response).ErrorMessage, Does.StartWith("Error parsing XML; message from parser is: ").And.Contains(error));
        await AssertUnchangedAsync(order, before);
    }

    [TestCase("new-order-notification")]
    [TestCase("NEW-ORDER")]
    [TestCase("charge")]
    [TestCase("")]
    public async Task History_UnknownType_IsRefusedWithTheTypes(string type)
    {
        await StartAsync();

        var (status, response) = await _client.PostAsync(
            "reports",
            $"<notification-history-request {Namespace}><order-numbers><google-order-number>1</google-order-number></order-numbers><notification-types><notification-type>new-order</notification-type><notification-type>{type}</notification-type></notification-types></notification-history-request>");

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(
            ((ErrorResponse)response).ErrorMessage,
            Is.EqualTo($"The notification-type '{type}' is unknown. The types are new-order, risk-information, order-state-change, authorization-amount, charge-amount, refund-amount, chargeback-amount."));
    }

    [TestCase("<order-summary-request {0}/>", "/order-summary-request/order-numbers (line 1")]
    [TestCase("<notification-data-token-request {0}><start-time>yesterday</start-time></notification-data-token-request>", "but is 'yesterday'")]
    [TestCase("<notification-data-request {0}/>", "/continue-token (line 1")]
    [TestCase("<order-list-request {0} start-date=\"2012-10-10T00:00:00\"/>", "/@end-date")]
    [TestCase("<notification-history-request {0}><order-number>1</order-number></notification-history-request>", "did you mean 'order-numbers'?")]
    public async Task Report_NotUnderstood_IsRefused(string request, string error)
    {
        await StartAsync();

        var (status, response) = await _client.PostAsync("reports", string.Format(null, request, Namespace));

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)response).ErrorMessage, Does.StartWith("Error parsing XML; message from parser is: ").And.Contains(error));
    }

    private static IEnumerable<TestCaseData> MoneyCommands() =>
        from command in new[] { "charge-order", "charge-and-ship-order", "refund-order" }
        from amount in WrongAmounts
        select new TestCaseData(command, amount.Xml, amount.Error, Array.IndexOf(WrongAmounts, amount) % 2 == 0 ? UnknownElements.Ignore : UnknownElements.Refuse);

    private async Task StartAsync(UnknownElements unknownElements = UnknownElements.Refuse)
    {
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { Rules = new SandboxRules { UnknownElements = unknownElements } });
        _client = new RawClient(_sandbox);
    }

    // An order of 50.00, CHARGEABLE or CHARGED.
    private async Task<string> PlaceOrderAsync(UnknownElements unknownElements = UnknownElements.Refuse, bool charge = false)
    {
        await StartAsync(unknownElements);
        var (_, redirect) = await _client.PostAsync("merchantCheckout", SampleCarts.Books);
        var order = (await _sandbox.PlaceOrderAsync((CheckoutRedirect)redirect)).GoogleOrderNumber;
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        if (charge)
        {
            await _client.PostAsync("request", new ChargeOrderRequest { GoogleOrderNumber = order });
            await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        return order;
    }

    private async Task<OrderSummary> GetSummaryAsync(string order)
    {
        var (_, response) = await _client.PostAsync("reports", new OrderSummaryRequest { OrderNumbers = [order] });
        return ((OrderSummaryResponse)response).OrderSummaries.Single();
    }

    private async Task AssertUnchangedAsync(string order, OrderSummary before)
    {
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        var after = await GetSummaryAsync(order);

        Assert.That(after.OriginalXml.ToArray(), Is.EqualTo(before.OriginalXml.ToArray()));
    }
}
