using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GoogleCheckout.Archives;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Reads notifications from archives that are not one clean document.</summary>
public class ReadArchiveTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";

    [Test]
    public void ReadArchive_LogWithOtherLines_ReturnsEachAndRecognizesTheResend()
    {
        var log = $"""
            10:15:01 received 412 bytes
            <?xml version="1.0" encoding="UTF-8"?>
            {Document(1)}
            10:15:01 sent 200
            10:15:09 POST /callback <not a tag, and & no XML>
            {Document(2)}
            10:15:09 sent 503, the <database> is locked
            10:15:39 {Document(2)} sent 200
            """;

        var entries = Read(log);

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(SerialNumber), Is.EqualTo(new[] { "S-1", "S-2", "S-2" }));
            Assert.That(entries.Select(entry => entry.IsDuplicate), Is.EqualTo(new[] { false, false, true }));
            Assert.That(entries.Select(entry => (entry.LineNumber, entry.LinePosition)), Is.EqualTo(new[] { (3, 1), (6, 1), (8, 10) }));
        });
    }

    [TestCase("2012-10-10T02:10:58Z", "last week", "timestamp", 3)]
    [TestCase("<google-order-number>2</google-order-number>", "", "google-order-number", 2)]
    [TestCase("2.0", "two", "total-charge-amount", 2)]
    public void ReadArchive_NotificationCannotBeRead_ReturnsItsPlaceAndTheOthers(string value, string other, string element, int line)
    {
        var bad = Charge(2).Replace(value, other, StringComparison.Ordinal);
        var archive = History("\n" + Charge(1), bad.Replace("<timestamp>", "\n<timestamp>", StringComparison.Ordinal), "\n" + Charge(3));

        var entries = Read(archive);

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(SerialNumber), Is.EqualTo(new[] { "S-1", null, "S-3" }));
            Assert.That(entries[1].Error!.Path, Does.EndWith(element).And.StartsWith("/charge-amount-notification"));
            Assert.That(entries[1].Error!.LineNumber, Is.EqualTo(line));
            Assert.That(entries[1].Error!.Message, Does.Contain($"line {line}"));
            Assert.That(Text(entries[1]), Is.EqualTo(bad.Replace("<timestamp>", "\n<timestamp>", StringComparison.Ordinal)));
        });
    }

    [Test]
    public void ReadArchive_ErrorOnTheFirstLine_ReturnsTheColumnInTheArchive()
    {
        var archive = "café: " + Document(1).Replace("2.0", "two", StringComparison.Ordinal);

        var error = Read(archive).Single().Error!;

        Assert.That((error.LineNumber, error.LinePosition), Is.EqualTo((1, archive.IndexOf("<total-charge-amount", StringComparison.Ordinal) + 2)));
    }

    [Test]
    public void ReadArchive_CutShort_ReturnsAnErrorUpToTheNextStart([Values("", "<?xml version='1.0'?>", "next:\n")] string between)
    {
        var whole = Document(1);
        foreach (var length in new[] { whole.IndexOf('>', StringComparison.Ordinal), whole.Length / 2, whole.Length - 3 })
        {
            var entries = Read(whole[..length] + between + Document(2));

            Assert.Multiple(() =>
            {
                Assert.That(entries.Select(SerialNumber), Is.EqualTo(new[] { null, "S-2" }), $"{length}");
                Assert.That(entries[0].Error!.Message, Does.Contain("</charge-amount-notification>"));
                Assert.That(Text(entries[0]), Does.StartWith(whole[..length]));
            });
        }
    }

    [Test]
    public void ReadArchive_EndsInsideANotification_ReturnsAnError()
    {
        var entries = Read(Document(1) + Document(2)[..150]);

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(SerialNumber), Is.EqualTo(new[] { "S-1", null }));
            Assert.That(entries[1].Error!.Message, Does.Contain("the archive ends before it"));
            Assert.That(entries[1].Length, Is.EqualTo(150));
        });
    }

    [TestCase(-1, 2)]
    [TestCase(0, 3)]
    [TestCase(1, 3)]
    public void ReadArchive_LongerThanTheLimit_ReturnsAnErrorAndTheOthers(int more, int read)
    {
        var archive = Document(1) + Document(20) + Document(3);

        var entries = CheckoutXml.ReadArchive(Stream(archive), new ArchiveOptions { MaxNotificationBytes = Document(20).Length + more }).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(entries, Has.Count.EqualTo(3));
            Assert.That(entries.Count(entry => entry.IsRead), Is.EqualTo(read));
        });
    }

    [Test]
    public void ReadArchive_WithoutEndTagBeyondTheLimit_GoesOn()
    {
        var archive = Document(1)[..150] + new string('x', 300_000) + Document(2);

        var entries = CheckoutXml.ReadArchive(Stream(archive), new ArchiveOptions { MaxNotificationBytes = 10_000 }).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(SerialNumber), Is.EqualTo(new[] { null, "S-2" }));
            Assert.That(entries[0].Error!.Message, Does.Contain("10000 bytes"));
        });
    }

    [TestCase("<merchant-private-data><copy>{0}</copy></merchant-private-data>")]
    [TestCase("<!-- {0} -->")]
    [TestCase("<![CDATA[{0}]]>")]
    public void ReadArchive_NotificationInsidePrivateDataOrComment_BelongsToIt(string container)
    {
        var inner = container.Replace("{0}", Charge(9, "brand-new-notification") + Charge(8), StringComparison.Ordinal);
        var outer = $"<new-thing-notification xmlns=\"{Namespace}\" serial-number=\"S-1\">{inner}</new-thing-notification>";

        Assert.That(Read(outer + Document(2)).Select(SerialNumber), Is.EqualTo(new[] { "S-1", "S-2" }));
    }

    [TestCase("<merchant-private-data>")]
    [TestCase("<!--")]
    [TestCase("<![CDATA[")]
    public void ReadArchive_PrivateDataOrCommentWithoutEnd_ReturnsTheNotificationsBehindIt(string start)
    {
        var cut = Document(1).Replace("</charge-amount-notification>", start, StringComparison.Ordinal);

        var entries = Read(cut + Document(2) + cut + Document(3));

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(SerialNumber), Is.EqualTo(new[] { null, "S-2", null, "S-3" }));
            Assert.That(entries[0].Length, Is.EqualTo(cut.Length));
            Assert.That(Text(entries[2]), Is.EqualTo(cut));
        });
    }

    [Test]
    public void ReadArchive_PrefixOfTheList_IsKnownInItsNotifications()
    {
        var charge = Charge(1).Replace("<", "<g:", StringComparison.Ordinal).Replace("<g:/", "</g:", StringComparison.Ordinal);
        var archive = $"<g:notification-history-response xmlns:g='{Namespace}' serial-number='1'><g:notifications>{charge}</g:notifications></g:notification-history-response>";

        Assert.That(Read(archive).Select(SerialNumber), Is.EqualTo(new[] { "S-1" }));
    }

    // The declarations that are kept have a limit together. A declaration that replaces another one needs no room.
    [Test]
    public void ReadArchive_PrefixOfManyLists_HasTheNamespaceOfItsOwn()
    {
        var charge = Charge(1).Replace("<", "<g:", StringComparison.Ordinal).Replace("<g:/", "</g:", StringComparison.Ordinal);
        var archive = string.Concat(Enumerable.Range(0, 200).Select(number => $"<notifications xmlns:g='http://other.example/{number}'/>"))
            + $"<g:notification-history-response xmlns:g='{Namespace}' serial-number='1'><g:notifications>{charge}</g:notifications></g:notification-history-response>";

        Assert.That(Read(archive).Select(SerialNumber), Is.EqualTo(new[] { "S-1" }));
    }

    [Test]
    public void ReadArchive_NamespaceMuchLongerThanTheNotifications_ReturnsErrorsWithTheirPlaces()
    {
        var entries = Read($"<a xmlns:p='{new string('k', 4_000)}'>\n{string.Concat(Enumerable.Repeat("<a-notification serial-number='1'/>\n", 200))}</a>");

        Assert.Multiple(() =>
        {
            Assert.That(entries, Has.Count.EqualTo(200));
            Assert.That(entries[^1].Error, Has.Message.Contains("repeat namespaces").And.Property("LineNumber").EqualTo(201));
        });
    }

    [TestCase("")]
    [TestCase("no XML at all")]
    [TestCase("<html><body>Service unavailable</body></html>")]
    [TestCase("<notification-acknowledgment xmlns='http://checkout.google.com/schema/2'/>")]
    [TestCase("<notification-history-response xmlns='http://checkout.google.com/schema/2'><notifications/></notification-history-response>")]
    public void ReadArchive_WithoutNotification_ReturnsNothing(string archive) => Assert.That(Read(archive), Is.Empty);

    [Test]
    public void ReadArchive_SameNumberOfAnotherKind_IsNoDuplicate()
    {
        var entries = Read(Document(1) + Document(1).Replace("charge-amount-notification", "other-notification", StringComparison.Ordinal));

        Assert.That(entries.Select(entry => entry.IsDuplicate), Is.EqualTo(new[] { false, false }));
    }

    [Test]
    public void ReadArchive_UnreadableCopyFirst_IsNoDuplicate()
    {
        var entries = Read(Document(1).Replace("2.0", "two", StringComparison.Ordinal) + Document(1));

        Assert.That(entries.Select(entry => (entry.IsRead, entry.IsDuplicate)), Is.EqualTo(new[] { (false, false), (true, false) }));
    }

    [Test]
    public void ReadArchive_AnyChunks_ReturnsTheSame([Values(1, 2, 3, 7, 64, 1000)] int bytesAtATime)
    {
        var archive = Encoding.UTF8.GetBytes("line\n" + Document(1) + "<?xml version=\"1.0\"?>" + Document(2)[..200] + History(Charge(3), Charge(4)) + "<!-- -->" + Document(5)[..170]);

        var entries = CheckoutXml.ReadArchive(new SlowStream(archive, bytesAtATime)).ToList();

        Assert.That(entries.Select(Describe), Is.EqualTo(CheckoutXml.ReadArchive(new MemoryStream(archive)).Select(Describe)));
    }

    // Byte by byte, the end of a notification is never known at its start tag, so each tag is looked at.
    [Test]
    public void ReadArchive_AnyPiecesInAnyOrder_ReturnsTheSameByteByByte()
    {
        string[] pieces =
        [
            $"<charge-amount-notification xmlns='{Namespace}' serial-number='S-1'>", "</charge-amount-notification>", "</charge-amount-notification >", "</charge-amount-notification", "</charge-amount-notification<",
            "</gc:charge-amount-notification>", "</x-charge-amount-notification>", "</charge-amount-notification-x>", "<new-order-notification/>", "<gc:refund-amount-notification>", "</gc:refund-amount-notification>",
            "<!--", "-->", "<![CDATA[", "]]>", "<merchant-private-data>", "</merchant-private-data>", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='ISO-8859-1'?>", "<?note?>",
            "a -notification?!", "\u00E9\n", Charge(2), Document(3),
        ];
        Prop.ForAll(
            Gen.Elements(pieces).ArrayOf().ToArbitrary(),
            chosen =>
            {
                var archive = Encoding.UTF8.GetBytes(string.Concat(chosen));
                return CheckoutXml.ReadArchive(new SlowStream(archive, 1)).Select(Describe).SequenceEqual(CheckoutXml.ReadArchive(new MemoryStream(archive)).Select(Describe));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Test]
    public async Task ReadArchiveAsync_StreamWithoutSynchronousReads_ReturnsTheSame()
    {
        var archive = Encoding.UTF8.GetBytes("line\n" + Document(1) + Document(2)[..200] + History(Charge(3)));
        var entries = new List<ArchiveEntry>();

        await foreach (var entry in CheckoutXml.ReadArchiveAsync(new AsyncOnlyStream(new SlowStream(archive, 11))))
        {
            entries.Add(entry);
        }

        Assert.That(entries.Select(Describe), Is.EqualTo(CheckoutXml.ReadArchive(new MemoryStream(archive)).Select(Describe)));
    }

    [Test]
    public void ReadArchive_CutAndJoinedAnywhere_FindsAllThatFollows() => Prop.ForAll(
        Gen.Choose(0, Document(1).Length).Two().ToArbitrary(),
        cuts =>
        {
            var (before, after) = (Document(1)[..cuts.Item1], Document(2)[cuts.Item2..]);
            var archive = before + after + Document(3) + Document(4);

            var entries = Read(archive);

            return entries.Select(SerialNumber).TakeLast(2).SequenceEqual(["S-3", "S-4"])
                && entries.All(entry => Text(entry) == archive.Substring((int)entry.Offset, (int)entry.Length));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void ReadArchive_ManyWithoutEnd_LooksAtEachByteAFewTimes()
    {
        var starts = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<a{number}-notification><merchant-private-data>"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var entries = Read(starts).Count;

        Assert.Multiple(() =>
        {
            Assert.That(entries, Is.EqualTo(20_000));
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(200_000_000));
        });
    }

    [Test]
    public void ReadArchive_NotWellFormed_NamesThePlacesInTheArchive()
    {
        var bad = Document(2).Replace("</google-order-number>", "</order-number>", StringComparison.Ordinal);
        byte[] archive = [.. Encoding.UTF8.GetBytes($"first\n\n{Document(1)}\nGr\u00FC\u00DFe {bad}\n"), .. Encoding.Latin1.GetBytes(Document(3).Replace("S-3", "S-\u00E9", StringComparison.Ordinal))];

        var errors = CheckoutXml.ReadArchive(new MemoryStream(archive)).Where(entry => !entry.IsRead).Select(entry => entry.Error!.Message).ToList();

        var (open, end) = (bad.IndexOf("<google-order-number>", StringComparison.Ordinal) + 8, bad.IndexOf("</order-number>", StringComparison.Ordinal) + 7);
        Assert.That(errors, Has.Count.EqualTo(2));
        Assert.That(errors[0], Does.Contain($"the end tag of an unknown element does not match the element google-order-number of line 4, position {open} (line 4, position {end})"));
        Assert.That(errors[1], Does.Contain($"the byte 0xE9 at offset {Array.IndexOf(archive, (byte)0xE9)} is not UTF-8").And.Contains("(line 5, position "));
    }

    [Test]
    public void ToString_AnyEntry_HasNoContent()
    {
        var entries = Read(Document(1) + Document(1) + Document(2)[..200]);

        Assert.That(
            entries.Select(entry => entry.ToString()),
            Is.EqualTo(new[] { "ChargeAmountNotification at line 1, position 1", $"ChargeAmountNotification at line 1, position {Document(1).Length + 1}, duplicate", $"Error at line 1, position {(2 * Document(1).Length) + 1}" }));
    }

    [Test]
    public void ReadArchive_Null_ThrowsAtTheCall()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => { _ = CheckoutXml.ReadArchive(null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = CheckoutXml.ReadArchiveAsync(null!); }, Throws.ArgumentNullException);
        });
    }

    private static string Charge(int number, string root = "charge-amount-notification") =>
        $"<{root} serial-number=\"S-{number}\"><google-order-number>{number}</google-order-number><latest-charge-amount currency=\"USD\">1.0</latest-charge-amount><total-charge-amount currency=\"USD\">2.0</total-charge-amount><timestamp>2012-10-10T02:10:58Z</timestamp></{root}>";

    private static string Document(int number) => Charge(number).Replace("<charge-amount-notification ", $"<charge-amount-notification xmlns='{Namespace}' ", StringComparison.Ordinal);

    private static string History(params string[] notifications) =>
        $"<notification-history-response xmlns=\"{Namespace}\" serial-number=\"1\"><notifications>{string.Concat(notifications)}</notifications></notification-history-response>";

    private static string? SerialNumber(ArchiveEntry entry) => entry.Notification?.SerialNumber;

    private static string Text(ArchiveEntry entry) => Encoding.UTF8.GetString(entry.RawXml.ToArray());

    private static string Describe(ArchiveEntry entry) => $"{entry} {entry.Offset} {entry.Length} {SerialNumber(entry)} {entry.Error?.Message} {Text(entry)}";

    private static List<ArchiveEntry> Read(string archive) => [.. CheckoutXml.ReadArchive(Stream(archive))];

    private static MemoryStream Stream(string archive) => new(Encoding.UTF8.GetBytes(archive));
}
