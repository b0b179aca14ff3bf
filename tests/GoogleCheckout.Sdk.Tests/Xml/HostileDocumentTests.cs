using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Documents that are made to exhaust the reader, or to be written as something else than was read.</summary>
public class HostileDocumentTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";
    private const string Beta = "http://checkout.google.com/schema/2-beta1";

    private static readonly string[] Markup =
    [
        "<a/>", "<b>text</b>", "<p:a/>", "<q:a p:x='1' q:x='2'/>", "<a xmlns=''/>", "<a xmlns='urn:a'><b/></a>", $"<a xmlns='{Beta}'/>", $"<e xmlns:a='{Beta}' xmlns:b='{Namespace}' a:x='1' b:x='2'/>",
        $"<a:e xmlns:a='{Beta}'/>", "<p:a xmlns:p='urn:other'><p:b/></p:a>", "<a xml:space='preserve'> </a>", "<![CDATA[]]]]><![CDATA[>]]>", "<![CDATA[<a>]]>", "<!-- -->", "<?x y?>", "<?x?>", "a]]&gt;b", "&#13;", "&amp;lt;", " ", "\n", "\U0001F375", "\u0085\u2028",
    ];

    /// <summary>Each repeats in its copies what the document has once.</summary>
    private static IEnumerable<TestCaseData> RepeatedNamespaces()
    {
        var name = new string('k', 80_000);
        var uses = string.Concat(Enumerable.Repeat("<p:a/>", 10_000));
        yield return new TestCaseData($"<checkout-shopping-cart xmlns='{Namespace}' xmlns:p='{name}'><shopping-cart><items/><merchant-private-data>{uses}</merchant-private-data></shopping-cart></checkout-shopping-cart>", "/checkout-shopping-cart/shopping-cart/merchant-private-data").SetArgDisplayNames("private data");
        yield return new TestCaseData($"<diagnosis xmlns='{Namespace}' xmlns:p='{name}' serial-number='1'><input-xml><a>{uses}</a></input-xml></diagnosis>", "/diagnosis/input-xml").SetArgDisplayNames("input-xml");
        yield return new TestCaseData($"<notification-history-response xmlns='{Namespace}' xmlns:p='{name}' serial-number='1'><notifications>{string.Concat(Enumerable.Repeat("<new-order-notification><p:a/></new-order-notification>", 1_000))}</notifications></notification-history-response>", "/notification-history-response/notifications/new-order-notification").SetArgDisplayNames("notifications");
    }

    [TestCaseSource(nameof(RepeatedNamespaces))]
    public void Parse_NamespaceRepeatedByCopies_ThrowsWithThePathBeforeTheCopiesAreLong(string document, string path)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var exception = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(bytes.AsMemory()))!;

        Assert.Multiple(() =>
        {
            Assert.That(exception.Path, Is.EqualTo(path));
            Assert.That(exception.Message, Does.Contain("repeat namespaces"));
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(100L * bytes.Length));
        });
    }

    [Test]
    public void ReadNotifications_NamespaceRepeatedInEachNotification_Throws()
    {
        var history = $"<notification-history-response xmlns='{Namespace}' xmlns:p='{new string('k', 400_000)}' serial-number='1'><notifications>"
            + string.Concat(Enumerable.Repeat($"<charge-amount-notification serial-number='1'><google-order-number>1</google-order-number><latest-charge-amount currency='USD'>1</latest-charge-amount><total-charge-amount currency='USD'>1</total-charge-amount><p:a/></charge-amount-notification>", 1_000))
            + "</notifications></notification-history-response>";

        Assert.That(() => CheckoutXml.ReadNotifications(new MemoryStream(Encoding.UTF8.GetBytes(history))).Count(), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("repeat namespaces"));
    }

    [Test]
    public void Parse_PrefixOfTheRootUsedThroughoutPrivateData_IsRead()
    {
        var uses = string.Concat(Enumerable.Repeat("<p:note p:kind='1'>text</p:note>", 10_000));

        var cart = CheckoutXml.Parse<CheckoutShoppingCart>($"<checkout-shopping-cart xmlns='{Namespace}' xmlns:p='http://shop.example/private'><shopping-cart><items/><merchant-private-data>{uses}</merchant-private-data></shopping-cart></checkout-shopping-cart>");

        Assert.That(cart.ShoppingCart.MerchantPrivateData!.GetValues<string>("note"), Has.Count.EqualTo(10_000));
    }

    // A copy declares the prefixes that its document declares outside of it.
    [TestCase(32, true)]
    [TestCase(33, false)]
    public void Parse_AttributesWhosePrefixesAreDeclaredOutside_AreReadOnlyIfTheCopyCanBeReadAgain(int count, bool canBeRead)
    {
        var declarations = string.Concat(Enumerable.Range(0, count).Select(number => $" xmlns:p{number}='urn:{number}'"));
        var attributes = string.Concat(Enumerable.Range(0, count).Select(number => $" p{number}:a=''"));
        var document = $"<checkout-shopping-cart xmlns='{Namespace}'{declarations}><shopping-cart><items/><merchant-private-data><a{attributes}/></merchant-private-data></shopping-cart></checkout-shopping-cart>";

        if (canBeRead)
        {
            Assert.That(IsWrittenAsRead(document));
        }
        else
        {
            Assert.That(() => CheckoutXml.Parse(document), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("64 attributes").And.Property("Path").EqualTo("/checkout-shopping-cart/shopping-cart/merchant-private-data"));
        }
    }

    [Test]
    public void Parse_CopiesThatAreTogetherLongerThanADocumentMayBe_Throws()
    {
        var item = $"<item><item-name>a</item-name><item-description>b</item-description><unit-price currency='USD'>1</unit-price><quantity>1</quantity><merchant-private-item-data>{string.Concat(Enumerable.Repeat("<p:a/>", 100_000))}</merchant-private-item-data></item>";
        var document = $"<checkout-shopping-cart xmlns='{Namespace}' xmlns:p='{new string('k', 60)}'><shopping-cart><items>{item}{item}</items></shopping-cart></checkout-shopping-cart>";

        Assert.That(() => CheckoutXml.Parse(document), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("repeat namespaces").And.Property("Path").Contains("merchant-private-item-data"));
    }

    [Test]
    public void AnyEntry_LongDeclaration_ThrowsCheckoutXmlException()
    {
        var bytes = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"{new string(' ', 1_100)}encoding=\"windows-1252\"?><hello xmlns=\"{Namespace}\"/>");

        Assert.Multiple(() =>
        {
            Assert.That(() => CheckoutXml.Parse(bytes.AsMemory()), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("longer than 1024 bytes"));
            Assert.That(() => CheckoutXml.ReadNotifications(new MemoryStream(bytes)).Count(), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("longer than 1024 bytes"));
            Assert.That(() => CheckoutXml.ValidateSchema(bytes.AsMemory()), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("longer than 1024 bytes"));
            Assert.That(Redaction.Mask(bytes), Does.EndWith("bytes that are not XML)"));
        });
    }

    [Test]
    public void Parse_InstructionWhoseNameBeginsLikeADeclaration_IsNoDeclaration() =>
        Assert.That(CheckoutXml.Parse($"<?xml-style \u00E9 encoding='UTF-16'?><hello xmlns='{Namespace}'/>"), Is.TypeOf<Hello>());

    [TestCase("<?xml version=\"1.0\u00E9\"?>")]
    [TestCase("<?xml version=\"1.0\"\u00E9?><hello xmlns=\"http://checkout.google.com/schema/2\"/>")]
    [TestCase("<?xml version=\"1.0\" encoding=\"UTF-8\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\"?><hello xmlns=\"http://checkout.google.com/schema/2\"/>")]
    [TestCase("\uFEFF<?xml version=\"1.0\u00E9\"?><hello xmlns=\"http://checkout.google.com/schema/2\"/>")]
    public void AnyEntry_DeclarationThatIsNotAscii_ThrowsCheckoutXmlException(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document);

        Assert.Multiple(() =>
        {
            Assert.That(() => CheckoutXml.Parse(bytes.AsMemory()), Throws.TypeOf<CheckoutXmlException>());
            Assert.That(() => CheckoutXml.Parse(new MemoryStream(bytes)), Throws.TypeOf<CheckoutXmlException>());
            Assert.That(() => CheckoutXml.ReadNotifications(new MemoryStream(bytes)).Count(), Throws.TypeOf<CheckoutXmlException>());
            Assert.That(() => CheckoutXml.ValidateSchema(bytes.AsMemory()), Throws.TypeOf<CheckoutXmlException>());
            Assert.That(Redaction.Mask(bytes), Does.EndWith("bytes that are not XML)"));
        });
    }

    [Test]
    public void ReadNotifications_LongNamesThatAllDiffer_ThrowsBeforeTheyAreKept()
    {
        var notifications = Enumerable.Range(0, 100).Select(number => $"<a xmlns='{number}{new string('k', 100_000)}'/>");
        var document = $"<notifications xmlns='{Namespace}'>{string.Concat(notifications)}</notifications>";

        Assert.That(() => CheckoutXml.ReadNotifications(new MemoryStream(Encoding.UTF8.GetBytes(document))).Count(), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("names and namespaces"));
    }

    [Test]
    public void Parse_ElementThatIsNotXml_ThrowsCheckoutXmlException()
    {
        XNamespace protocol = Namespace;

        Assert.Multiple(() =>
        {
            Assert.That(() => CheckoutXml.Parse(new XElement(protocol + "hello", "\u0001secret")), Throws.TypeOf<CheckoutXmlException>().With.Message.Not.Contains("secret"));
            Assert.That(() => CheckoutXml.Parse(new XElement("hello", new XAttribute("xmlns", "urn:a"))), Throws.TypeOf<CheckoutXmlException>());
            Assert.That(() => CheckoutXml.ValidateSchema(new XElement(protocol + "hello", "\uD800")), Throws.TypeOf<CheckoutXmlException>());
            Assert.That(() => CheckoutXml.Parse(new XElement(protocol + "hello", new string('x', CheckoutXml.DefaultMaxBytes))), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("longer than the limit"));
        });
    }

    [Test]
    public void Write_AnyMarkupThatWasRead_IsReadAsTheSame()
    {
        var documents = Gen.Elements(Markup).ListOf(6).SelectMany(
            _ => Gen.Elements("merchant-private-data", "merchant-private-item-data", "input-xml").Zip(Gen.Elements(Namespace, Beta)),
            (parts, place) => CreateDocument(place.Item1, place.Item2, string.Concat(parts)));

        Prop.ForAll(documents.ToArbitrary(), IsWrittenAsRead).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static string CreateDocument(string place, string protocol, string markup)
    {
        var attributes = $"xmlns='{protocol}' xmlns:p='urn:p' xmlns:q='{Beta}'";
        return place switch
        {
            "input-xml" => $"<diagnosis {attributes} serial-number='1'><input-xml><!--a--><r>{markup}</r></input-xml></diagnosis>",
            "merchant-private-data" => $"<checkout-shopping-cart {attributes}><shopping-cart><items/><merchant-private-data>{markup}</merchant-private-data></shopping-cart></checkout-shopping-cart>",
            _ => $"<checkout-shopping-cart {attributes}><shopping-cart><items><item><item-name>a</item-name><item-description>b</item-description><unit-price currency='USD'>1</unit-price><quantity>1</quantity><merchant-private-item-data>{markup}</merchant-private-item-data></item></items></shopping-cart></checkout-shopping-cart>",
        };
    }

    private static bool IsWrittenAsRead(string document)
    {
        var message = CheckoutXml.Parse(document);
        var again = CheckoutXml.Parse(message.ToXmlString());
        return again.ToXmlString() == message.ToXmlString() && GetMarkup(again) == GetMarkup(message);
    }

    private static string? GetMarkup(CheckoutMessage message) => message is CheckoutShoppingCart { ShoppingCart: var cart }
        ? (cart.Items is [var item] ? item.MerchantPrivateItemData : cart.MerchantPrivateData)?.InnerXml
        : ((DiagnoseResponse)message).InputXml;
}
