using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Documents that are not messages: each throws <see cref="CheckoutXmlException"/>, fast and without much memory.</summary>
public class BadInputTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";

    private static IEnumerable<TestCaseData> Documents()
    {
        yield return Named("nothing", string.Empty);
        yield return Named("white space", " \r\n ");
        yield return Named("JSON", """{"order":"1"}""");
        yield return Named("form body", "_type=new-order-notification&serial-number=1");
        yield return Named("HTML page", "<!DOCTYPE html><html><head><title>Service error -27</title></head><body><br>Try later</body></html>");
        yield return Named("well-formed HTML page", "<html><body>Try later</body></html>");
        yield return Named("truncated", $"<charge-order xmlns='{Namespace}' google-order-number='1'><amount currency='USD'>1");
        yield return Named("truncated start tag", $"<charge-order xmlns='{Namespace}' google-order");
        yield return Named("two roots", $"<hello xmlns='{Namespace}'/><hello xmlns='{Namespace}'/>");
        yield return Named("text after the root", $"<hello xmlns='{Namespace}'/>and so on");
        yield return Named("DTD", $"<!DOCTYPE hello><hello xmlns='{Namespace}'/>");
        yield return Named("external entity", $"<!DOCTYPE hello [<!ENTITY file SYSTEM 'file:///etc/passwd'>]><error xmlns='{Namespace}' serial-number='1'><error-message>&file;</error-message></error>");
        yield return Named("entity expansion", Bomb());
        yield return Named("undeclared entity", $"<error xmlns='{Namespace}' serial-number='1'><error-message>&what;</error-message></error>");
        yield return Named("undeclared prefix", "<gc:hello/>");
        yield return Named("same attribute twice", $"<charge-order xmlns='{Namespace}' google-order-number='1' google-order-number='2'/>");
        yield return Named("same unknown attribute twice", $"<charge-order xmlns='{Namespace}' google-order-number='1' odd='1' odd='2'/>");
        yield return Named("unknown encoding", $"<?xml version='1.0' encoding='klingon'?><hello xmlns='{Namespace}'/>");
        yield return Named("XML 1.1", $"<?xml version='1.1'?><hello xmlns='{Namespace}'/>");
        yield return Named("forbidden character", $"<error xmlns='{Namespace}' serial-number='1'><error-message>&#7;</error-message></error>");
        yield return Named("100,000 levels deep", string.Concat(Enumerable.Repeat($"<hello xmlns='{Namespace}'>", 1)) + string.Concat(Enumerable.Repeat("<a>", 100_000)));
        yield return Named("100,000 known levels deep", $"<error xmlns='{Namespace}'>" + string.Concat(Enumerable.Repeat("<items>", 100_000)));
        yield return Named("100,000 levels of private data", $"<checkout-shopping-cart xmlns='{Namespace}'><shopping-cart><merchant-private-data>" + string.Concat(Enumerable.Repeat("<a>", 100_000)));
        yield return Named("50,000 attributes", $"<hello xmlns='{Namespace}' {string.Concat(Enumerable.Range(0, 50_000).Select(number => $"a{number}='1' "))}/>");
        yield return Named("more elements than any message", $"<order-summary-response xmlns='{Namespace}'>{string.Concat(Enumerable.Repeat("<items/>", 1_000_000))}</order-summary-response>");
        yield return Named("longer than the limit", $"<error xmlns='{Namespace}' serial-number='1'><error-message>{new string('x', CheckoutXml.DefaultMaxBytes)}</error-message></error>");
        yield return new TestCaseData(Bytes("<?xml version='1.0' encoding='utf-8'?><hello xmlns='urn:\u00e9'/>", Encoding.Latin1)).SetArgDisplayNames("Latin-1 declared as UTF-8");
        yield return new TestCaseData(new byte[] { 0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00 }).SetArgDisplayNames("gzip");
    }

    [TestCaseSource(nameof(Documents))]
    [CancelAfter(10_000)]
    public void Parse_DocumentIsNotAMessage_ThrowsCheckoutXmlException(byte[] document, CancellationToken cancellationToken)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Multiple(() =>
        {
            Assert.That(() => CheckoutXml.Parse(document.AsMemory()), Throws.TypeOf<CheckoutXmlException>());
            Assert.That(() => CheckoutXml.Parse(new MemoryStream(document)), Throws.TypeOf<CheckoutXmlException>());
        });
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(100_000_000 + (20L * document.Length)));
    }

    [Test]
    public void Parse_TooDeep_ThrowsAtTheLimit()
    {
        // The elements are not closed: only a reader that stops at the limit reports another error than "ends too early".
        var document = $"<error xmlns='{Namespace}'>" + string.Concat(Enumerable.Repeat("<items>", 100_000));

        var exception = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(document))!;

        Assert.That(exception.Message, Does.Contain("nested more than 64 deep"));
    }

    [Test]
    public void Parse_TextInManyPieces_TakesLinearTime()
    {
        var document = $"<error xmlns='{Namespace}' serial-number='1'><error-message>{string.Concat(Enumerable.Repeat("a<!---->", 1_000_000))}</error-message></error>";

        var error = CheckoutXml.Parse<ErrorResponse>(document);

        Assert.That(error.ErrorMessage, Has.Length.EqualTo(1_000_000));
    }

    [Test]
    public void Parse_DocumentsWithNewNames_DoesNotKeepThem()
    {
        static void ReadInvented(int from)
        {
            for (var number = from; number < from + 20_000; number++)
            {
                CheckoutXml.Parse($"<hello xmlns='{Namespace}' a{number}='1'><b{number}/><x:c{number} xmlns:x='urn:{number}'/></hello>");
            }
        }

        ReadInvented(0);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        ReadInvented(20_000);

        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan(1_000_000));
    }

    [Test]
    public void Parse_LongerThanMaxBytes_Throws()
    {
        var document = Bytes($"<hello xmlns='{Namespace}'/>", Encoding.UTF8);

        Assert.Multiple(() =>
        {
            Assert.That(() => CheckoutXml.Parse(new MemoryStream(document), document.Length - 1), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("longer than"));
            Assert.That(CheckoutXml.Parse(new MemoryStream(document), document.Length), Is.EqualTo(new Hello()));
        });
    }

    [Test]
    public void Parse_AnotherMessageIsExpected_NamesBoth()
    {
        Assert.That(
            () => CheckoutXml.Parse<Bye>($"<hello xmlns='{Namespace}'/>"),
            Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("is a Hello, but a Bye, root bye was expected"));
    }

    [Test]
    public void Parse_InvalidValue_ReportsPathLineAndColumn()
    {
        var document = $"""
            <error xmlns='{Namespace}' serial-number='1'>
              <warning-messages/>
            </error>
            """;

        var exception = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(document))!;

        Assert.Multiple(() =>
        {
            Assert.That(exception.Path, Is.EqualTo("/error/error-message"));
            Assert.That((exception.LineNumber, exception.LinePosition), Is.EqualTo((1, 2)));
            Assert.That(exception.Message, Does.Contain("/error/error-message is missing (line 1, position 2)"));
        });
    }

    [Test]
    public void Parse_LongUnknownRootName_QuotesOnlyItsBeginning()
    {
        var name = new string('x', 100_000);

        var refused = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse<Bye>($"<{name}/>"))!;
        var broken = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse($"<{name}><a></{name}>"))!;

        Assert.Multiple(() =>
        {
            Assert.That(refused.Message, Has.Length.LessThan(300));
            Assert.That(broken.Message, Has.Length.LessThan(300));
            Assert.That(broken.Path, Is.EqualTo($"/{name[..40]}... (99960 more characters)"));
        });
    }

    private static string Bomb()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(level => $"<!ENTITY e{level} '{string.Concat(Enumerable.Repeat($"&e{level - 1};", 10))}'>"));
        return $"<!DOCTYPE error [<!ENTITY e0 'ha'>{entities}]><error xmlns='{Namespace}' serial-number='1'><error-message>&e9;</error-message></error>";
    }

    private static TestCaseData Named(string name, string document) => new TestCaseData(Bytes(document, Encoding.UTF8)).SetArgDisplayNames(name);

    private static byte[] Bytes(string text, Encoding encoding) => encoding.GetBytes(text);
}
