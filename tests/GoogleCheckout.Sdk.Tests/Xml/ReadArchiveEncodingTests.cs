using System.Text;
using GoogleCheckout.Archives;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Reads archives in other encodings than UTF-8, and in several.</summary>
public class ReadArchiveEncodingTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";

    [TestCase("utf-16", true)]
    [TestCase("utf-16", false)]
    [TestCase("utf-16BE", true)]
    [TestCase("utf-16BE", false)]
    public void ReadArchive_Utf16_CountsItsBytes(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var archive = $"<!-- £ 😀 -->\n{Document(1)}";
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(archive)];

        var entry = CheckoutXml.ReadArchive(new MemoryStream(bytes)).Single();

        Assert.Multiple(() =>
        {
            Assert.That(SerialNumber(entry), Is.EqualTo("S-1"));
            Assert.That(encoding.GetString(bytes, (int)entry.Offset, (int)entry.Length), Is.EqualTo(Document(1)));
            Assert.That(entry.LineNumber, Is.EqualTo(2));
        });
    }

    [TestCase("utf-16", 1)]
    [TestCase("utf-16BE", 3)]
    public void ReadArchive_Utf16InSmallChunks_ReadsIt(string name, int bytesAtATime)
    {
        var bytes = Encoding.GetEncoding(name).GetBytes(Document(1) + "\n" + Document(2));

        Assert.That(CheckoutXml.ReadArchive(new SlowStream(bytes, bytesAtATime)).Select(SerialNumber), Is.EqualTo(new[] { "S-1", "S-2" }));
    }

    [Test]
    public void ReadArchive_BytesThatAreNotTheDeclaredUtf8_SaysWhatWasDeclared()
    {
        var archive = Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='UTF-8'?>" + RiskIn("Köln"));

        Assert.That(CheckoutXml.ReadArchive(new MemoryStream(archive)).Single().Error!.Message, Does.Contain("0xF6").And.Contain("the encoding that it declares"));
    }

    [Test]
    public void ReadArchive_DocumentsOfDifferentEncodings_ReadsEachInItsOwn()
    {
        byte[] archive =
        [
            .. Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='ISO-8859-1'?>" + RiskIn("Köln")),
            .. Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='UTF-8'?>" + RiskIn("Łódź")),
        ];

        var entries = CheckoutXml.ReadArchive(new MemoryStream(archive)).ToList();

        Assert.That(entries.Select(City), Is.EqualTo(new[] { "Köln", "Łódź" }));
    }

    [TestCase("iso-8859-1")]
    [TestCase("windows-1252")]
    public void ReadArchive_BytesThatAreCharacters_CountsColumnsAndLines(string encoding)
    {
        var archive = $"<?xml version='1.0' encoding='{encoding}'?>" + RiskIn("K\u00F6ln \u00A3\u00A9\u00FC") + Document(2) + "\n\u00FC\u00A3 " + Document(3);

        var entries = CheckoutXml.ReadArchive(new MemoryStream(Encoding.Latin1.GetBytes(archive))).ToList();

        Assert.That(
            entries.Select(entry => (entry.LineNumber, entry.LinePosition)),
            Is.EqualTo(new[] { (1, archive.IndexOf("<risk", StringComparison.Ordinal) + 1), (1, archive.IndexOf("<charge", StringComparison.Ordinal) + 1), (2, 4) }));
    }

    [TestCase("")]
    [TestCase("<?xml version='1.0' encoding='UTF-8'?>")]
    public void ReadArchive_FallbackEncoding_IsThatOfWhatIsNotUtf8(string declaration)
    {
        byte[] archive = [.. Encoding.Latin1.GetBytes(declaration + RiskIn("K\u00F6ln")), .. Encoding.UTF8.GetBytes(declaration + RiskIn("\u0141\u00F3d\u017A"))];

        var entries = CheckoutXml.ReadArchive(new MemoryStream(archive), new ArchiveOptions { FallbackEncoding = "windows-1252" });

        Assert.That(entries.Select(City), Is.EqualTo(new[] { "K\u00F6ln", "\u0141\u00F3d\u017A" }));
    }

    private static string Document(int number) =>
        $"<charge-amount-notification xmlns='{Namespace}' serial-number='S-{number}'><google-order-number>{number}</google-order-number><latest-charge-amount currency='USD'>1.0</latest-charge-amount><total-charge-amount currency='USD'>2.0</total-charge-amount><timestamp>2012-10-10T02:10:58Z</timestamp></charge-amount-notification>";

    private static string RiskIn(string city) =>
        $"<risk-information-notification xmlns='{Namespace}' serial-number='{city.Length}{city[0] % 7}'><google-order-number>1</google-order-number><timestamp>2012-10-10T02:10:58Z</timestamp><risk-information><billing-address><city>{city}</city></billing-address></risk-information></risk-information-notification>";

    private static string? City(ArchiveEntry entry) => (entry.Notification as RiskInformationNotification)?.RiskInformation?.BillingAddress?.City;

    private static string? SerialNumber(ArchiveEntry entry) => entry.Notification?.SerialNumber;
}
