using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GoogleCheckout.Client;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>Recognizing XML posts and reading serial numbers and messages.</summary>
public class NotificationParserTests
{
    [TestCase("application/xml")]
    [TestCase("application/xml; charset=UTF-8")]
    [TestCase("application/xml;charset=utf-8")]
    [TestCase("Application/XML")]
    [TestCase("text/xml; charset=ISO-8859-1")]
    public void IsXml_XmlType_IsTrue(string contentType)
    {
        Assert.That(NotificationParser.IsXml(contentType), Is.True);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(";")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("text/html")]
    [TestCase("text/plain; what=application/xml")]
    [TestCase("application/xmlish")]
    public void IsXml_OtherOrNoType_IsFalse(string? contentType)
    {
        Assert.That(NotificationParser.IsXml(contentType), Is.False);
    }

    [TestCase("serial-number=841171949013218-00001-7", "841171949013218-00001-7")]
    [TestCase("serial-number=85f54628-538a-44fc-8605-ae62364f6c71", "85f54628-538a-44fc-8605-ae62364f6c71")]
    [TestCase("_type=new-order-notification&serial-number=foo-bar&google-order-number=1", "foo-bar")]
    [TestCase("a=&&serial-number=%31%32&", "12")]
    [TestCase("serial-number=12+", "12", Description = "a space is removed")]
    [TestCase("serial-number=%2031%0D%0A", "31")]
    public void GetSerialNumber_Form_ReturnsIt(string form, string expected)
    {
        Assert.That(NotificationParser.GetSerialNumber(Encoding.UTF8.GetBytes(form)), Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("&")]
    [TestCase("serial-number")]
    [TestCase("serial-number=")]
    [TestCase("serial-number=&serial-number=1")]
    [TestCase("not-serial-number=1")]
    [TestCase("shopping-cart.serial-number=1")]
    [TestCase("serial-number=1%3Cscript%3E")]
    [TestCase("serial-number=a/b")]
    [TestCase("serial-number=a b")]
    [TestCase("serial-number=%zz")]
    [TestCase("serial-number=%C3%BC")]
    [TestCase("serial-number=ü")]
    [TestCase("serial-number=%00")]
    [TestCase("serial-number='; DROP TABLE orders; --")]
    [TestCase("<new-order-notification serial-number=\"1\"/>")]
    public void GetSerialNumber_WithoutValidOne_IsNull(string body)
    {
        Assert.That(NotificationParser.GetSerialNumber(Encoding.UTF8.GetBytes(body)), Is.Null);
    }

    [TestCase(128, true)]
    [TestCase(129, false)]
    public void GetSerialNumber_Long_IsAcceptedUpToTheLimit(int length, bool accepted)
    {
        var serialNumber = new string('7', length);

        Assert.That(NotificationParser.GetSerialNumber(Encoding.ASCII.GetBytes("serial-number=" + serialNumber)), Is.EqualTo(accepted ? serialNumber : null));
    }

    [Test]
    public void GetSerialNumber_AnyBytes_ReturnsOnlyPlainCharacters()
    {
        var bytes = ArbMap.Default.GeneratorFor<byte[]>();
        var bodies = Gen.OneOf(bytes, bytes.Select(value => Encoding.ASCII.GetBytes("serial-number=").Concat(value ?? []).ToArray()));

        Prop.ForAll(bodies.ToArbitrary(), body => NotificationParser.GetSerialNumber(body) is not { } serialNumber
                || (serialNumber.Length is > 0 and <= 128 && serialNumber.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_.:".Contains(letter))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Test]
    public void Parse_BytesOrStream_ReturnsTheSame()
    {
        var document = Encoding.UTF8.GetBytes(SampleResponses.Charge("1"));
        var parser = new NotificationParser();

        using var stream = new MemoryStream(document);
        Assert.That(parser.Parse(stream), Is.TypeOf<ChargeAmountNotification>().And.EqualTo(parser.Parse(document.AsMemory())));
        Assert.That(parser.Parse(document.AsMemory()).OriginalXml.ToArray(), Is.EqualTo(document));
    }

    [Test]
    public void Parse_LongerThanMaxBytes_Throws()
    {
        var document = Encoding.UTF8.GetBytes(SampleResponses.Charge("1"));
        var parser = new NotificationParser(document.Length - 1);

        using var stream = new MemoryStream(document);
        Assert.Multiple(() =>
        {
            Assert.That(() => parser.Parse(stream), Throws.TypeOf<CheckoutXmlException>());
            Assert.That(() => parser.Parse(document.AsMemory()), Throws.TypeOf<CheckoutXmlException>());
            Assert.That(new NotificationParser(document.Length).Parse(document.AsMemory()), Is.TypeOf<ChargeAmountNotification>());
            Assert.That(() => new NotificationParser(0), Throws.TypeOf<ArgumentOutOfRangeException>());
        });
    }
}
