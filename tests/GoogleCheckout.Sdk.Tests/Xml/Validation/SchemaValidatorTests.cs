using System.Text;
using System.Xml.Linq;
using NUnit.Framework;
using static GoogleCheckout.SchemaViolationKind;

namespace GoogleCheckout.Xml;

public class SchemaValidatorTests
{
    private const string Namespace = "xmlns='http://checkout.google.com/schema/2'";
    private const string Order = $"{Namespace} google-order-number='841171949013218'";

    [TestCase($"<charge-order {Order}/>")]
    [TestCase($"<charge-order {Order}><amount currency='USD'> 5.00 </amount></charge-order>")]
    [TestCase($"<c:charge-order xmlns:c='http://checkout.google.com/schema/2' google-order-number='1'><c:amount currency='USD'>5</c:amount></c:charge-order>")]
    [TestCase($"<charge-order {Order}><!-- all --><?a b?></charge-order>")]
    [TestCase($"<refund-order {Order}><reason/><comment><![CDATA[<b>]]></comment></refund-order>")]
    [TestCase($"<refund-order {Order} xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b'><comment/><reason/></refund-order>")]
    public void ValidateSchema_ValidDocument_FindsNothing(string xml)
    {
        Assert.That(CheckoutXml.ValidateSchema(xml), Is.Empty);
    }

    [TestCase("<ammount currency='USD'>5.00</ammount>", UnknownElement, "/charge-order/ammount", "is not allowed in 'charge-order', which may contain amount; did you mean 'amount'?")]
    [TestCase("<AMOUNT currency='USD'>5.00</AMOUNT>", UnknownElement, "/charge-order/AMOUNT", "is not allowed in 'charge-order', which may contain amount; did you mean 'amount'?")]
    [TestCase("<total currency='USD'>5.00</total>", UnknownElement, "/charge-order/total", "is not allowed in 'charge-order', which may contain amount")]
    [TestCase("<amount xmlns='' currency='USD'>5.00</amount>", WrongNamespace, "/charge-order/amount", "is in no namespace, but must be in 'http://checkout.google.com/schema/2'")]
    [TestCase("<amount xmlns='urn:x' currency='USD'>5.00</amount>", WrongNamespace, "/charge-order/amount", "is in the namespace 'urn:x', but must be in 'http://checkout.google.com/schema/2'")]
    [TestCase("<amount currency='USD'>5.00</amount><amount currency='USD'>6.00</amount>", RepeatedElement, "/charge-order/amount[2]", "must occur only once in 'charge-order'")]
    [TestCase("<amount>5.00</amount>", MissingAttribute, "/charge-order/amount/@currency", "is missing")]
    [TestCase("<amount currency='USD' curency='EUR'>5.00</amount>", UnknownAttribute, "/charge-order/amount/@curency", "is not allowed: 'amount' may have currency; did you mean 'currency'?")]
    [TestCase("<amount currency='USD' xml:lang='en'>5.00</amount>", UnknownAttribute, "/charge-order/amount/@xml:lang", "is not allowed: 'amount' may have currency")]
    [TestCase("<amount currency='USD'>five</amount>", InvalidValue, "/charge-order/amount", "must be an amount such as 12.50, but is 'five'")]
    [TestCase("<amount currency='USD'/>", InvalidValue, "/charge-order/amount", "must be an amount such as 12.50, but is empty")]
    [TestCase("<amount currency='USD'>5<b>.00</b></amount>", ElementInText, "/charge-order/amount/b", "is not allowed: 'amount' must contain only text")]
    [TestCase("all of it", UnexpectedText, "/charge-order", "must contain only elements, but contains text")]
    public void ValidateSchema_ChargeWithOneViolation_SaysWhatAndWhere(string content, SchemaViolationKind kind, string path, string reason)
    {
        var violation = CheckoutXml.ValidateSchema($"<charge-order {Order}>{content}</charge-order>").Single();

        Assert.That((violation.Kind, violation.Path, violation.Reason), Is.EqualTo((kind, path, reason)));
    }

    [TestCase($"<archive-order {Order}> </archive-order>", UnexpectedText, "/archive-order", "must be empty, but contains white space")]
    [TestCase($"<archive-order {Order}><now/></archive-order>", UnknownElement, "/archive-order/now", "is not allowed in 'archive-order', which must be empty")]
    [TestCase($"<charge-ordr {Order}/>", UnknownElement, "/charge-ordr", "is no message of the protocol; did you mean 'charge-order'?")]
    [TestCase("<charge-order google-order-number='1'/>", WrongNamespace, "/charge-order", "is in no namespace, but must be in 'http://checkout.google.com/schema/2'")]
    [TestCase($"<cancel-order {Order}/>", MissingElement, "/cancel-order/reason", "is missing")]
    [TestCase($"<ship-items {Order}/>", MissingElement, "/ship-items/item-shipping-information-list", "is missing")]
    [TestCase($"<order-list-request {Namespace} start-date='2012-10-10T00:00:00' end-date='2012-10-11T00:00:00'><financial-state>PAID</financial-state></order-list-request>", InvalidValue, "/order-list-request/financial-state", "must be one of REVIEWING, CHARGEABLE, CHARGING, CHARGED, PAYMENT_DECLINED, CANCELLED_BY_GOOGLE, CANCELLED, but is 'PAID'")]
    [TestCase($"<order-list-request {Namespace} start-date='10.10.2012' end-date='2012-10-11T00:00:00'/>", InvalidValue, "/order-list-request/@start-date", "must be a date and time such as 2010-05-01T05:00:00Z, but is '10.10.2012'")]
    [TestCase($"<deliver-order {Order}><send-email>yes</send-email></deliver-order>", InvalidValue, "/deliver-order/send-email", "must be true or false, but is 'yes'")]
    [TestCase($"<diagnosis {Namespace} serial-number='1'><input-xml><a/><b/></input-xml></diagnosis>", RepeatedElement, "/diagnosis/input-xml", "must contain exactly one element")]
    public void ValidateSchema_MessageWithOneViolation_SaysWhatAndWhere(string xml, SchemaViolationKind kind, string path, string reason)
    {
        var violation = CheckoutXml.ValidateSchema(xml).Single();

        Assert.That((violation.Kind, violation.Path, violation.Reason), Is.EqualTo((kind, path, reason)));
    }

    [Test]
    public void ValidateSchema_SeveralViolations_FindsAllWithLineAndPosition()
    {
        var violations = CheckoutXml.ValidateSchema(
            $"""
            <checkout-shopping-cart {Namespace}>
              <shopping-cart>
                <items>
                  <item><item-name>Tea</item-name><item-description/><unit-price currency="USD">3</unit-price><quantity>1</quantity></item>
                  <item>
                    <item-name>Pot</item-name><unit-prize currency="USD">3</unit-prize><quantity>0</quantity>
                  </item>
                </items>
              </shopping-cart>
              <checkout-flow-support/>
            </checkout-shopping-cart>
            """);

        Assert.That(violations.Select(violation => $"{violation.Path} {violation.LineNumber},{violation.LinePosition}"), Is.EqualTo(
        [
            "/checkout-shopping-cart/shopping-cart/items/item[2]/unit-prize 6,36",
            "/checkout-shopping-cart/shopping-cart/items/item[2]/quantity 6,77",
            "/checkout-shopping-cart/shopping-cart/items/item[2]/item-description 5,8",
            "/checkout-shopping-cart/shopping-cart/items/item[2]/unit-price 5,8",
            "/checkout-shopping-cart/checkout-flow-support 10,4",
        ]));
    }

    [TestCase("<tax-area><us-state-area><state>NY</state><state>IL</state></us-state-area></tax-area>", "tax-area/us-state-area/state[2]", "must occur only once in 'us-state-area'")]
    [TestCase("<tax-area><us-zip-area><zip-pattern>1*</zip-pattern></us-zip-area><world-area/></tax-area>", "tax-area/world-area", "is one too many: 'tax-area' must contain only one of postal-area, us-country-area, us-state-area, us-zip-area, world-area")]
    [TestCase("<tax-area/>", "tax-area", "must contain one of postal-area, us-country-area, us-state-area, us-zip-area, world-area")]
    public void ValidateSchema_SeveralAreasInATaxArea_SaysThatOneIsAllowed(string area, string path, string reason)
    {
        var cart = SampleDocuments.Minimal("checkout-shopping-cart");
        cart.Add(XElement.Parse($"<checkout-flow-support {Namespace}><merchant-checkout-flow-support><tax-tables><default-tax-table><tax-rules><default-tax-rule>{area}</default-tax-rule></tax-rules></default-tax-table></tax-tables></merchant-checkout-flow-support></checkout-flow-support>"));

        var violation = CheckoutXml.ValidateSchema(cart).Single();

        Assert.That(
            (violation.Path, violation.Reason),
            Is.EqualTo(($"/checkout-shopping-cart/checkout-flow-support/merchant-checkout-flow-support/tax-tables/default-tax-table/tax-rules/default-tax-rule[1]/{path}", reason)));
    }

    [Test]
    public void ValidateSchema_WrongNamespaceOfWholeDocument_IsReportedOnce()
    {
        var violations = CheckoutXml.ValidateSchema("<charge-order xmlns='http://checkout.google.com/schema/2-beta1' google-order-number='1'><amount>5</amount></charge-order>");

        Assert.That(violations.Select(violation => violation.Kind), Is.EqualTo([WrongNamespace, MissingAttribute]));
    }

    [Test]
    public void ValidateSchema_TextThatIsTooLong_IsNotQuoted()
    {
        var violation = CheckoutXml.ValidateSchema($"<charge-order {Order}><amount currency='USD'>{new string('4', 70)}</amount></charge-order>").Single();
        var note = new XElement(SampleDocuments.Full("checkout-shopping-cart").Descendants(Elements.GiftMessage).First());
        note.SetAttributeValue("from", new string('x', 101));
        var cart = SampleDocuments.Full("checkout-shopping-cart");
        cart.Descendants(Elements.GiftMessage).First().ReplaceWith(note);

        Assert.Multiple(() =>
        {
            Assert.That(violation.Value, Is.EqualTo(new string('4', 60) + "... (10 more characters)"));
            Assert.That(CheckoutXml.ValidateSchema(cart).Single().Reason, Is.EqualTo("must have at most 100 characters, but has 101"));
            Assert.That(CheckoutXml.ValidateSchema(cart).Single().Value, Is.Null);
        });
    }

    [Test]
    public void ValidateSchema_ValueOfABuyer_IsNotQuoted()
    {
        var notification = SampleDocuments.Full("risk-information-notification");
        notification.Descendants(Elements.BuyerAccountAge).First().Value = "forty";

        var violation = CheckoutXml.ValidateSchema(notification).Single();

        Assert.That((violation.Reason, violation.Value), Is.EqualTo(("must be a whole number", (string?)null)));
    }

    [Test]
    public void ValidateSchema_MoreViolationsThanTheMaximum_ListsTheFirst()
    {
        var xml = $"<charge-order {Order}>{string.Concat(Enumerable.Repeat("<x/>", CheckoutXml.MaxSchemaViolations + 1))}</charge-order>";

        Assert.That(CheckoutXml.ValidateSchema(xml), Has.Count.EqualTo(CheckoutXml.MaxSchemaViolations));
    }

    [TestCase("<charge-order")]
    [TestCase($"<charge-order {Order}><amount></charge-order>")]
    [TestCase($"<!DOCTYPE a><charge-order {Order}/>")]
    [TestCase("")]
    [TestCase("amount=5.00")]
    public void ValidateSchema_DocumentThatCannotBeRead_ThrowsWhatParseThrows(string xml)
    {
        var expected = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(xml))!;

        Assert.That(() => CheckoutXml.ValidateSchema(xml), Throws.InstanceOf<CheckoutXmlException>().With.Message.EqualTo(expected.Message));
    }

    [Test]
    public void ValidateSchema_DocumentThatExceedsALimit_ThrowsWhatParseThrows()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 70)) + string.Concat(Enumerable.Repeat("</a>", 70));

        Assert.That(() => CheckoutXml.ValidateSchema($"<charge-order {Order}>{deep}</charge-order>"), Throws.InstanceOf<CheckoutXmlException>().With.Message.Contains("nested"));
    }

    [Test]
    public async Task ValidateSchema_EachOverload_FindsTheSame()
    {
        var xml = $"<charge-order {Order}><ammount/></charge-order>";
        var bytes = Encoding.UTF8.GetBytes(xml);
        var expected = CheckoutXml.ValidateSchema(xml);

        Assert.Multiple(() =>
        {
            Assert.That(CheckoutXml.ValidateSchema(bytes), Is.EqualTo(expected));
            Assert.That(CheckoutXml.ValidateSchema(new MemoryStream(bytes)), Is.EqualTo(expected));
            Assert.That(CheckoutXml.ValidateSchema(new MemoryStream(bytes), bytes.Length), Is.EqualTo(expected));
            Assert.That(CheckoutXml.ValidateSchema(XElement.Parse(xml)), Is.EqualTo(expected).Using<SchemaViolation>((a, b) => a.Path == b.Path && a.Reason == b.Reason));
            Assert.That(() => CheckoutXml.ValidateSchema(new MemoryStream(bytes), bytes.Length - 1), Throws.InstanceOf<CheckoutXmlException>());
        });
        Assert.That(await CheckoutXml.ValidateSchemaAsync(new AsyncOnlyStream(new MemoryStream(bytes))), Is.EqualTo(expected));
    }

    [Test]
    public void ToString_Violation_HasPathPlaceAndSentence()
    {
        var violation = CheckoutXml.ValidateSchema("<hello xmlns='http://checkout.google.com/schema/2'><b/></hello>").Single();

        Assert.That(violation.ToString(), Is.EqualTo("/hello/b (line 1, position 53) is not allowed in 'hello', which must be empty"));
    }
}
