using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>The fields of a notification that is posted as name/value pairs.</summary>
public class NameValueFormTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";

    [Test]
    public void List_Always_NamesItsMembersInAFieldOfItsOwn()
    {
        var fields = GetFields("<shopping-cart><items><item><quantity>1</quantity></item><item><quantity>2</quantity></item></items></shopping-cart>");

        Assert.That(fields, Is.EqualTo(new[]
        {
            ("_type", "n"),
            ("shopping-cart.items.item-1.quantity", "1"),
            ("shopping-cart.items.item-2.quantity", "2"),
            ("shopping-cart.items", "shopping-cart.items.item-1"),
            ("shopping-cart.items", "shopping-cart.items.item-2"),
        }));
    }

    [Test]
    public void List_BelowTheSummary_NamesItsMembersByTheirWholePath()
    {
        var fields = GetFields("<order-summary><shopping-cart><items><item><item-name>Tea</item-name></item></items></shopping-cart></order-summary>");

        Assert.That(fields, Does.Contain(("order-summary.shopping-cart.items", "order-summary.shopping-cart.items.item-1")));
    }

    [Test]
    public void List_OfSeveralKinds_NumbersEachKind()
    {
        var fields = GetFields(
            "<order-adjustment><merchant-codes><coupon-adjustment><code>A</code></coupon-adjustment><gift-certificate-adjustment><code>B</code></gift-certificate-adjustment><coupon-adjustment><code>C</code></coupon-adjustment></merchant-codes></order-adjustment>");

        Assert.That(fields.Where(field => field.Name == "order-adjustment.merchant-codes").Select(field => field.Value), Is.EqualTo(new[]
        {
            "order-adjustment.merchant-codes.coupon-adjustment-1", "order-adjustment.merchant-codes.coupon-adjustment-2", "order-adjustment.merchant-codes.gift-certificate-adjustment-1",
        }));
        Assert.That(fields, Does.Contain(("order-adjustment.merchant-codes.coupon-adjustment-2.code", "C")));
    }

    [Test]
    public void List_OfTextElements_NamesThemToo()
    {
        var fields = GetFields("<item-ids><item-id><merchant-item-id>tea</merchant-item-id></item-id></item-ids>");

        Assert.That(fields, Is.EqualTo(new[] { ("_type", "n"), ("item-ids.item-id-1.merchant-item-id", "tea"), ("item-ids", "item-ids.item-id-1") }));
    }

    [TestCase("<order-adjustment><merchant-codes/></order-adjustment>")]
    [TestCase("<order-summary><promotions></promotions></order-summary>")]
    [TestCase("<item-ids/>")]
    public void List_Empty_HasNoField(string content)
    {
        Assert.That(GetFields(content), Is.EqualTo(new[] { ("_type", "n") }));
    }

    [TestCase("0", "0.0")]
    [TestCase("0.00", "0.0")]
    [TestCase("-0.000", "0.0")]
    [TestCase("50.00", "50.0")]
    [TestCase("29.95", "29.95")]
    [TestCase("12.5", "12.5")]
    [TestCase("1000", "1000.0")]
    [TestCase("none", "none", Description = "an edit of a test")]
    public void Amount_Always_HasNoNeedlessDigits(string amount, string expected)
    {
        var fields = GetFields($"<order-total currency='USD'>{amount}</order-total><quantity>0</quantity><rate>0.00</rate>");

        Assert.That(fields.Skip(1), Is.EqualTo(new[] { ("order-total", expected), ("order-total.currency", "USD"), ("quantity", "0"), ("rate", "0.00") }));
    }

    [TestCase("shop order 4711", "shop order 4711")]
    [TestCase("", "")]
    [TestCase("<id>7</id>", "<id>7</id>")]
    [TestCase("<id a='1'>7 &amp; 8</id><empty/>", "<id a=\"1\">7 &amp; 8</id><empty />")]
    [TestCase("before <id>7</id> after", "before <id>7</id> after")]
    [TestCase("<a xmlns='http://shop.example'><b/></a>", "<a xmlns=\"http://shop.example\"><b /></a>")]
    [TestCase("<s:a xmlns:s='http://shop.example'>1</s:a>", "<s:a xmlns:s=\"http://shop.example\">1</s:a>")]
    [TestCase("<a xmlns=''><b>2</b></a>", "<a><b>2</b></a>")]
    [TestCase("<g:a xmlns:g='http://checkout.google.com/schema/2' xmlns='http://shop.example'><b/></g:a>", "<g:a xmlns:g=\"http://checkout.google.com/schema/2\" xmlns=\"http://shop.example\"><b /></g:a>")]
    public void PrivateData_Xml_IsOneValueOfMarkup(string content, string expected)
    {
        var fields = GetFields($"<shopping-cart><items><item><merchant-private-item-data>{content}</merchant-private-item-data></item></items><merchant-private-data>{content}</merchant-private-data></shopping-cart>");

        Assert.That(fields.Where(field => field.Name.Contains("private", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            ("shopping-cart.items.item-1.merchant-private-item-data", expected),
            ("shopping-cart.merchant-private-data", expected),
        }));
    }

    private static List<(string Name, string Value)> GetFields(string content) =>
        [.. NameValueForm.GetFields(XElement.Parse($"<n xmlns='{Namespace}'>{content}</n>", LoadOptions.PreserveWhitespace)).Select(field => (field.Key, field.Value))];
}
