using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Each cause for which a document cannot be read has its own sentence, in each way of reading.</summary>
public class UnreadableDocumentTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private static string Charge(string inside) => $"<charge-amount-notification xmlns=\"{Namespace}\" serial-number=\"s-1\">\n  <google-order-number>{inside}";

    private static IEnumerable<TestCaseData> Documents()
    {
        foreach (var (name, document, sentence, line, column) in AtTheBeginning().Concat(Encodings()).Concat(Characters()).Concat(Structure()))
        {
            yield return new TestCaseData(document, sentence, line, column).SetArgDisplayNames(name);
        }
    }

    private static IEnumerable<(string Name, byte[] Document, string Sentence, int Line, int Column)> AtTheBeginning()
    {
        yield return ("nothing", [], "it is empty", 0, 0);
        yield return ("blanks", Utf8(" \r\n\t"), "it contains only white space", 1, 1);
        yield return ("mark only", [0xEF, 0xBB, 0xBF], "it contains only white space", 1, 1);
        yield return ("line break first", Utf8("\r\n" + Declaration + "<hello/>"), "white space precedes the XML declaration; the declaration must be the first characters of the document", 1, 1);
        yield return ("blank first", Utf8(" " + Declaration + "<hello/>"), "white space precedes the XML declaration", 1, 1);
        yield return ("mark, then a blank", [0xEF, 0xBB, 0xBF, .. Utf8(" " + Declaration + "<hello/>")], "white space precedes the XML declaration", 1, 1);
        yield return ("header first", Utf8("Content-Type: text/xml\n\n" + Declaration + "<hello/>"), "text precedes the XML declaration", 1, 1);
        yield return ("JSON object", Utf8("{\"buyer\":\"Ada\"}"), "it is JSON, not XML", 1, 1);
        yield return ("JSON list", Utf8(" [1]"), "it is JSON, not XML", 1, 1);
        yield return ("form", Utf8("_type=charge-amount-notification&serial-number=1"), "it is name/value data, not XML; set the format of the account's callbacks to XML", 1, 1);
        yield return ("serial number only", Utf8("serial-number=85f54628"), "it is name/value data", 1, 1);
        yield return ("HTML", Utf8("<!doctype HTML><html><body>Ada<br></body></html>"), "it is an HTML page", 1, 1);
        yield return ("HTML that is not XML", Utf8("\n<HTML><br></HTML>"), "it is an HTML page", 1, 1);
        yield return ("gzip", [0x1F, 0x8B, 8, 0, 0, 0], "it is compressed with gzip; decompress it first", 1, 1);
        yield return ("other text", Utf8("Ada Lovelace"), "it is not XML, which begins with '<'", 1, 1);
        yield return ("XML 1.1", Utf8("<?xml version=\"1.1\"?><hello/>"), "it is XML 1.1; only XML 1.0 is read", 1, 1);
        yield return ("declaration only", Utf8(Declaration), "it ends before its first element", 2, 1);
        yield return ("DTD", Utf8(Declaration + "<!DOCTYPE hello [<!ENTITY a 'b'>]><hello/>"), "it has a document type declaration (DTD); DTDs are not read, because they can include files and expand without limit; remove it", 2, 1);
    }

    private static IEnumerable<(string Name, byte[] Document, string Sentence, int Line, int Column)> Encodings()
    {
        yield return ("Latin-1 declared as UTF-8", Latin1(Declaration + Charge("J\u00FCrgen")), "the byte 0xFC at offset 156 is not UTF-8, the encoding that it declares; it may be ISO-8859-1 or windows-1252, so declare the encoding that it has", 3, 25);
        yield return ("Latin-1 without a declaration", Latin1("<a b='\u00E9\u00E8'/>"), "the byte 0xE9 at offset 6 is not UTF-8, the encoding of a document that declares none", 1, 7);
        yield return ("Latin-1 in a name", Latin1("<a>\n<n\u00F6me/></a>"), "the byte 0xF6 at offset 6 is not UTF-8", 2, 3);
        yield return ("half a character in the middle", [.. Utf8("<a>\u00E9"), 0xC3, .. Utf8("</a>")], "the byte 0xC3 at offset 5 is not UTF-8", 1, 5);
        yield return ("overlong", [.. Utf8("<a>"), 0xC0, 0x80, .. Utf8("</a>")], "the byte 0xC0 at offset 3 is not UTF-8", 1, 4);
        yield return ("half of a surrogate pair in UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<a>"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("</a>")], "is not UTF-16", 1, 4);
        yield return ("unknown encoding", Utf8("<?xml version='1.0' encoding='utf-9'?><hello/>"), "its declaration names the encoding 'utf-9', which does not exist here (UTF-8, UTF-16, ISO-8859-1, windows-1252 and the other code pages of .NET are read); declare UTF-8", 1, 1);
        yield return ("encoding with blanks", Utf8("<?xml version='1.0' encoding='Ada Lovelace'?><hello/>"), "its declaration names the encoding '...', which does not exist here", 1, 1);
        yield return ("UTF-7", Utf8("<?xml version='1.0' encoding='utf-7'?><hello/>"), "its declaration names the encoding 'utf-7'", 1, 1);
    }

    private static IEnumerable<(string Name, byte[] Document, string Sentence, int Line, int Column)> Characters()
    {
        yield return ("nbsp", Utf8(Declaration + Charge("1&nbsp;2")), "the entity &nbsp; is one of HTML, which XML does not have; write &#160;", 3, 25);
        yield return ("eacute in an attribute", Utf8("<a\n b='Caf&eacute;'/>"), "the entity &eacute; is one of HTML, which XML does not have; write &#233;", 2, 8);
        yield return ("own entity", Utf8("<a>&AdaLovelace;</a>"), "an entity is not declared; XML has only &amp;, &lt;, &gt;, &quot; and &apos;, and an '&' is written as &amp;", 1, 4);
        yield return ("bare ampersand", Utf8("<a>Ada & Co</a>"), "an '&' does not begin a reference; write &amp; for it", 1, 8);
        yield return ("ampersand in a word", Utf8("<a>R&D</a>"), "an '&' does not begin a reference", 1, 5);
        yield return ("ampersand in an address", Utf8("<a>http://x.example/?a=1&b=2</a>"), "an '&' does not begin a reference", 1, 25);
        yield return ("control character", Utf8("<a>\n1\u00012</a>"), "a character is U+0001, a control character that XML 1.0 does not allow, not even as a reference; remove it", 2, 2);
        yield return ("control character in an attribute", Utf8("<a b='\u001B'/>"), "a character is U+001B, a control character that XML 1.0 does not allow", 1, 7);
        yield return ("control character in CDATA", Utf8("<a><![CDATA[\u0008]]></a>"), "a character is U+0008, a control character", 1, 13);
        yield return ("reference to a control character", Utf8("<a>1&#1;</a>"), "the reference &#1; is U+0001, a control character that XML 1.0 does not allow", 1, 5);
        yield return ("hexadecimal reference", Utf8("<a b='&#x1f;'/>"), "the reference &#x1f; is U+001F, a control character", 1, 7);
        yield return ("not a character", Utf8("<a>\uFFFE</a>"), "a character is U+FFFE, that XML 1.0 does not allow", 1, 4);
    }

    private static IEnumerable<(string Name, byte[] Document, string Sentence, int Line, int Column)> Structure()
    {
        yield return ("unclosed", Utf8(Declaration + Charge("1")), "it ends too early: the element google-order-number of line 3, position 4 is not closed", 3, 25);
        yield return ("cut in a tag", Utf8($"<hello xmlns=\"{Namespace}\"><items a='Ada"), "it ends too early: the element hello of line 1, position 2 is not closed", 1, 65);
        yield return ("cut in a character", [.. Utf8("<hello>\u00E9")[..^1]], "it ends too early: the element hello of line 1, position 2 is not closed", 1, 8);
        yield return ("cut in a reference", Utf8("<hello>&am"), "it ends too early: the element hello", 1, 8);
        yield return ("mismatch", Utf8("<hello>\n <items>\n <Ada/></hello>"), "the end tag of the element hello does not match the element items of line 2, position 3", 3, 8);
        yield return ("mismatch with unknown names", Utf8("<Ada>1</Bob>"), "the end tag of an unknown element does not match an unknown element of line 1, position 2", 1, 7);
        yield return ("bare less-than", Utf8("<a>1 < 2</a>"), "a '<' does not begin a tag; write &lt; for it", 1, 6);
        yield return ("declaration inside", Utf8("<a>\n<?xml version='1.0'?></a>"), "an XML declaration is not at the beginning of the document", 2, 1);
        yield return ("text after the root", Utf8("<hello/>\nAda"), "text follows the end of the root element; CheckoutXml.ReadArchive reads notifications between other lines", 2, 1);
        yield return ("same attribute twice", Utf8("<hello serial-number='1' serial-number='2'/>"), "it is not well-formed: 'serial-number' is a duplicate attribute name", 1, 26);
        yield return ("no quotes", Utf8("<hello name=Ada/>"), "it is not well-formed: '...' is an unexpected token. The expected token is '\"' or '''", 1, 13);
    }

    [TestCaseSource(nameof(Documents))]
    public void Parse_Unreadable_SaysWhyAndWhere(byte[] document, string sentence, int line, int column)
    {
        var exception = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(document.AsMemory()))!;

        Assert.Multiple(() =>
        {
            Assert.That(exception.Message, Does.StartWith("The XML cannot be read as a Google Checkout message: ").And.Contains(sentence).And.EndsWith(line == 0 ? sentence + "." : $" (line {line}, position {column})."));
            Assert.That((exception.LineNumber, exception.LinePosition), Is.EqualTo((line, column)));
            Assert.That(exception.Message, Does.Not.Contain("Ada"));
            Assert.That(exception.InnerException, Is.Null);
        });
    }

    [TestCaseSource(nameof(Documents))]
    public void EachWayOfReading_Unreadable_SaysTheSame(byte[] document, string sentence, int line, int column)
    {
        var expected = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(document.AsMemory()))!.Message;

        Assert.Multiple(() =>
        {
            Assert.That(() => CheckoutXml.Parse(new MemoryStream(document)), Throws.TypeOf<CheckoutXmlException>().With.Message.EqualTo(expected));
            Assert.That(() => CheckoutXml.ParseAsync(new AsyncOnlyStream(new MemoryStream(document))), Throws.TypeOf<CheckoutXmlException>().With.Message.EqualTo(expected));
            Assert.That(() => CheckoutXml.ReadNotifications(new MemoryStream(document)).Count(), Throws.TypeOf<CheckoutXmlException>().With.Message.EqualTo(expected));
            Assert.That(() => CountAsync(document, 5), Throws.TypeOf<CheckoutXmlException>().With.Message.EqualTo(expected));
            Assert.That((sentence, line, column), Is.Not.Default);
        });
    }

    // The lines are longer than what is kept of a stream, or the document is.
    [TestCase(1, 100_000, true)]
    [TestCase(2_000, 40, true)]
    [TestCase(1, 100_000, false)]
    [TestCase(2_000, 40, false)]
    public async Task ReadNotifications_UnreadableAtTheEndOfALongDocument_SaysTheSameAsParse(int lines, int length, bool isAscii)
    {
        var padding = string.Concat(Enumerable.Repeat((isAscii ? new string('x', length) : string.Concat(Enumerable.Repeat("\u00E9\U0001F600", length / 3))) + "\n", lines));
        foreach (var defect in new[] { "&nbsp;", "\u0002", "</items>", "1 & 2", "<a b=1/>" })
        {
            var document = Utf8($"<hello xmlns=\"{Namespace}\">{padding}{defect}</hello>");
            var expected = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(document.AsMemory()))!;

            var exception = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.ReadNotifications(new MemoryStream(document)).Count())!;
            var asynchronous = Assert.ThrowsAsync<CheckoutXmlException>(() => CountAsync(document, 3_000))!;

            Assert.That((exception.LineNumber, exception.LinePosition), Is.EqualTo((expected.LineNumber, expected.LinePosition)), defect);
            Assert.That(asynchronous.Message, Is.EqualTo(exception.Message), defect);
            Assert.That(exception.Message, Does.StartWith(expected.Message.Split(" does not match")[0].Split(" (line")[0]), defect);
        }

        await Task.CompletedTask;
    }

    [Test]
    public void Parse_TwoDocuments_SaysWhereTheSecondBegins()
    {
        foreach (var (between, second, line, column) in new[] { ("\n", Declaration, 3, 1), (string.Empty, Declaration, 2, 9), ("\n\n  ", string.Empty, 4, 3) })
        {
            var exception = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse($"{Declaration}<hello/>{between}{second}<hello/>"))!;

            Assert.That(exception.Message, Does.Contain($"a second document begins after the first; CheckoutXml.ReadNotifications reads an archive of several documents (line {line}, position {column})"));
        }
    }

    // An attribute cannot hold half of a pair.
    [Test]
    public void Parse_StringWithHalfOfASurrogatePair_SaysWhere()
    {
        foreach (var (document, column) in new[] { ("<hello>\uD800</hello>", 8), ("<?xml version='1.0' encoding='iso-8859-1'?><hello>\u0142\uDC00</hello>", 52) })
        {
            var exception = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(document))!;

            Assert.That(exception.Message, Does.Contain("it contains half of a surrogate pair (line 1, position "));
            Assert.That(exception.LinePosition, Is.InRange(column - 1, column));
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Latin1(string text) => Encoding.GetEncoding("iso-8859-1").GetBytes(text);

    private static async Task<int> CountAsync(byte[] document, int bytesAtATime)
    {
        var count = 0;
        await foreach (var _ in CheckoutXml.ReadNotificationsAsync(new AsyncOnlyStream(new MemoryStream(document), bytesAtATime)))
        {
            count++;
        }

        return count;
    }
}
