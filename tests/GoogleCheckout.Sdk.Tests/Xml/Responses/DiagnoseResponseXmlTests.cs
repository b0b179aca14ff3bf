using NUnit.Framework;

namespace GoogleCheckout.Xml;

public class DiagnoseResponseXmlTests
{
    [TestCase("<!DOCTYPE hello><hello/>")]
    [TestCase("<!DOCTYPE hello [<!ENTITY a 'b'>]><hello>&a;</hello>")]
    [TestCase("<?check all?><hello/>")]
    [TestCase("<hello/><?check all?>")]
    [TestCase("<!-- hello --><hello/>")]
    [TestCase("<?xml version='1.0'?><hello/>")]
    [TestCase("<hello/><hello/>")]
    [TestCase("hello")]
    [TestCase("")]
    public void Write_InputThatIsMoreOrLessThanOneElement_Throws(string input)
    {
        var diagnosis = new DiagnoseResponse { SerialNumber = "1", InputXml = input };

        Assert.That(() => diagnosis.ToXmlString(), Throws.ArgumentException.With.Message.Contains("must be one XML element"));
    }

    [TestCase("<hello/>")]
    [TestCase(" <hello><?check all?><!-- inside --></hello>\n")]
    [TestCase("<a xmlns='urn:a'>text</a>")]
    public void Write_InputThatIsOneElement_WritesValidXml(string input)
    {
        var xml = new DiagnoseResponse { SerialNumber = "1", InputXml = input }.ToXmlString();

        Assert.Multiple(() =>
        {
            Assert.That(CheckoutXml.ValidateSchema(xml), Is.Empty);
            Assert.That(xml, Does.Contain($"<input-xml>{input.Trim()}</input-xml>"));
        });
    }
}
