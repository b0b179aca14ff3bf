using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

public class PrivateDataTests
{
    private static string Cart(string privateData) =>
        $"<checkout-shopping-cart xmlns='http://checkout.google.com/schema/2'><shopping-cart><items/><merchant-private-data>{privateData}</merchant-private-data></shopping-cart></checkout-shopping-cart>";

    private static PrivateData Read(string privateData) =>
        CheckoutXml.Parse<CheckoutShoppingCart>(Cart(privateData)).ShoppingCart.MerchantPrivateData!;

    [TestCase("15")]
    [TestCase("a &lt; b &amp; c")]
    [TestCase("<order-id>42</order-id>")]
    [TestCase("\n  <a x=\"1\" y=\"&quot;\"/>\n  <a><b/>text</a>\n")]
    [TestCase("<d xmlns=\"\"><e>1</e></d><f/>")]
    [TestCase("<x:d xmlns:x=\"urn:x\" x:e=\"1\"><x:d/></x:d>")]
    [TestCase("<!-- kept --><![CDATA[<raw>]]><?kept too?>")]
    public void InnerXml_ReceivedData_IsVerbatim(string privateData)
    {
        Assert.That(Read(privateData).InnerXml, Is.EqualTo(privateData));
    }

    [TestCase("<order-id>42</order-id> and <d xmlns=\"\"><e>1</e></d>")]
    [TestCase("plain &amp; simple")]
    public void Write_ReceivedData_RoundTrips(string privateData)
    {
        var cart = CheckoutXml.Parse<CheckoutShoppingCart>(Cart(privateData));

        var again = CheckoutXml.Parse<CheckoutShoppingCart>(cart.ToXmlString());

        Assert.That(again.ShoppingCart.MerchantPrivateData, Is.EqualTo(cart.ShoppingCart.MerchantPrivateData));
    }

    [Test]
    public void InnerXml_PrefixDeclaredOutside_DeclaresIt()
    {
        var cart = CheckoutXml.Parse<CheckoutShoppingCart>("<g:checkout-shopping-cart xmlns:g='http://checkout.google.com/schema/2' xmlns:x='urn:x'><g:shopping-cart><g:items/><g:merchant-private-data><x:id>7</x:id><plain/></g:merchant-private-data></g:shopping-cart></g:checkout-shopping-cart>");

        var data = cart.ShoppingCart.MerchantPrivateData!.ToXElement();

        Assert.Multiple(() =>
        {
            Assert.That((string?)data.Element(XName.Get("id", "urn:x")), Is.EqualTo("7"));
            Assert.That(data.Element("plain"), Is.Not.Null);
        });
    }

    [Test]
    public void TryGetValue_ReceivedData_ReturnsTheValue()
    {
        var data = Read("<session xmlns=''><order-id> 42 </order-id></session>");

        Assert.Multiple(() =>
        {
            Assert.That(data.TryGetValue("order-id", out long id) ? id : -1, Is.EqualTo(42));
            Assert.That(data.TryGetValue("order-id", out string? text) ? text : null, Is.EqualTo(" 42 "));
            Assert.That(data.TryGetValue<Guid>("order-id", out _), Is.False);
            Assert.That(data.TryGetValue<int>("no-such", out _), Is.False);
            Assert.That(() => data.TryGetValue<Uri>("order-id", out _), Throws.TypeOf<NotSupportedException>());
        });
    }

    [Test]
    public void FromText_MarkupCharacters_RoundTrip()
    {
        var data = PrivateData.FromText("a < b & \"c\"");

        Assert.That((data.Text, data.ToString()), Is.EqualTo(("a < b & \"c\"", "PrivateData")));
    }

    [TestCase("a\rb")]
    [TestCase("a\r\nb\r\n")]
    [TestCase("\r")]
    [TestCase("]]> & <a>\ttea \U0001F375")]
    public void FromText_LineEnds_RoundTrip(string text)
    {
        var cart = CheckoutShoppingCart.Create().WithPrivateData(PrivateData.FromText(text));

        Assert.That(PrivateData.FromText(text).Text, Is.EqualTo(text));
        Assert.That(CheckoutXml.Parse<CheckoutShoppingCart>(CheckoutXml.ToBytes(cart)).ShoppingCart.MerchantPrivateData!.Text, Is.EqualTo(text));
    }

    [TestCase("a\rb")]
    [TestCase("a]]>b")]
    [TestCase("]]>\r]]>")]
    public void FromXml_TextThatACDataSectionCannotContain_RoundTrips(string text)
    {
        var data = PrivateData.FromXml(new XElement("note", new XCData(text)));

        Assert.That(data.Text, Is.EqualTo(text));
    }

    private static IEnumerable<TestCaseData> ElementsWithMarkup()
    {
        XNamespace other = "urn:other";
        yield return new TestCaseData(new XElement("n", new XCData("x]]></n><is-admin>1</is-admin><n><![CDATA["))).SetArgDisplayNames("section");
        yield return new TestCaseData(new XElement("n", new XComment("--><is-admin>1</is-admin><!--"))).SetArgDisplayNames("comment");
        yield return new TestCaseData(new XElement("n", new XProcessingInstruction("x", "?><is-admin>1</is-admin><?x"))).SetArgDisplayNames("instruction");
        yield return new TestCaseData(new XElement("n", new XText("a]]>b<is-admin>"))).SetArgDisplayNames("text");
        yield return new TestCaseData(new XElement("n", new XAttribute(other + "x", "1"), new XAttribute(XNamespace.Get("urn:third") + "x", "\"><is-admin/>"))).SetArgDisplayNames("attributes");
    }

    [TestCaseSource(nameof(ElementsWithMarkup))]
    public void FromXml_ContentThatLooksLikeMarkup_AddsNoElement(XElement element)
    {
        var data = PrivateData.FromXml(element);

        Assert.Multiple(() =>
        {
            Assert.That(data.ToXElement().Descendants().Select(each => each.Name.LocalName), Is.EqualTo(new[] { "n" }));
            Assert.That(data.ToXElement().Descendants().Single().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => attribute.Name), Is.EqualTo(element.Attributes().Select(attribute => attribute.Name)));
            Assert.That(Read(data.InnerXml), Is.EqualTo(data));
        });
    }

    [Test]
    public void FromXml_ElementThatCannotBeWritten_ThrowsWithoutItsText()
    {
        var deep = Enumerable.Range(0, 60).Aggregate(new XElement("a"), (inner, _) => new XElement("a", inner));

        Assert.Multiple(() =>
        {
            Assert.That(() => PrivateData.FromXml(new XElement("n", "s3cret\u0001")), Throws.ArgumentException.With.Message.Not.Contains("s3cret"));
            Assert.That(() => PrivateData.FromXml(new XElement("n", new XAttribute("xmlns", "urn:a"))), Throws.ArgumentException);
            Assert.That(() => PrivateData.FromXml(deep), Throws.ArgumentException.With.Message.Contains("48 deep"));
        });
    }

    // What a document may not have could be written, but not read again.
    [Test]
    public void FromXml_MoreThanADocumentMayHave_Throws()
    {
        var attributes = Enumerable.Range(0, 100).Select(number => new XAttribute($"a{number}", string.Empty));
        var namespaces = Enumerable.Range(0, 40).Select(number => new XAttribute(XNamespace.Get($"urn:{number}") + "a", string.Empty));
        var names = Enumerable.Range(0, 100_001).Select(number => new XElement($"a{number}"));

        Assert.Multiple(() =>
        {
            Assert.That(() => PrivateData.FromXml(new XElement("n", attributes)), Throws.ArgumentException.With.Message.Contains("64 attributes"));
            Assert.That(() => PrivateData.FromXml(new XElement("n", namespaces)), Throws.ArgumentException.With.Message.Contains("64 attributes"));
            Assert.That(() => PrivateData.FromXml(new XElement("n", names)), Throws.ArgumentException.With.Message.Contains("100000 names"));
        });
    }

    [Test]
    public void FromXml_LongNamespaceThatEachElementDeclares_ThrowsBeforeTheTextIsLong()
    {
        var name = XNamespace.Get(new string('k', 100_000));
        var elements = Enumerable.Range(0, 10_000).Select(_ => new XElement(name + "a")).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.That(() => PrivateData.FromXml(elements), Throws.ArgumentException.With.Message.Contains("longer than the limit"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(10L * CheckoutXml.DefaultMaxBytes));
    }

    [Test]
    public void FromXml_NullAmongTheElements_Throws() =>
        Assert.That(() => PrivateData.FromXml(new XElement("a"), null!), Throws.ArgumentException.With.Message.Contains("null"));

    [Test]
    public void FromXml_ElementWithoutParent_IsNotChanged()
    {
        var element = new XElement("n");

        PrivateData.FromXml(element);

        Assert.That(element.Parent, Is.Null);
    }

    [Test]
    public void GetValues_ElementsInsideEachOther_ReturnsTheOutermost()
    {
        var data = Read("<a>1<a>2</a></a><b><a>3</a></b><a/>");

        Assert.That(data.GetValues<string>("a"), Is.EqualTo(new[] { "12", "3", "" }));
    }

    [TestCase(Delivery.Express)]
    [TestCase(Delivery.Express | Delivery.Gift)]
    [TestCase(Delivery.Express | Delivery.Gift | Delivery.Insured)]
    [TestCase(default(Delivery))]
    public void TryGetValue_FlagsThatFromObjectWrote_ReadsThem(Delivery delivery)
    {
        var data = PrivateData.FromObject(new { Delivery = delivery });

        Assert.That(data.TryGetValue("delivery", out Delivery read), Is.True);
        Assert.That(read, Is.EqualTo(delivery));
    }

    [TestCase("Express, Unheard")]
    [TestCase("Express,")]
    [TestCase("3")]
    [TestCase("")]
    public void TryGetValue_NoFlags_ReturnsFalse(string text) =>
        Assert.That(PrivateData.FromXml(new XElement("delivery", text)).TryGetValue("delivery", out Delivery _), Is.False);

    [TestCase("Sunday, Monday")]
    [TestCase("0")]
    public void TryGetValue_EnumerationWithoutFlags_TakesOneNameOnly(string text) =>
        Assert.That(PrivateData.FromXml(new XElement("day", text)).TryGetValue("day", out DayOfWeek _), Is.False);

    [Test]
    public void FromXml_Namespaces_AreKept()
    {
        var element = new XElement("order", new XAttribute("id", 7), new XElement(XName.Get("line", "urn:shop"), "x & y"));

        var data = PrivateData.FromXml(element);

        Assert.Multiple(() =>
        {
            Assert.That(data.InnerXml, Is.EqualTo("<order xmlns=\"\" id=\"7\"><line xmlns=\"urn:shop\">x &amp; y</line></order>"));
            Assert.That(data.ToXElement().Element("order")?.Element(XName.Get("line", "urn:shop"))?.Value, Is.EqualTo("x & y"));
        });
    }

    [Test]
    public void FromTextAndFromXml_CharactersNotAllowedInXml_Throw()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => PrivateData.FromText("7\u0001"), Throws.ArgumentException.With.Property("ParamName").EqualTo("text"));
            Assert.That(() => PrivateData.FromText("half a leaf \ud83c"), Throws.ArgumentException);
            Assert.That(() => PrivateData.FromXml(new XElement("order", "7\u0001")), Throws.ArgumentException.With.Property("ParamName").EqualTo("elements"));
            Assert.That(() => PrivateData.FromXml(new XElement("order", new XAttribute("id", "7\ufffe"))), Throws.ArgumentException);
        });
    }

    [Flags]
    public enum Delivery
    {
        Express = 1,
        Gift = 2,
        Insured = 4,
    }
}
