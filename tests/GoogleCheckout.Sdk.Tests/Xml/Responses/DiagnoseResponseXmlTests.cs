using NUnit.Framework;

namespace GoogleCheckout.Xml;

public class DiagnoseResponseXmlTests
{
    [TestCase("<!DOCTYPE hello><hello/>")]
    [TestCase("<!DOCTYPE hello [<!ENTITY a 'b'>]><hello>&a;</hello>")]
    [TestCase("<?xml version='1.0'?><hello/>")]
    [TestCase("<hello/><hello/>")]
    [TestCase("hello")]
    [TestCase("")]
    public void Write_InputThatIsMoreOrLessThanOneElement_Throws(string input)
    {
        var diagnosis = new DiagnoseResponse { SerialNumber = "1", InputXml = input };

        Assert.That(() => diagnosis.ToXmlString(), Throws.ArgumentException.With.Message.Contains("must be one XML element"));
    }

    [TestCase("<hello/>", "<hello xmlns=\"\"/>")]
    [TestCase("<hello xmlns=\"http://checkout.google.com/schema/2\"/>", "<hello/>")]
    [TestCase(" <hello><?check all?><!-- inside --></hello>\n", "<hello xmlns=\"\"><?check all?><!-- inside --></hello>")]
    [TestCase("<a xmlns=\"urn:a\">text</a>", "<a xmlns=\"urn:a\">text</a>")]
    [TestCase("<p:a xmlns:p=\"urn:p\" p:b=\"\"/>", "<p:a xmlns:p=\"urn:p\" p:b=\"\"/>")]
    [TestCase("<?check all?>\n<!-- before --><a xmlns=\"urn:a\"/><!-- after -->", "<?check all?>\n<!-- before --><a xmlns=\"urn:a\"/><!-- after -->")]
    public void Write_InputThatIsOneElement_WritesValidXmlThatIsReadAgain(string input, string written)
    {
        var xml = new DiagnoseResponse { SerialNumber = "1", InputXml = input }.ToXmlString();

        Assert.Multiple(() =>
        {
            Assert.That(CheckoutXml.ValidateSchema(xml), Is.Empty);
            Assert.That(xml, Does.Contain($"<input-xml>{written}</input-xml>"));
            Assert.That(CheckoutXml.Parse<DiagnoseResponse>(xml).InputXml, Is.EqualTo(input.Trim()));
        });
    }

    [Test]
    public void Write_InputWithMoreAttributesThanCanBeReadAgain_Throws()
    {
        var attributes = string.Concat(Enumerable.Range(0, 80).Select(number => $" a{number}=''"));

        Assert.That(() => new DiagnoseResponse { SerialNumber = "1", InputXml = $"<a{attributes}/>" }.ToXmlString(), Throws.ArgumentException.With.Message.Contains("64 attributes"));
    }

    [TestCase(62)]
    [TestCase(10)]
    public void Write_DeepInputThatWasRead_IsReadAgain(int levels)
    {
        var input = string.Concat(Enumerable.Repeat("<a>", levels)) + "x" + string.Concat(Enumerable.Repeat("</a>", levels));
        var diagnosis = CheckoutXml.Parse<DiagnoseResponse>($"<diagnosis xmlns='http://checkout.google.com/schema/2' serial-number='1'><input-xml>{input}</input-xml></diagnosis>");

        Assert.That(CheckoutXml.Parse<DiagnoseResponse>(diagnosis.ToXmlString()).InputXml, Is.EqualTo(diagnosis.InputXml));
    }

    [Test]
    public void Write_InputThatIsNestedTooDeepToBeReadAgain_Throws()
    {
        var diagnosis = new DiagnoseResponse { SerialNumber = "1", InputXml = string.Concat(Enumerable.Repeat("<a>", 63)) + string.Concat(Enumerable.Repeat("</a>", 63)) };

        Assert.That(() => diagnosis.ToXmlString(), Throws.ArgumentException.With.Message.Contains("62 levels"));
    }
}
