using System.Text;
using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

public class RedactionTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";

    [TestCase("buyer-billing-address", "<contact-name>Secret</contact-name>")]
    [TestCase("buyer-shipping-address", "<address1>Secret</address1>")]
    [TestCase("billing-address", "<email>Secret</email>")]
    [TestCase("anonymous-address", "<city>Secret</city>")]
    [TestCase("ip-address", "Secret")]
    [TestCase("partial-cc-number", "Secret")]
    [TestCase("email", "Secret")]
    [TestCase("phone", "Secret")]
    [TestCase("first-name", "<![CDATA[Secret]]>")]
    [TestCase("merchant-private-data", "<x>Secret</x>")]
    [TestCase("merchant-private-item-data", "Secret")]
    [TestCase("digital-content", "<key>Secret</key><description>Secret</description>")]
    [TestCase("key", "Secret")]
    [TestCase("code", "Secret")]
    [TestCase("message", "Secret")]
    [TestCase("comment", "Secret")]
    [TestCase("reason", "Secret")]
    [TestCase("gift-message", "<to>Secret</to>")]
    [TestCase("something-new", "<deep><deeper a='Secret'/></deep>Secret")]
    public void Mask_WhenAnElementIsSecretOrUnknown_MasksItsContent(string element, string content)
    {
        var masked = Mask($"<new-order-notification xmlns='{Namespace}' serial-number='1'><{element}>{content}</{element}><order-total currency='USD'>12.50</order-total></new-order-notification>");

        Assert.Multiple(() =>
        {
            Assert.That(masked, Does.Not.Contain("Secret"));
            Assert.That(masked, Does.Contain($"<{element}>***</{element}>"));
            Assert.That(masked, Does.Contain("<order-total currency=\"USD\">12.50</order-total>"));
            Assert.That(masked, Does.Contain("serial-number=\"1\""));
            Assert.That(() => XElement.Parse(masked), Throws.Nothing);
        });
    }

    [Test]
    public void Mask_WhenAnAttributeIsSecretOrUnknown_MasksItsValue()
    {
        var masked = Mask($"<merchant-code-string xmlns='{Namespace}' code='Secret' pin='Secret'/>");

        Assert.That(masked, Does.Contain("code=\"***\"").And.Contain("pin=\"***\""));
    }

    [Test]
    public void Mask_WhenTheElementIsInAForeignNamespace_MasksIt() =>
        Assert.That(Mask("<order-total xmlns='http://elsewhere.test/'>Secret</order-total>"), Does.Not.Contain("Secret"));

    [Test]
    public void Mask_WhenAnElementIsEmpty_LeavesItEmpty() =>
        Assert.That(Mask($"<hello xmlns='{Namespace}'><email/><email></email><order-total/></hello>"), Does.Contain("<email />").And.Contain("<order-total />"));

    [TestCase("<html><body>Secret")]
    [TestCase("Secret")]
    [TestCase("")]
    [TestCase("<!DOCTYPE a><a>Secret</a>")]
    public void Mask_WhenItIsNotXml_ShowsOnlyItsLength(string document) =>
        Assert.That(Mask(document), Is.EqualTo($"({document.Length} bytes that are not XML)"));

    [Test]
    public void CheckoutXmlMask_BuyersData_IsMasked() =>
        Assert.That(CheckoutXml.Mask(Encoding.UTF8.GetBytes($"<hello xmlns='{Namespace}'><email>Secret</email></hello>")), Is.EqualTo($"<hello xmlns=\"{Namespace}\">\n  <email>***</email>\n</hello>"));

    [TestCase("<hello><email>Secret</hello>")]
    [TestCase("Secret")]
    [TestCase("")]
    [TestCase("<!DOCTYPE a><a>Secret</a>")]
    public void CheckoutXmlMask_NotXml_ThrowsWithoutQuotingIt(string document) =>
        Assert.That(() => CheckoutXml.Mask(Encoding.UTF8.GetBytes(document)), Throws.TypeOf<CheckoutXmlException>().With.Message.Not.Contain("Secret"));

    private static string Mask(string document) => Redaction.Mask(Encoding.UTF8.GetBytes(document));
}
