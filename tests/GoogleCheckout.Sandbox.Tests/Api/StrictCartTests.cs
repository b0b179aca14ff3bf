using System.Net;
using System.Text;
using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Carts that the schema does not allow, and what the sandbox accepts beyond it.</summary>
[Parallelizable(ParallelScope.All)]
public class StrictCartTests
{
    private const string Namespace = "xmlns=\"http://checkout.google.com/schema/2\"";
    private const string Tea = "<item><item-name>Tea</item-name><item-description>Green</item-description><unit-price currency=\"USD\">10.00</unit-price><quantity>1</quantity></item>";
    private const string Flow = "/checkout-shopping-cart/checkout-flow-support/merchant-checkout-flow-support";

    private static readonly string[] Commands =
    [
        "hello", "charge-order", "charge-and-ship-order", "refund-order", "cancel-order", "authorize-order", "process-order", "deliver-order", "add-tracking-data", "send-buyer-message", "archive-order",
        "unarchive-order", "add-merchant-order-number", "ship-items", "backorder-items", "return-items", "cancel-items", "reset-items-shipping-information", "create-order-recurrence-request",
    ];

    private static readonly TestCaseData[] Invalid =
    [
        new("<item><item-name>Tea</item-name><unit-price currency=\"USD\">10.00</unit-price><quantity>1</quantity></item>", "", "/item[1]/item-description (line 1"),
        new(Tea.Replace("item-description", "description", StringComparison.Ordinal), "", "/item[1]/description (line 1"),
        new(Tea.Replace("Green", "A <b>green</b> one", StringComparison.Ordinal), "", "/item[1]/item-description/b (line 1"),
        new(Tea.Replace("Tea", "<![CDATA[A]]><i>Tea</i>", StringComparison.Ordinal), "", "/item[1]/item-name/i (line 1"),
        new(Tea.Replace("<quantity>1", "<quantity>1.5", StringComparison.Ordinal), "", "/item[1]/quantity (line 1"),
        new(Tea.Replace("<quantity>1", "<quantity>0", StringComparison.Ordinal), "", "must be at least 1, but is '0'"),
        new(Tea + Tea.Replace("<quantity>", "<quantity xmlns=\"urn:shop\">", StringComparison.Ordinal), "", "/item[2]/quantity (line 1"),
        new(Tea.Replace("</item>", "<quantity>2</quantity></item>", StringComparison.Ordinal), "", "/item[1]/quantity[2] (line 1"),
        new(Tea.Replace("<item>", "<item id=\"1\">", StringComparison.Ordinal), "", "/item[1]/@id (line 1"),
        new(Tea, "<shiping-methods><flat-rate-shipping name=\"Post\"><price currency=\"USD\">4.00</price></flat-rate-shipping></shiping-methods>", "did you mean 'shipping-methods'?"),
        new(Tea, "<shipping-methods><flatrate-shipping name=\"Post\"><price currency=\"USD\">4.00</price></flatrate-shipping></shipping-methods>", "did you mean 'flat-rate-shipping'?"),
        new(Tea, "<shipping-methods><flat-rate-shipping><price currency=\"USD\">4.00</price></flat-rate-shipping></shipping-methods>", "/flat-rate-shipping[1]/@name"),
        new(Tea, "<shipping-methods><flat-rate-shipping name=\"Post\"/></shipping-methods>", "/flat-rate-shipping[1]/price"),
        new(Tea, "<shipping-methods><flat-rate-shipping name=\"Post\"><price currency=\"USD\"/></flat-rate-shipping></shipping-methods>", "/flat-rate-shipping[1]/price (line 1"),
        new(Tea, "<shipping-methods><flat-rate-shipping name=\"Post\"><price currency=\"USD\">-1</price></flat-rate-shipping></shipping-methods>", "must be at least 0, but is '-1'"),
        new(Tea, "<shipping-methods><flat-rate-shipping name=\"Post\"><price currency=\"USD\">4</price><shipping-restrictions/></flat-rate-shipping></shipping-methods>", "/shipping-restrictions/allowed-areas (line 1"),
        new(Tea, "<tax-tables><default-tax-table/></tax-tables>", $"{Flow}/tax-tables/default-tax-table/tax-rules (line 1"),
        new(Tea, "<tax-tables><alternate-tax-tables><alternate-tax-table name=\"food\"/></alternate-tax-tables></tax-tables>", "/alternate-tax-table[1]/alternate-tax-rules (line 1"),
        new(Tea, "<tax-tables><default-tax-table><default-tax-rule/></default-tax-table></tax-tables>", "may contain tax-rules"),
        new(Tea, TaxArea("<us-state-area><state>NY</state><state>IL</state></us-state-area>"), "/us-state-area/state[2] (line 1"),
        new(Tea, TaxArea("<us-zip-area><zip-pattern>1*</zip-pattern><zip-pattern>2*</zip-pattern></us-zip-area>"), "/us-zip-area/zip-pattern[2] (line 1"),
        new(Tea, TaxArea("<us-state-area><state>NY</state></us-state-area><us-zip-area><zip-pattern>2*</zip-pattern></us-zip-area>"), "'tax-area' must contain only one of"),
        new(Tea, TaxArea("<eu-area/>"), "/tax-area/eu-area (line 1"),
        new(Tea, "<merchant-calculations><merchant-calculations-url>https://shop.example/</merchant-calculations-url><gift-certificate-support><gift-certificate-accepted>true</gift-certificate-accepted></gift-certificate-support></merchant-calculations>", "/merchant-calculations/gift-certificate-support (line 1"),
        new(Tea, "<rounding-policy><mode>HALF_UP</mode><rule>PER_ORDER</rule></rounding-policy>", "must be one of PER_LINE, TOTAL, but is 'PER_ORDER'"),
        new(Tea, "Post 4.00", "contains text"),
    ];

    private static readonly TestCaseData[] BeyondTheSchema =
    [
        new(Cart(Tea, string.Empty).Replace("schema/2", "schema/2-beta1", StringComparison.Ordinal)),
        new(Cart(Tea.Replace("</item>", "<item-weight value=\"1\" unit=\"LB\"/></item>", StringComparison.Ordinal), CarrierShipping("name=\"FedEx Ground\""))),
        new(Cart(Tea.Replace("</item>", "<tax-table-selector/></item>", StringComparison.Ordinal), string.Empty)),
        new(Cart(Tea, TaxArea("<us-zip-area><zip-pattern>1*</zip-pattern></us-zip-area>"))),
        new(Cart(Tea, TaxArea("<world-area> </world-area>"))),
    ];

    [TestCaseSource(nameof(Invalid))]
    public async Task Cart_InvalidBySchema_IsRefusedAndDiagnosed(string items, string flow, string error)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox);

        var (status, response) = await client.PostAsync("merchantCheckout", Cart(items, flow));
        var (diagnosed, diagnosis) = await client.SendAsync(HttpMethod.Post, $"merchantCheckout/Merchant/{sandbox.MerchantId}/diagnose", Cart(items, flow));

        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(((ErrorResponse)response).ErrorMessage, Does.StartWith("Error parsing XML; message from parser is: /checkout-shopping-cart/"));
            Assert.That(diagnosed, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(((DiagnoseResponse)diagnosis).Warnings, Has.Some.Contains(error));
            Assert.That(((DiagnoseResponse)diagnosis).Warnings[0], Is.EqualTo(((ErrorResponse)response).ErrorMessage["Error parsing XML; message from parser is: ".Length..]));
            Assert.That(((DiagnoseResponse)diagnosis).InputXml, Does.StartWith("<checkout-shopping-cart"));
        });
    }

    [Test]
    public async Task Diagnose_SeveralViolations_ListsAll()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox);
        var cart = Cart("<item name=\"Tea\"><unit-price>ten</unit-price></item>", "<shiping-methods/>");

        var (_, diagnosis) = await client.SendAsync(HttpMethod.Post, $"merchantCheckout/Merchant/{sandbox.MerchantId}/diagnose", cart);

        Assert.That(
            ((DiagnoseResponse)diagnosis).Warnings.Select(warning => warning.Split(" (")[0].Split('/')[^1]),
            Is.EqualTo(["@name", "@currency", "unit-price", "item-description", "item-name", "quantity", "shiping-methods"]));
    }

    [TestCaseSource(nameof(BeyondTheSchema))]
    public async Task Cart_OfAnOldClient_IsAccepted(string cart)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox);

        var (status, response) = await client.PostAsync("merchantCheckout", cart);

        Assert.That((status, (response as ErrorResponse)?.ErrorMessage), Is.EqualTo((HttpStatusCode.OK, (string?)null)));
    }

    [TestCase("<note>Hello</note>", "")]
    [TestCase("", "<shiping-methods/>")]
    [TestCase("<price xmlns=\"urn:shop\">9</price>", "<analytics xmlns=\"\"/>")]
    public async Task Cart_UnknownElementsIgnored_IsAccepted(string inItem, string inFlow)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(IgnoreUnknownElements());
        using var client = new RawClient(sandbox);

        var (status, _) = await client.PostAsync("merchantCheckout", Cart(Tea.Replace("<item>", $"<item id=\"1\">{inItem}", StringComparison.Ordinal), inFlow));

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("<item><item-name>Tea</item-name><unit-price currency=\"USD\">10.00</unit-price><quantity>1</quantity><note/></item>", "item-description")]
    [TestCase("<item><item-name>Tea</item-name><item-name>Tea</item-name><item-description/><unit-price currency=\"USD\">10.00</unit-price><quantity>1</quantity></item>", "item-name[2]")]
    [TestCase("<item><item-name>Tea</item-name><item-description>A <b>B</b></item-description><unit-price currency=\"USD\">10.00</unit-price><quantity>1</quantity></item>", "must contain only text")]
    public async Task Cart_OtherViolationsWithUnknownElementsIgnored_IsRefused(string items, string error)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(IgnoreUnknownElements());
        using var client = new RawClient(sandbox);

        var (status, response) = await client.PostAsync("request", Cart(items, string.Empty));

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)response).ErrorMessage, Does.Contain(error));
    }

    [Test]
    public async Task Cart_MoreUnknownElementsThanAreListed_IsRefused()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(IgnoreUnknownElements());
        using var client = new RawClient(sandbox);

        var (status, _) = await client.PostAsync("merchantCheckout", Cart(Tea, string.Concat(Enumerable.Repeat("<x/>", CheckoutXml.MaxSchemaViolations))));

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("diagnose", "shiping-methods", "item-description")]
    [TestCase("", "item-description", "item-description")]
    public async Task Form_CartInvalidBySchema_ShowsTheViolations(string diagnose, string first, string second)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox) { Credentials = null, ContentType = "application/x-www-form-urlencoded" };
        var cart = Cart("<item><item-name>Tea</item-name><unit-price currency=\"USD\">1</unit-price><quantity>1</quantity></item>", "<shiping-methods/>");
        var form = "cart=" + Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(cart)));

        using var response = await client.SendRawAsync(HttpMethod.Post, $"/checkout/api/checkout/v2/checkout/Merchant/{sandbox.MerchantId}/{diagnose}", form);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Error parsing XML").And.Contain(first).And.Contain(second));
    }

    [Test]
    public async Task RequestsOfOldClients_Commands_AreNotRefusedAsXml()
    {
        SharedFolder.Require();
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox);
        var requests = SharedFolder.CorpusDocuments().Concat(SharedFolder.WireDocuments()).Where(IsCommand).ToList();
        var refused = new List<string>();
        foreach (var file in requests)
        {
            using var response = await client.SendRawAsync(HttpMethod.Post, $"/checkout/api/checkout/v2/request/Merchant/{sandbox.MerchantId}", Encoding.UTF8.GetString(SharedFolder.CorpusDocument(file)));
            if ((await response.Content.ReadAsStringAsync()).Contains("Error parsing XML", StringComparison.Ordinal))
            {
                refused.Add(file);
            }
        }

        Assert.That(requests, Has.Count.GreaterThan(40));
        Assert.That(refused, Is.EqualTo(["_wire/node/10-ship-items.xml"]), "its item_id never worked");
    }

    private static bool IsCommand(string file) => Commands.Contains(XDocument.Load(new MemoryStream(SharedFolder.CorpusDocument(file))).Root!.Name.LocalName);

    private static CheckoutSandboxOptions IgnoreUnknownElements() => new() { Rules = new SandboxRules { UnknownElements = UnknownElements.Ignore } };

    private static string TaxArea(string area) =>
        $"<tax-tables><default-tax-table><tax-rules><default-tax-rule><rate>0.1</rate><tax-area>{area}</tax-area></default-tax-rule></tax-rules></default-tax-table></tax-tables>";

    private static string CarrierShipping(string attributes) =>
        "<shipping-methods><carrier-calculated-shipping><shipping-packages><shipping-package><ship-from id=\"ABC\"><city>Ely</city><region>MN</region><country-code>US</country-code><postal-code>55731</postal-code></ship-from></shipping-package></shipping-packages>"
        + $"<carrier-calculated-shipping-options><carrier-calculated-shipping-option {attributes}><price currency=\"USD\">5.00</price><shipping-company>FedEx</shipping-company><shipping-type>Ground</shipping-type></carrier-calculated-shipping-option></carrier-calculated-shipping-options></carrier-calculated-shipping></shipping-methods>";

    private static string Cart(string items, string flow) =>
        $"<checkout-shopping-cart {Namespace}><shopping-cart><items>{items}</items></shopping-cart><checkout-flow-support><merchant-checkout-flow-support>{flow}</merchant-checkout-flow-support></checkout-flow-support></checkout-shopping-cart>";
}
