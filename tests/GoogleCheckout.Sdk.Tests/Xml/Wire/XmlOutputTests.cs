using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

public class XmlOutputTests
{
    [Test]
    public void Text_AnyCharacters_CanBeReadAgainOrIsRejected()
    {
        Prop.ForAll<string?, string?>((text, attribute) => IsUnchangedOrRejected(text ?? string.Empty, attribute ?? string.Empty))
            .QuickCheckThrowOnFailure();
    }

    [TestCase("a < b & c > d \"e\" 'f'")]
    [TestCase("\r\n\t \u0085\u2028")]
    [TestCase("😀")]
    [TestCase("]]>")]
    public void Text_LikeMarkup_IsEscaped(string text)
    {
        Assert.That(Read(text, text), Is.EqualTo((text, text)));
    }

    [TestCase("\u0000")]
    [TestCase("\u001F")]
    [TestCase("\uFFFE")]
    [TestCase("\uFFFF")]
    public void Text_NotAllowedInXml_IsRejected(string text)
    {
        using var output = new XmlOutput();
        output.StartElement("a");

        Assert.That((output.TryAttribute("b", text), output.TryText(text)), Is.EqualTo((false, false)));
    }

    [Test]
    public void Text_HalfOfASurrogatePair_IsRejected()
    {
        // Not as test cases: the metadata of an attribute cannot contain them either.
        foreach (var text in new[] { "\uD800", "\uDC00\uD800", "a\uD800", "\uD800b" })
        {
            Text_NotAllowedInXml_IsRejected(text);
        }
    }

    [Test]
    public void Text_LongerThanTheBuffer_IsComplete()
    {
        var text = new string('x', 1_000_000);

        Assert.That(Read(text, "short"), Is.EqualTo((text, "short")));
    }

    private static bool IsUnchangedOrRejected(string text, string attribute)
    {
        var read = Read(text, attribute);
        return read == (text, attribute) || (read is null && text.Concat(attribute).Any(character => character is < ' ' or >= '\uD800'));
    }

    private static (string Text, string Attribute)? Read(string text, string attribute)
    {
        using var output = new XmlOutput();
        output.StartElement("a");
        var isValid = output.TryAttribute("b", attribute) & output.TryText(text);
        output.EndElement("a");
        if (!isValid)
        {
            return null;
        }

        var element = XDocument.Load(new MemoryStream(output.ToUtf8()), LoadOptions.PreserveWhitespace).Root!;
        return (element.Value, element.Attribute("b")!.Value);
    }
}
