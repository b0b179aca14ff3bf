using System.Text;
using System.Xml.Linq;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Elements inside a text: the text is kept whole, and a value that is no text is an error.</summary>
public class MarkupInTextTests
{
    private const string Namespace = "xmlns='http://checkout.google.com/schema/2'";

    [TestCase("A <b>good</b> one", "A good one")]
    [TestCase("<p>all <i>of</i> it</p>", "all of it")]
    [TestCase("<b>one</b> <b>two</b>", "one two")]
    [TestCase("before<br/>after", "beforeafter")]
    [TestCase("<![CDATA[a]]><x>b<!-- c --></x>d", "abd")]
    [TestCase("a <item-name>known</item-name> name", "a known name")]
    [TestCase("a <x xmlns='urn:x'><y>deep</y></x> name", "a deep name")]
    public void Parse_TextWithElements_KeepsTheWholeText(string markup, string text)
    {
        var cart = CheckoutXml.Parse<CheckoutShoppingCart>(CartWith(Elements.ItemDescription, markup));

        Assert.That(cart.ShoppingCart.Items[0].ItemDescription, Is.EqualTo(text));
    }

    [Test]
    public void Parse_TextWithElements_ReadsTheElementsAfterIt()
    {
        var message = CheckoutXml.Parse<SendBuyerMessageRequest>(
            $"<send-buyer-message {Namespace} google-order-number='1'><message>Dear <b>buyer</b>!</message><send-email>true</send-email></send-buyer-message>");

        Assert.That((message.Message, message.SendEmail), Is.EqualTo(("Dear buyer!", (bool?)true)));
    }

    [TestCase("unit-price", "10<b>.00</b>")]
    [TestCase("unit-price", "<amount>10.00</amount>")]
    [TestCase("quantity", "1<x/>")]
    [TestCase("merchant-item-id", "T<b>1</b>")]
    [TestCase("tax-table-selector", "<i>food</i>")]
    [TestCase("good-until-date", "2012-10-10<t>T00:00:00Z</t>")]
    [TestCase("request-buyer-phone-number", "<b>true</b>")]
    [TestCase("edit-cart-url", "https://<b>shop</b>.example")]
    [TestCase("mode", "<b>UP</b>")]
    [TestCase("state", "N<b>Y</b>")]
    [TestCase("country-code", "<b>US</b>")]
    public void Parse_ValueWithElements_ThrowsWithPathAndLine(string name, string markup)
    {
        var error = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(CartWith(ProtocolNamespace.Current + name, markup)))!;

        Assert.Multiple(() =>
        {
            Assert.That(error.Path, Does.EndWith("/" + name).Or.Match($@"/{name}\[\d+\]$"));
            Assert.That(error.Message, Does.Contain("must not contain elements"));
            Assert.That(error.LineNumber, Is.EqualTo(1));
        });
    }

    [Test]
    public void Parse_StateWithElements_Throws()
    {
        var notification = SampleDocuments.Full("order-state-change-notification");
        SetMarkup(notification.Element(Elements.NewFinancialOrderState)!, "<b>CHARGED</b>");

        Assert.That(() => CheckoutXml.Parse(notification), Throws.InstanceOf<CheckoutXmlException>().With.Message.Contains("/new-financial-order-state must not contain elements"));
    }

    [Test]
    public void Parse_OrderNumberWithElements_Throws()
    {
        Assert.That(
            () => CheckoutXml.Parse<OrderSummaryRequest>($"<order-summary-request {Namespace}><order-numbers><google-order-number>1<b>2</b></google-order-number></order-numbers></order-summary-request>"),
            Throws.InstanceOf<CheckoutXmlException>().With.Message.Contains("must not contain elements"));
    }

    [Test]
    public async Task ReadNotifications_TextWithElements_KeepsTheWholeTextAndTheOriginalXml()
    {
        var notification = SampleDocuments.Full("order-state-change-notification");
        SetMarkup(notification.Element(Elements.Reason)!, "Sent <b>back</b>");
        var bytes = Encoding.UTF8.GetBytes(notification.ToString(SaveOptions.DisableFormatting));

        var read = CheckoutXml.ReadNotifications(new MemoryStream(bytes)).Cast<OrderStateChangeNotification>().Single();
        var readAsynchronously = new List<Notification>();
        await foreach (var each in CheckoutXml.ReadNotificationsAsync(new AsyncOnlyStream(new MemoryStream(bytes), maxBytes: 7)))
        {
            readAsynchronously.Add(each);
        }

        Assert.Multiple(() =>
        {
            Assert.That(read.Reason, Is.EqualTo("Sent back"));
            Assert.That(Encoding.UTF8.GetString(read.OriginalXml.Span), Does.Contain("Sent <b>back</b>"));
            Assert.That(readAsynchronously.Cast<OrderStateChangeNotification>().Single().Reason, Is.EqualTo("Sent back"));
        });
    }

    private static string CartWith(XName name, string markup)
    {
        var cart = SampleDocuments.Full("checkout-shopping-cart");
        SetMarkup(cart.Descendants(name).First(), markup);
        return cart.ToString(SaveOptions.DisableFormatting);
    }

    private static void SetMarkup(XElement element, string markup) =>
        element.ReplaceNodes(XElement.Parse($"<x {Namespace}>{markup}</x>", LoadOptions.PreserveWhitespace).Nodes());
}
