using System.Text;
using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages.Xml;

/// <summary>The indented and colored documents of the integration console.</summary>
public class XmlTokensTests
{
    [Test]
    public void Read_Document_IsIndentedAndSplit()
    {
        var tokens = Read("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a x='1'><b>t &amp; u</b><c/><!--d--><e><f>1</f></e></a>");

        Assert.That(XmlTokens.ToText(tokens), Is.EqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <a x="1">
              <b>t &amp; u</b>
              <c/>
              <!--d-->
              <e>
                <f>1</f>
              </e>
            </a>
            """.ReplaceLineEndings("\n")));
        Assert.That(tokens.Select(token => token.Kind).Distinct(), Is.EquivalentTo(new[] { "comment", "tag", "name", "value", "text" }));
        Assert.That(tokens.Single(token => token.Kind == "value").Text, Is.EqualTo("\"1\""));
    }

    [Test]
    public void Read_EachSampleNotification_HasTheSameContent()
    {
        foreach (var notification in SampleNotifications.All)
        {
            Assert.That(XElement.Parse(XmlTokens.ToText(XmlTokens.Read(Encoding.UTF8.GetBytes(notification.ToXmlString())))), Is.EqualTo(notification.ToXElement()).Using<XElement>(XNode.DeepEquals), notification.GetType().Name);
        }
    }

    [TestCase("no <xml")]
    [TestCase("serial-number=1&a=b")]
    [TestCase("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    [TestCase("<a><b></a>")]
    public void Read_NoXml_IsOneText(string text) => Assert.That(Read(text), Is.EqualTo(new[] { new XmlToken("text", text) }));

    [Test]
    public void Read_Empty_IsEmpty() => Assert.That(Read(string.Empty), Is.Empty);

    [Test]
    public void Read_LongOrDeepDocument_IsCut()
    {
        var wide = Read($"<a>{string.Concat(Enumerable.Repeat("<b>1</b>", 10_000))}</a>");
        var deep = Read($"{string.Concat(Enumerable.Repeat("<b>", 2_000))}{string.Concat(Enumerable.Repeat("</b>", 2_000))}");
        var plain = Read(new string('x', 1_000_000));

        Assert.That(new[] { wide, deep, plain }.Select(tokens => tokens.Count), Is.All.LessThan(XmlTokens.MaxTokens + 20));
        Assert.That(new[] { wide, deep, plain }.Select(tokens => XmlTokens.ToText(tokens).Length), Is.All.LessThan(700_000));
        Assert.That(wide[^1].Text, Does.Contain("the rest is not shown"));
    }

    private static IReadOnlyList<XmlToken> Read(string text) => XmlTokens.Read(Encoding.UTF8.GetBytes(text));
}
