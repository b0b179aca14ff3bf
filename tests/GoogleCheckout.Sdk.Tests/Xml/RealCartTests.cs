using System.Xml.Linq;
using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Carts that real clients wrote, although the schema or the guide says otherwise: they are read, validated and written as they came.</summary>
public class RealCartTests
{
    private const string Price = """<unit-price currency="USD">12.00</unit-price><quantity>2</quantity>""";
    private const string Cup = $"<item><item-name>Cup</item-name><item-description>Blue</item-description>{Price}</item>";

    public static IEnumerable<TestCaseData> Accepted() =>
    [
        Case("merchant-calculated tax, no tables", Flow("""<tax-tables merchant-calculated="true"/>""" + Calculations), warnings: 1),
        Case("merchant-calculated tax, no rules", Flow($"""<tax-tables merchant-calculated="true"><default-tax-table><tax-rules/></default-tax-table></tax-tables>{Calculations}"""), warnings: 1),
        Case(
            "merchant-calculated tax, alternate tables only",
            Flow($"""<tax-tables merchant-calculated="true"><alternate-tax-tables><alternate-tax-table name="cups"><alternate-tax-rules>{Rule("alternate", "<world-area/>")}</alternate-tax-rules></alternate-tax-table></alternate-tax-tables></tax-tables>{Calculations}"""),
            warnings: 1),
        Case("empty selector", Cart(Cup.Replace("</item>", "<tax-table-selector/></item>", StringComparison.Ordinal), string.Empty)),
        Case("empty selector of a recurrent item", Cart(Subscription("google", Recurrent("<tax-table-selector></tax-table-selector>")), string.Empty)),
        Case("empty selectors of an item and its recurrent item", Cart(Subscription("google", Recurrent("<tax-table-selector/>")).Replace("<subscription type", "<tax-table-selector/><subscription type", StringComparison.Ordinal), string.Empty)),
        Case("merchant-handled subscription without a recurrent item", Cart(Subscription("merchant", string.Empty), string.Empty)),
        Case("rounding per item", Flow("<rounding-policy><mode>HALF_EVEN</mode><rule>PER_ITEM</rule></rounding-policy>")),
        Case("lower-case state", Flow(Taxes(Rule("default", "<us-state-area><state>tx</state></us-state-area>")))),
        Case("mixed-case state with blanks", Flow(Shipping("<allowed-areas><us-state-area><state> Or </state></us-state-area></allowed-areas><excluded-areas><us-zip-area><zip-pattern> 97* </zip-pattern></us-zip-area></excluded-areas>"))),
        Case("empty allowed areas and exclusions", Flow(Shipping("<allowed-areas/><excluded-areas><us-state-area><state>HI</state></us-state-area></excluded-areas>")), warnings: 1),
        Case("empty allowed areas", Flow(Shipping("<allowed-areas></allowed-areas>")), warnings: 1),
    ];

    public static IEnumerable<TestCaseData> WithoutContainer() =>
    [
        new TestCaseData(Flow(Shipping("<allow-us-po-box>false</allow-us-po-box>")), "/shipping-restrictions/allowed-areas is missing: add the areas to which the method ships").SetArgDisplayNames("restrictions with a box only"),
        new TestCaseData(Flow(Shipping("<excluded-areas><us-state-area><state>HI</state></us-state-area></excluded-areas>")), "/shipping-restrictions/allowed-areas is missing: add the areas").SetArgDisplayNames("exclusions only"),
        new TestCaseData(Flow(Shipping(string.Empty)), "/shipping-restrictions/allowed-areas is missing: add the areas").SetArgDisplayNames("empty restrictions"),
        new TestCaseData(
            Flow($"""<shipping-methods><merchant-calculated-shipping name="Own"><price currency="USD">1.00</price><address-filters/></merchant-calculated-shipping></shipping-methods>{Calculations}"""),
            "/address-filters/allowed-areas is missing: add the areas").SetArgDisplayNames("address filters"),
        new TestCaseData(Flow("<tax-tables><default-tax-table/></tax-tables>"), "/default-tax-table/tax-rules is missing").SetArgDisplayNames("no rules"),
        new TestCaseData(Cart(Subscription("google", Recurrent("")).Replace(Payments, string.Empty, StringComparison.Ordinal), string.Empty), "/subscription/payments is missing").SetArgDisplayNames("no payments"),
    ];

    public static IEnumerable<TestCaseData> Repeated() =>
    [
        new TestCaseData(Cart(Cup.Replace(Price, Price + """<unit-price currency="USD">1.00</unit-price>""", StringComparison.Ordinal), string.Empty), "/items/item/unit-price[2]").SetArgDisplayNames("price"),
        new TestCaseData(Flow(Shipping("<allowed-areas><world-area/></allowed-areas>") + "<shipping-methods/>"), "/shipping-methods[2]").SetArgDisplayNames("methods"),
        new TestCaseData(Flow(Taxes(Rule("default", "<world-area/>") .Replace("</rate>", "</rate><rate>0.5</rate>", StringComparison.Ordinal))), "/default-tax-rule/rate[2]").SetArgDisplayNames("rate"),
        new TestCaseData(Flow(Taxes(Rule("default", "<world-area/></tax-area><tax-area><world-area/>"))), "/default-tax-rule/tax-area[2]").SetArgDisplayNames("tax area"),
        new TestCaseData(Flow(Shipping("<allowed-areas><world-area/></allowed-areas><allowed-areas/>")), "/allowed-areas[2]").SetArgDisplayNames("allowed areas"),
        new TestCaseData(Flow(Shipping("<allowed-areas><postal-area><country-code>GB</country-code><country-code>IE</country-code></postal-area></allowed-areas>")), "/postal-area/country-code[2]").SetArgDisplayNames("country"),
        new TestCaseData(Flow(Shipping("<allowed-areas><postal-area><country-code>GB</country-code><postal-code-pattern>SW*</postal-code-pattern><postal-code-pattern>SE*</postal-code-pattern></postal-area></allowed-areas>")), "/postal-code-pattern[2]").SetArgDisplayNames("pattern"),
    ];

    public static IEnumerable<TestCaseData> SeveralAreas() =>
    [
        new TestCaseData("<us-state-area><state>NV</state><state>UT</state><state>AZ</state></us-state-area>", new[] { "NV 89101", "UT 84101", "AZ 85001" }).SetArgDisplayNames("states in an area"),
        new TestCaseData("<us-state-area><state>NV</state></us-state-area><us-state-area><state>UT</state></us-state-area>", new[] { "NV 89101", "UT 84101" }).SetArgDisplayNames("areas of states"),
        new TestCaseData("<us-zip-area><zip-pattern>891*</zip-pattern><zip-pattern>84101</zip-pattern></us-zip-area>", new[] { "NV 89101", "UT 84101" }).SetArgDisplayNames("patterns in an area"),
        new TestCaseData("<us-state-area><state>NV</state></us-state-area><us-zip-area><zip-pattern>841*</zip-pattern></us-zip-area>", new[] { "NV 89101", "UT 84101" }).SetArgDisplayNames("a state and a pattern"),
    ];

    [TestCaseSource(nameof(Accepted))]
    public void Cart_OfARealClient_IsReadValidatedAndWrittenAsItCame(string xml, int warnings)
    {
        var cart = CheckoutXml.Parse<CheckoutShoppingCart>(xml);

        Assert.That(cart.Validate().Where(error => !error.IsWarning), Is.Empty);
        Assert.That(cart.Validate(), Has.Count.EqualTo(warnings));
        Assert.That(XmlDifference.Between(XElement.Parse(xml), cart.ToXElement()), Is.Null);
    }

    [TestCaseSource(nameof(WithoutContainer))]
    public void Cart_WithoutARequiredContainer_IsAnErrorAndIsWrittenAsItCame(string xml, string error)
    {
        var cart = CheckoutXml.Parse<CheckoutShoppingCart>(xml);

        Assert.That(cart.Validate().Single().ToString(), Does.Contain(error));
        Assert.That(cart.Validate().Single().IsWarning, Is.False);
        Assert.That(XmlDifference.Between(XElement.Parse(xml), cart.ToXElement()), Is.Null);
    }

    [TestCaseSource(nameof(Repeated))]
    public void Parse_CartWithARepeatedElement_ThrowsAndNamesIt(string xml, string path)
    {
        var exception = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(xml))!;

        Assert.That(exception.Path, Does.EndWith(path));
        Assert.That(exception.Message, Does.Contain("is repeated, but only one is allowed"));
        Assert.That((exception.LineNumber, exception.LinePosition), Is.Not.EqualTo((0, 0)));
    }

    [TestCaseSource(nameof(SeveralAreas))]
    public void Parse_SeveralAreasInATaxArea_TaxesAllOfThem(string areas, string[] addresses)
    {
        var defaultRules = CheckoutXml.Parse<CheckoutShoppingCart>(Flow(Taxes(Rule("default", areas))));
        var table = $"""<tax-tables><alternate-tax-tables><alternate-tax-table name="cups"><alternate-tax-rules>{Rule("alternate", areas)}</alternate-tax-rules></alternate-tax-table></alternate-tax-tables></tax-tables>""";
        var alternateRules = CheckoutXml.Parse<CheckoutShoppingCart>(Flow(table).Replace("</item>", "<tax-table-selector>cups</tax-table-selector></item>", StringComparison.Ordinal));

        foreach (var cart in new[] { defaultRules, alternateRules, CheckoutXml.Parse<CheckoutShoppingCart>(defaultRules.ToXmlString()) })
        {
            Assert.That(addresses.Select(address => Tax(cart, address)), Is.All.EqualTo(2.40m));
            Assert.That(Tax(cart, "OH 43004"), Is.Zero);
            Assert.That(cart.Validate(), Is.Empty);
        }
    }

    [Test]
    public void Parse_OneAreaInATaxArea_IsTheTaxArea()
    {
        var cart = CheckoutXml.Parse<CheckoutShoppingCart>(Flow(Taxes(Rule("default", "<world-area/>"))));

        var rule = cart.CheckoutFlowSupport!.TaxTables!.DefaultTaxTable!.TaxRules.Single();
        Assert.That((rule.TaxArea, rule.TaxAreas.Count), Is.EqualTo((Area.World, 0)));
    }

    private const string Calculations = "<merchant-calculations><merchant-calculations-url>https://cups.example/calculate</merchant-calculations-url></merchant-calculations>";

    private const string Payments = """<payments><subscription-payment times="5"><maximum-charge currency="USD">20.00</maximum-charge></subscription-payment></payments>""";

    private static TestCaseData Case(string name, string xml, int warnings = 0) => new TestCaseData(xml, warnings).SetArgDisplayNames(name);

    private static string Subscription(string type, string recurrent) => Cup.Replace("</item>", $"""<subscription type="{type}" period="WEEKLY">{Payments}{recurrent}</subscription></item>""", StringComparison.Ordinal);

    private static string Recurrent(string selector) => $"<recurrent-item><item-name>Cup</item-name><item-description/>{Price}{selector}</recurrent-item>";

    private static string Rule(string kind, string areas) => $"<{kind}-tax-rule><rate>0.1</rate><tax-area>{areas}</tax-area></{kind}-tax-rule>";

    private static string Taxes(string rule) => $"<tax-tables><default-tax-table><tax-rules>{rule}</tax-rules></default-tax-table></tax-tables>";

    private static string Shipping(string restrictions) =>
        $"""<shipping-methods><flat-rate-shipping name="Post"><price currency="USD">3.00</price><shipping-restrictions>{restrictions}</shipping-restrictions></flat-rate-shipping></shipping-methods>""";

    private static string Flow(string content) => Cart(Cup, content);

    private static string Cart(string item, string flow) => $"""
        <checkout-shopping-cart xmlns="http://checkout.google.com/schema/2"><shopping-cart><items>{item}</items></shopping-cart>
        <checkout-flow-support><merchant-checkout-flow-support>{flow}</merchant-checkout-flow-support></checkout-flow-support></checkout-shopping-cart>
        """;

    private static decimal Tax(CheckoutShoppingCart cart, string stateAndZip) => CartCalculator.Calculate(cart, new CartSelections
    {
        ShippingAddress = new Address { CountryCode = "US", Region = stateAndZip[..2], PostalCode = stateAndZip[3..] },
    }).Adjustment.TotalTax!.Value.Amount;
}
