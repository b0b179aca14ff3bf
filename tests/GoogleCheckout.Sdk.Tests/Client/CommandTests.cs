using System.Xml.Linq;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using NUnit.Framework;
using RichardSzalay.MockHttp;

namespace GoogleCheckout.Client;

/// <summary>The document and address of each operation, and the headers of every request.</summary>
public class CommandTests
{
    private const string Order = TestMerchant.OrderNumber;

    public static IEnumerable<TestCaseData> Commands()
    {
        yield return Command("charge-order", client => client.ChargeOrderAsync(Order), "<charge-order/>");
        yield return Command("charge-order", client => client.ChargeOrderAsync(Order, new Money(12.50m, "USD")), "<charge-order><amount currency='USD'>12.50</amount></charge-order>");
        yield return Command(
            "charge-and-ship-order",
            client => client.ChargeAndShipOrderAsync(new ChargeAndShipOrderRequest { GoogleOrderNumber = Order, TrackingDataList = [new TrackingData { Carrier = Carriers.UPS, TrackingNumber = "1Z" }] }),
            "<charge-and-ship-order><tracking-data-list><tracking-data><carrier>UPS</carrier><tracking-number>1Z</tracking-number></tracking-data></tracking-data-list></charge-and-ship-order>");
        yield return Command("refund-order", client => client.RefundOrderAsync(Order, "damaged", new Money(1m, "USD"), "sorry"), "<refund-order><amount currency='USD'>1</amount><reason>damaged</reason><comment>sorry</comment></refund-order>");
        yield return Command("cancel-order", client => client.CancelOrderAsync(Order, "sold out", "sorry"), "<cancel-order><reason>sold out</reason><comment>sorry</comment></cancel-order>");
        yield return Command("authorize-order", client => client.AuthorizeOrderAsync(Order), "<authorize-order/>");
        yield return Command("process-order", client => client.ProcessOrderAsync(Order), "<process-order/>");
        yield return Command(
            "deliver-order",
            client => client.DeliverOrderAsync(Order, new TrackingData { Carrier = Carriers.DHL }, sendEmail: false),
            "<deliver-order><tracking-data><carrier>DHL</carrier></tracking-data><send-email>false</send-email></deliver-order>");
        yield return Command(
            "add-tracking-data",
            client => client.AddTrackingDataAsync(Order, new TrackingData { Carrier = Carriers.USPS, TrackingNumber = "9" }),
            "<add-tracking-data><tracking-data><carrier>USPS</carrier><tracking-number>9</tracking-number></tracking-data></add-tracking-data>");
        yield return Command("send-buyer-message", client => client.SendBuyerMessageAsync(Order, "on its way", sendEmail: true), "<send-buyer-message><message>on its way</message><send-email>true</send-email></send-buyer-message>");
        yield return Command("archive-order", client => client.ArchiveOrderAsync(Order), "<archive-order/>");
        yield return Command("unarchive-order", client => client.UnarchiveOrderAsync(Order), "<unarchive-order/>");
        yield return Command(
            "add-merchant-order-number",
            client => client.AddMerchantOrderNumberAsync(Order, "P-1"),
            "<add-merchant-order-number><merchant-order-number>P-1</merchant-order-number></add-merchant-order-number>");
        yield return Command(
            "ship-items",
            client => client.ShipItemsAsync(new ShipItemsRequest { GoogleOrderNumber = Order, ItemShippingInformationList = [new ItemShippingInformation { ItemId = new ItemId { MerchantItemId = "A1" } }] }),
            "<ship-items><item-shipping-information-list><item-shipping-information><item-id><merchant-item-id>A1</merchant-item-id></item-id></item-shipping-information></item-shipping-information-list></ship-items>");
        yield return Command("backorder-items", client => client.BackorderItemsAsync(Order, ["A1"]), $"<backorder-items>{ItemIds}</backorder-items>");
        yield return Command("return-items", client => client.ReturnItemsAsync(Order, ["A1"]), $"<return-items>{ItemIds}</return-items>");
        yield return Command("cancel-items", client => client.CancelItemsAsync(Order, ["A1"], "sold out"), $"<cancel-items>{ItemIds}<reason>sold out</reason></cancel-items>");
        yield return Command("reset-items-shipping-information", client => client.ResetItemsShippingInformationAsync(Order, ["A1"]), $"<reset-items-shipping-information>{ItemIds}</reset-items-shipping-information>");
        yield return Command("create-order-recurrence-request", client => client.CreateOrderRecurrenceAsync(new CreateOrderRecurrenceRequest { GoogleOrderNumber = Order, ShoppingCart = Cart }), null);
        yield return Command("SendAsync", client => client.SendAsync(new ProcessOrderRequest { GoogleOrderNumber = Order }), "<process-order/>");
    }

    [TestCaseSource(nameof(Commands))]
    public async Task Command_WhenAccepted_WasPostedToTheRequestEndpoint(Func<CheckoutClient, Task<RequestReceivedResponse>> send, string? expected)
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.RequestReceived));
        using var client = ClientOn(network);

        var answer = await send(client);

        var request = network.Requests.Single();
        Assert.Multiple(() =>
        {
            Assert.That(answer.SerialNumber, Is.EqualTo("receipt-1"));
            Assert.That(request.Uri.AbsoluteUri, Is.EqualTo(TestMerchant.RequestEndpoint));
            Assert.That((string?)request.Xml.Attribute("google-order-number"), Is.EqualTo(Order));
        });
        if (expected is not null)
        {
            Assert.That(WithoutNamespace(request.Xml).ToString(), Is.EqualTo(XElement.Parse(expected).ToString()));
        }
    }

    [Test]
    public async Task EveryRequest_WhenSent_HasCredentialsAndUserAgent()
    {
        var options = TestMerchant.Options();
        options.ApplicationId = "MyShop/2.1";
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        using var client = ClientOn(network, options);

        await client.HelloAsync();

        var headers = network.Requests.Single().Headers;
        Assert.Multiple(() =>
        {
            Assert.That(headers["Authorization"], Is.EqualTo(TestMerchant.Authorization));
            Assert.That(headers["Content-Type"], Is.EqualTo("application/xml; charset=UTF-8"));
            Assert.That(headers["Accept"], Is.EqualTo("application/xml; charset=UTF-8"));
            Assert.That(headers["User-Agent"], Does.Match(@"^GoogleCheckout\.Sdk/\d+\.\d+\.\d+\S* \(\.NET .+\) MyShop/2\.1$"));
        });
    }

    [Test]
    public async Task CheckoutAsync_WhenAccepted_PostsToMerchantCheckoutAndReturnsTheRedirectUrl()
    {
        using var mock = new MockHttpMessageHandler();
        mock.Expect(HttpMethod.Post, $"{TestMerchant.BaseAddress}merchantCheckout/Merchant/{TestMerchant.Id}")
            .Respond("application/xml", SampleResponses.Document("checkout-redirect", "serial-number='1'", "<redirect-url>\n https://service.test/view/buy?o=shoppingcart&amp;shoppingcart=1 \n</redirect-url>"));
        using var client = ClientOn(mock);

        var redirect = await client.CheckoutAsync(new CheckoutShoppingCart { ShoppingCart = Cart, CheckoutFlowSupport = new MerchantCheckoutFlowSupport() });

        Assert.That(redirect.RedirectUrl, Is.EqualTo("https://service.test/view/buy?o=shoppingcart&shoppingcart=1"));
        mock.VerifyNoOutstandingExpectation();
    }

    [TestCase("request/Merchant/1234567890/diagnose", "charge-order")]
    [TestCase("merchantCheckout/Merchant/1234567890/diagnose", "checkout-shopping-cart")]
    [TestCase("reports/Merchant/1234567890/diagnose", "order-summary-request")]
    public async Task DiagnoseAsync_WhenCalled_PostsToTheEndpointOfTheMessage(string path, string root)
    {
        CheckoutMessage message = root switch
        {
            "charge-order" => new ChargeOrderRequest { GoogleOrderNumber = Order },
            "checkout-shopping-cart" => new CheckoutShoppingCart { ShoppingCart = Cart, CheckoutFlowSupport = new MerchantCheckoutFlowSupport() },
            _ => new OrderSummaryRequest { OrderNumbers = [Order] },
        };
        using var mock = new MockHttpMessageHandler();
        mock.Expect(HttpMethod.Post, TestMerchant.BaseAddress + path)
            .Respond("application/xml", SampleResponses.Document("diagnosis", "serial-number='1'", $"<input-xml><{root}/></input-xml><warnings><string>hm</string></warnings>"));
        using var client = ClientOn(mock);

        var diagnosis = await client.DiagnoseAsync(message);

        Assert.That(diagnosis.Warnings, Is.EqualTo(new[] { "hm" }));
        mock.VerifyNoOutstandingExpectation();
    }

    [Test]
    public void DiagnoseAsync_WhenTheServiceSendsTheMessage_ThrowsArgumentException()
    {
        using var client = ClientOn(new MockHttpMessageHandler());

        Assert.That(async () => await client.DiagnoseAsync(new Bye()), Throws.ArgumentException.With.Property("ParamName").EqualTo("message"));
    }

    [TestCase(false, "Merchant")]
    [TestCase(true, "Donations")]
    public async Task HelloAsync_WhenTheAccountIsForDonations_UsesTheDonationAddress(bool donations, string kind)
    {
        var options = TestMerchant.Options();
        options.Donations = donations;
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        using var client = ClientOn(network, options);

        var bye = await client.HelloAsync();

        Assert.Multiple(() =>
        {
            Assert.That(bye.SerialNumber, Is.EqualTo("bye-1"));
            Assert.That(network.Requests.Single().Uri.AbsoluteUri, Is.EqualTo($"{TestMerchant.BaseAddress}request/{kind}/{TestMerchant.Id}"));
            Assert.That(network.Requests.Single().Xml.Name.LocalName, Is.EqualTo("hello"));
        });
    }

    [Test]
    public async Task HelloAsync_WhenTheKeyChanges_UsesTheNewKey()
    {
        var options = TestMerchant.Options();
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        using var client = ClientOn(network, options);
        await client.HelloAsync();

        options.MerchantKey = "a-new-key";
        await client.HelloAsync();

        Assert.That(network.Requests.Select(request => request.Headers["Authorization"]).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task ChargeOrderAsync_WhenTheResponseContainsTheCharge_ReturnsIt()
    {
        var charge = SampleResponses.Charge("00010-2");
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Document("request-received", "serial-number='1'", charge[charge.IndexOf("<charge", StringComparison.Ordinal)..])));
        using var client = ClientOn(network);

        var answer = await client.ChargeOrderAsync(Order);

        Assert.That(answer.ChargeAmountNotification!.TotalChargeAmount, Is.EqualTo(new Money(12.50m, "USD")));
    }

    [Test]
    public async Task DerivedClient_WhenOverridden_NeedsNoService()
    {
        using CheckoutClient client = new PretendingClient();

        var answer = await client.ChargeOrderAsync(Order);

        Assert.Multiple(() =>
        {
            Assert.That(answer.SerialNumber, Is.EqualTo("pretended"));
            Assert.That(async () => await client.HelloAsync(), Throws.InvalidOperationException);
        });
    }

    [Test]
    public void PublicMethods_AreVirtualEndInAsyncAndTakeATokenLast()
    {
        var operations = typeof(CheckoutClient).GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly)
            .Where(method => method.Name != nameof(CheckoutClient.Dispose));

        Assert.That(operations, Has.All.Matches<System.Reflection.MethodInfo>(method =>
            method.IsVirtual && !method.IsFinal
            && method.Name.EndsWith("Async", StringComparison.Ordinal)
            && method.GetParameters()[^1] is { HasDefaultValue: true } last && last.ParameterType == typeof(CancellationToken)));
    }

    private static string ItemIds => "<item-ids><item-id><merchant-item-id>A1</merchant-item-id></item-id></item-ids>";

    private static ShoppingCart Cart => new() { Items = [new Item { ItemName = "Tea", ItemDescription = "Black", Quantity = 1, UnitPrice = new Money(3.20m, "USD") }] };

    private static TestCaseData Command(string name, Func<CheckoutClient, Task<RequestReceivedResponse>> send, string? expected) =>
        new TestCaseData(send, expected).SetArgDisplayNames(name, expected ?? "...");

    private static CheckoutClient ClientOn(HttpMessageHandler network, CheckoutOptions? options = null) =>
        new(new HttpClient(network), options ?? TestMerchant.Options());

    private static XElement WithoutNamespace(XElement element) => new(
        element.Name.LocalName,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name != "google-order-number"),
        element.HasElements ? element.Elements().Select(WithoutNamespace) : element.Value.Length > 0 ? element.Value : null);

    private sealed class PretendingClient : CheckoutClient
    {
        public override Task<RequestReceivedResponse> ChargeOrderAsync(string googleOrderNumber, Money? amount = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new RequestReceivedResponse { SerialNumber = "pretended" });
    }
}
