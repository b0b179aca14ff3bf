using System.Text;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>The encodings of documents: the bytes decide, then the XML declaration.</summary>
public class EncodingTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";

    private static string Message(string declaration, string note) =>
        $"{declaration}<send-buyer-message xmlns=\"{Namespace}\" google-order-number=\"7\"><message>{note}</message></send-buyer-message>";

    private static string Declare(string encoding) => $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n";

    private static IEnumerable<TestCaseData> Documents()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        yield return Case("windows-1252", Message(Declare("windows-1252"), "5 \u20AC \u2013 caf\u00E9"), windows, "5 \u20AC \u2013 caf\u00E9");
        yield return Case("Windows-1252 in single quotes", Message("<?xml version='1.0' encoding = 'Windows-1252' ?>", "\u201CHi\u201D"), windows, "\u201CHi\u201D");
        yield return Case("ISO-8859-1", Message(Declare("ISO-8859-1"), "caf\u00E9"), Encoding.GetEncoding("iso-8859-1"), "caf\u00E9");
        yield return Case("ISO-8859-15", Message(Declare("ISO-8859-15"), "5 \u20AC"), CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-15")!, "5 \u20AC");
        yield return Case("Shift_JIS", Message(Declare("Shift_JIS"), "\u65E5\u672C"), CodePagesEncodingProvider.Instance.GetEncoding("shift_jis")!, "\u65E5\u672C");
        yield return Case("UTF-8 that declares UTF-16", Message(Declare("utf-16"), "gr\u00FCn"), Encoding.UTF8, "gr\u00FCn");
        yield return Case("UTF-8 that declares ucs-2", Message(Declare("ucs-2"), "gr\u00FCn"), Encoding.UTF8, "gr\u00FCn");
        yield return Case("UTF-8 that declares us-ascii", Message(Declare("us-ascii"), "gr\u00FCn"), Encoding.UTF8, "gr\u00FCn");
        yield return Case("UTF-8 that declares utf8", Message(Declare("utf8"), "gr\u00FCn"), Encoding.UTF8, "gr\u00FCn");
        yield return Case("UTF-8 that declares EBCDIC", Message(Declare("IBM037"), "gr\u00FCn"), Encoding.UTF8, "gr\u00FCn");
        yield return Case("UTF-8 with a mark that declares ISO-8859-1", Message(Declare("ISO-8859-1"), "gr\u00FCn"), new UTF8Encoding(true), "gr\u00FCn");
        yield return Case("UTF-8 with a mark that declares UTF-16", Message(Declare("UTF-16"), "gr\u00FCn"), new UTF8Encoding(true), "gr\u00FCn");
        yield return Case("UTF-16 that declares UTF-8", Message(Declare("UTF-8"), "gr\u00FCn"), Encoding.Unicode, "gr\u00FCn");
        yield return Case("big-endian UTF-16 that declares nothing", Message(string.Empty, "gr\u00FCn"), Encoding.BigEndianUnicode, "gr\u00FCn");
        yield return Case("UTF-16 without a mark", Message(Declare("utf-16"), "gr\u00FCn"), new UnicodeEncoding(bigEndian: false, byteOrderMark: false), "gr\u00FCn");
        yield return Case("UTF-32", Message(Declare("utf-32"), "gr\u00FCn"), Encoding.UTF32, "gr\u00FCn");
    }

    [TestCaseSource(nameof(Documents))]
    public async Task Parse_Encoding_ReadsTheText(byte[] document, string note)
    {
        var message = CheckoutXml.Parse<SendBuyerMessageRequest>(document.AsMemory());
        var asynchronous = await CheckoutXml.ParseAsync<SendBuyerMessageRequest>(new AsyncOnlyStream(new MemoryStream(document)));

        Assert.That((message.Message, asynchronous.Message), Is.EqualTo((note, note)));
        Assert.That(message.OriginalXml.ToArray(), Is.EqualTo(document));
        Assert.That(CheckoutXml.Parse(message.OriginalXml), Is.EqualTo(message));
    }

    [TestCase("windows-1252", "5 \u20AC")]
    [TestCase("iso-8859-1", "caf\u00E9")]
    [TestCase("windows-1252", "caf\uFFFD")]
    [TestCase("iso-8859-1", "5 \u20AC")]
    [TestCase("iso-8859-15", "\u65E5 \uD83D\uDE00")]
    [TestCase("iso-8859-15", "5 \u20AC")]
    [TestCase("utf-16", "\u65E5")]
    [TestCase("utf-32", "\u65E5")]
    [TestCase("us-ascii", "\u65E5")]
    [TestCase("IBM037", "\u65E5")]
    [TestCase("utf-8", "\u65E5")]
    public void Parse_StringThatDeclaresAnEncoding_ReadsTheText(string encoding, string note)
    {
        var message = CheckoutXml.Parse<SendBuyerMessageRequest>(Message(Declare(encoding), note));

        Assert.That(message.Message, Is.EqualTo(note));
        Assert.That(CheckoutXml.Parse(message.OriginalXml), Is.EqualTo(message));
    }

    [TestCase("windows-1252")]
    [TestCase("utf-16")]
    [TestCase("us-ascii")]
    public async Task ReadNotifications_Encoding_ReadsTheText(string declared)
    {
        var encoding = declared == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.UTF8;
        var document = encoding.GetBytes($"{Declare(declared)}<notifications xmlns=\"{Namespace}\">{string.Concat(Enumerable.Range(1, 300).Select(number => Odd(number)))}</notifications>");
        var read = new List<Notification>();

        await foreach (var notification in CheckoutXml.ReadNotificationsAsync(new AsyncOnlyStream(new MemoryStream(document), 1_000)))
        {
            read.Add(notification);
        }

        var expected = Enumerable.Range(1, 300).Select(number => $"\u20AC {number}");
        Assert.That(read.Select(notification => notification.SerialNumber), Is.EqualTo(expected));
        Assert.That(CheckoutXml.ReadNotifications(new MemoryStream(document)).Select(notification => notification.SerialNumber), Is.EqualTo(expected));
    }

    private static string Odd(int number) => $"<odd-notification serial-number=\"\u20AC {number}\"/>\n";

    private static TestCaseData Case(string name, string document, Encoding encoding, string note) =>
        new TestCaseData(new[] { encoding.GetPreamble(), encoding.GetBytes(document) }.SelectMany(bytes => bytes).ToArray(), note).SetArgDisplayNames(name);
}
