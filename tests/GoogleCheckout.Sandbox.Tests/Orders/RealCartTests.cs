using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Api;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Carts that real clients wrote, although the schema or the guide says otherwise: the sandbox accepts them, prices them, and they can be charged.</summary>
[Parallelizable(ParallelScope.All)]
public class RealCartTests
{
    private const string Price = """<unit-price currency="USD">10.00</unit-price><quantity>2</quantity>""";
    private const string Payments = """<payments><subscription-payment><maximum-charge currency="USD">40.00</maximum-charge></subscription-payment></payments>""";
    private const string Nowhere = "<merchant-calculations><merchant-calculations-url>http://127.0.0.1:9/calculate</merchant-calculations-url></merchant-calculations>";

    public static IEnumerable<TestCaseData> Carts() =>
    [
        Case("merchant-calculated tax, no tables", 20.00m, string.Empty, $"""<tax-tables merchant-calculated="true"/>{Nowhere}"""),
        Case("merchant-calculated tax, no rules", 20.00m, string.Empty, $"""<tax-tables merchant-calculated="true"><default-tax-table><tax-rules/></default-tax-table></tax-tables>{Nowhere}"""),
        Case(
            "merchant-calculated tax, alternate tables only",
            21.00m,
            "<tax-table-selector>cups</tax-table-selector>",
            $"""<tax-tables merchant-calculated="true"><alternate-tax-tables><alternate-tax-table name="cups" standalone="true"><alternate-tax-rules><alternate-tax-rule><rate>0.05</rate><tax-area><world-area/></tax-area></alternate-tax-rule></alternate-tax-rules></alternate-tax-table></alternate-tax-tables></tax-tables>{Nowhere}"""),
        Case("empty selector", 20.00m, "<tax-table-selector/>", string.Empty),
        Case("empty selector of a recurrent item", 20.00m, $"""<subscription type="google" period="DAILY">{Payments}<recurrent-item><item-name>Cup</item-name><item-description/>{Price}<tax-table-selector/></recurrent-item></subscription>""", string.Empty),
        Case("merchant-handled subscription without a recurrent item", 20.00m, $"""<subscription type="merchant" period="YEARLY">{Payments}</subscription>""", string.Empty),
        Case("rounding per item", 21.66m, string.Empty, $"{Taxes("<world-area/>", "0.0825")}<rounding-policy><mode>HALF_UP</mode><rule>PER_ITEM</rule></rounding-policy>"),
        Case("lower-case state", 22.00m, string.Empty, Taxes("<us-state-area><state> ca</state></us-state-area>", "0.1")),
        Case("empty allowed areas", 24.00m, string.Empty, Shipping("<allowed-areas/><excluded-areas><us-state-area><state>HI</state></us-state-area></excluded-areas>")),
    ];

    [TestCaseSource(nameof(Carts))]
    public async Task Cart_OfARealClient_IsAcceptedAndCharged(string item, string flow, decimal total)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var raw = new RawClient(sandbox);
        using var client = sandbox.CreateClient();
        var (status, answer) = await raw.PostAsync("merchantCheckout", Cart(item, flow));
        Assert.That((status, (answer as ErrorResponse)?.ErrorMessage), Is.EqualTo((HttpStatusCode.OK, (string?)null)));

        var order = await sandbox.PlaceOrderAsync((CheckoutRedirect)answer, InCalifornia);
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await client.ChargeOrderAsync(order.GoogleOrderNumber);

        var charged = (await client.GetOrderSummariesAsync([order.GoogleOrderNumber]))[0];
        Assert.That((charged.FinancialOrderState, charged.TotalChargeAmount.Amount), Is.EqualTo((FinancialOrderState.Charged, total)));
    }

    [TestCase("<allow-us-po-box>true</allow-us-po-box>")]
    [TestCase("<excluded-areas><us-state-area><state>HI</state></us-state-area></excluded-areas>")]
    [TestCase("")]
    public async Task Cart_RestrictionsWithoutAllowedAreas_IsRefused(string restrictions)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var raw = new RawClient(sandbox);

        var (status, answer) = await raw.PostAsync("merchantCheckout", Cart(string.Empty, Shipping(restrictions)));

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)answer).ErrorMessage, Does.Contain("allowed-areas"));
    }

    private static TestCaseData Case(string name, decimal total, string item, string flow) => new TestCaseData(item, flow, total).SetArgDisplayNames(name);

    private static void InCalifornia(SandboxBuyer buyer)
    {
        buyer.ShippingAddress = buyer.ShippingAddress with { Region = "CA", PostalCode = "94043", CountryCode = "US" };
        buyer.BillingAddress = buyer.ShippingAddress;
    }

    private static string Taxes(string area, string rate) =>
        $"<tax-tables><default-tax-table><tax-rules><default-tax-rule><rate>{rate}</rate><tax-area>{area}</tax-area></default-tax-rule></tax-rules></default-tax-table></tax-tables>";

    private static string Shipping(string restrictions) =>
        $"""<shipping-methods><flat-rate-shipping name="Post"><price currency="USD">4.00</price><shipping-restrictions>{restrictions}</shipping-restrictions></flat-rate-shipping></shipping-methods>""";

    private static string Cart(string item, string flow) => $"""
        <checkout-shopping-cart xmlns="http://checkout.google.com/schema/2"><shopping-cart><items>
        <item><item-name>Cup</item-name><item-description>Blue</item-description>{Price}{item}</item></items></shopping-cart>
        <checkout-flow-support><merchant-checkout-flow-support>{flow}</merchant-checkout-flow-support></checkout-flow-support></checkout-shopping-cart>
        """;
}
