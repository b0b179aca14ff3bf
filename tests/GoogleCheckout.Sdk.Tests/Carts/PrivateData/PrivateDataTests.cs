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
}
