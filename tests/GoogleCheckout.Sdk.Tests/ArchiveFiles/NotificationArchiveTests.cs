using System.IO.Compression;
using System.Text;
using GoogleCheckout.Archives;
using NUnit.Framework;

namespace GoogleCheckout.ArchiveFiles;

/// <summary>Reads archives from files, folders, gzip and zip.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class NotificationArchiveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archive-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public void Read_FolderOfAllKinds_ReturnsEachFileInOrderAndRecognizesDuplicatesInAll()
    {
        Save("b.log", $"10:15 received\n{Document(1)}\n");
        Save("a/2.xml.gz", Gzip(Document(2)));
        Save("a/logs.zip", Zip(("2009/march.log", Utf8(Document(3) + Document(1))), ("april.gz", Gzip(Document(4))), ("empty/", [])));
        Save("C.txt", "nothing");
        Save("z", string.Empty);

        var entries = NotificationArchive.Read(_folder.FullName).ToList();

        Assert.That(entries.Select(Describe), Is.EqualTo(new[] { "a/2.xml.gz 2", "a/logs.zip/2009/march.log 3", "a/logs.zip/2009/march.log 1", "a/logs.zip/april.gz 4", "b.log 1 again" }));
    }

    [Test]
    public async Task ReadAsync_FolderOfAllKinds_ReturnsTheSame()
    {
        Save("b.log", Document(1) + Document(2)[..150]);
        Save("a.gz", Gzip(Document(2)));
        Save("c.zip", Zip(("1", Utf8(Document(3))), ("2.zip", Zip())));

        var entries = await NotificationArchive.ReadAsync(_folder.FullName).Select(Describe).ToListAsync();

        Assert.That(entries, Is.EqualTo(NotificationArchive.Read(_folder.FullName).Select(Describe)));
    }

    [Test]
    public void Read_PlaceInACompressedFile_IsThatInItsContent()
    {
        var path = Save("a.gz", Gzip("first\n" + Document(1)));

        var entry = NotificationArchive.Read(path).Single();

        Assert.That((entry.Offset, entry.LineNumber, entry.LinePosition, entry.FilePath), Is.EqualTo((6, 2, 1, path)));
    }

    [TestCase(0.5)]
    [TestCase(0.99)]
    public void Read_GzipIsCutOff_ReturnsWhatIsInItAndAnError(double part)
    {
        var whole = Gzip(Noise(200_000) + "\n" + Document(1) + Noise(200_000) + Document(2));
        var cut = Save("a.log.gz", whole[..(int)(part * whole.Length)]);
        Save("b.log", Document(3));

        var entries = NotificationArchive.Read(_folder.FullName).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(entries.Where(entry => entry.IsRead).Select(SerialNumber).Last(), Is.EqualTo("3"));
            Assert.That(entries.Single(entry => !entry.IsRead).Error!.Message, Does.Contain(cut).And.StartsWith("The rest of the file"));
        });
    }

    // Where the data ends is where the decoder asks for more, also between two reads of the file.
    [Test]
    public void Read_GzipIsCutOffAnywhere_ReturnsAnError()
    {
        var whole = Gzip(Document(1) + Noise(30));
        foreach (var length in Enumerable.Range(4, whole.Length - 4))
        {
            var entries = NotificationArchive.Read(Save("a.gz", whole[..length])).ToList();

            Assert.That(entries[^1].Error, Has.Message.Contains("a.gz cannot be read"), $"{length}");
        }

        Assert.That(NotificationArchive.Read(Save("a.gz", [.. whole, 0, 0, 0])).Single().IsRead, Is.True);
    }

    [Test]
    public void Read_GzipAsLongAsABuffer_IsComplete([Values(8191, 8192, 8193, 16384)] int length)
    {
        var content = Utf8(Document(1));
        byte[] gzip = Store([.. content, .. new byte[length - Store(content).Length]]);

        Assert.That(gzip, Has.Length.EqualTo(length));
        Assert.That(NotificationArchive.Read(Save("a.gz", gzip)).Single().IsRead, Is.True);
    }

    [Test]
    public void Read_GzipIsDamaged_ReturnsAnErrorAndTheNextFile()
    {
        var damaged = Gzip(Noise(100_000) + Document(1));
        damaged.AsSpan(damaged.Length / 2, 20).Clear();
        Save("a.gz", damaged);
        Save("b.log", Document(2));

        var entries = NotificationArchive.Read(_folder.FullName).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(SerialNumber), Is.EqualTo(new[] { null, "2" }));
            Assert.That(entries[0], Has.Property(nameof(ArchiveEntry.Length)).Zero.And.Property(nameof(ArchiveEntry.FilePath)).EndsWith("a.gz"));
        });
    }

    [Test]
    public void Read_SeveralGzipMembers_ReadsThemAsOneFile() =>
        Assert.That(NotificationArchive.Read(Save("a.gz", [.. Gzip(Document(1)), .. Gzip(Document(2))])).Select(SerialNumber), Is.EqualTo(new[] { "1", "2" }));

    [Test]
    public void Read_ContentLongerThanTheLimit_ReturnsAnErrorThatNamesTheOption()
    {
        var options = new ArchiveOptions { MaxUncompressedBytes = 100_000 };
        var gzip = Save("a.gz", Gzip(Document(1) + new string(' ', 200_000) + Document(2)));
        var zip = Save("b.zip", Zip([.. Enumerable.Range(3, 10).Select(number => ($"{number}", Utf8(Document(number) + new string(' ', 30_000))))]));

        var entries = NotificationArchive.Read([gzip, zip], options).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(SerialNumber), Is.EqualTo(new[] { "1", null, "3", "4", "5", null }));
            Assert.That(entries.Where(entry => !entry.IsRead).Select(entry => entry.Error!.Message), Is.All.Contains("MaxUncompressedBytes"));
            Assert.That(entries[^1].FilePath, Does.EndWith("b.zip/6"));
        });
    }

    [Test]
    public void Read_CompressedTooOften_ReturnsAnError()
    {
        var content = Utf8(Document(1));
        for (var times = 1; times <= 3; times++)
        {
            content = Gzip(content);
            Assert.That(NotificationArchive.Read(Save("a.gz", content)).Select(SerialNumber), Is.EqualTo(new[] { "1" }), $"{times}");
        }

        Assert.That(NotificationArchive.Read(Save("a.gz", Gzip(content))).Single().Error, Has.Message.Contains("compressed more than 3 times"));
    }

    [Test]
    public void Read_ZipInACompressedFile_ReturnsAnErrorAndTheNextFile()
    {
        var entries = NotificationArchive.Read(Save("a.zip", Zip(("b.zip", Zip(("c", Utf8(Document(1))))), ("d", Utf8(Document(2)))))).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(SerialNumber), Is.EqualTo(new[] { null, "2" }));
            Assert.That(entries[0].Error, Has.Message.Contains("b.zip cannot be read: it is a zip file inside of a compressed file"));
        });
    }

    [TestCase(0.3)]
    [TestCase(0.9)]
    public void Read_ZipIsCutOff_ReturnsAnError(double part)
    {
        var zip = Zip(("a", Utf8(Noise(20_000))), ("b", Utf8(Noise(20_000))));

        Assert.That(NotificationArchive.Read(Save("a.zip", zip[..(int)(part * zip.Length)])).Single().Error, Has.Message.Contains("cut off"));
    }

    // Without compression, a changed byte is text like any other.
    [TestCase("serial-number='2'")]
    [TestCase("noise")]
    public void Read_ZipMemberIsDamaged_ReturnsWhatIsInItAndAnError(string damaged)
    {
        var zip = Zip(CompressionLevel.NoCompression, ("a.log", Utf8(Document(1) + "noise" + Document(2) + "\n")), ("b.log", Utf8(Document(3))));
        zip[zip.AsSpan().IndexOf(Utf8(damaged)) + damaged.Length - 2]++;

        var entries = NotificationArchive.Read(Save("a.zip", zip)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(entry => entry.IsRead), Is.EqualTo(new[] { true, true, false, true }));
            Assert.That(entries.Select(entry => Path.GetFileName(entry.FilePath)), Is.EqualTo(new[] { "a.log", "a.log", "a.log", "b.log" }));
            Assert.That(entries[2].Error, Has.Message.StartsWith($"The file {entries[2].FilePath} is damaged: its checksum is wrong."));
            Assert.That(entries[2].LineNumber, Is.EqualTo(2));
        });
    }

    [Test]
    public async Task ReadAsync_CompressedZipMemberIsDamaged_ReturnsTheOthersAndAnError()
    {
        var zip = Zip(("a.log", Utf8(Noise(50_000) + Document(1))), ("b.log", Utf8(Document(2))));
        zip[20_000] ^= 1;

        var entries = new List<ArchiveEntry>();
        await foreach (var entry in NotificationArchive.ReadAsync(Save("a.zip", zip)))
        {
            entries.Add(entry);
        }

        Assert.That(entries.Where(entry => Path.GetFileName(entry.FilePath) == "a.log" && !entry.IsRead), Is.Not.Empty);
        Assert.That(SerialNumber(entries[^1]), Is.EqualTo("2"));
    }

    [Test]
    public void Read_ZipMembersOfAllLengths_HaveTheirChecksum()
    {
        var zip = Zip([.. Enumerable.Range(0, 100).Select(length => ($"{length}", Utf8(Noise(length)))), ("end", Utf8(Document(1)))]);

        Assert.That(NotificationArchive.Read(Save("a.zip", zip)).Select(Describe), Is.EqualTo(new[] { "a.zip/end 1" }));
    }

    // The directory is in memory as a whole. What it says of its own length proves nothing.
    [Test]
    public void Read_ZipWithALongDirectory_ReturnsAnErrorAndAllocatesLittle()
    {
        var zip = Zip([.. Enumerable.Range(0, 100).Select(number => (new string('n', 50_000) + number, Array.Empty<byte>()))]);
        var start = BitConverter.ToInt32(zip, zip.Length - 6);
        byte[] repeated = [.. zip.AsSpan(0, start), .. Enumerable.Repeat(zip[start..^22], 4).SelectMany(directory => directory), .. zip.AsSpan(zip.Length - 22)];
        var path = Save("a.zip", repeated);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = NotificationArchive.Read(path).Single().Error;

        Assert.Multiple(() =>
        {
            Assert.That(error, Has.Message.Contains("directory of the zip file is longer than"));
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000_000));
        });
    }

    [Test]
    public void Program_OfThePage_ReturnsWhetherThereAreErrors()
    {
        Save("a.log", Document(1));
        Assert.That(ArchiveProgram.Run([_folder.FullName]), Is.Zero);

        Save("b.log", Document(1)[..100]);
        Assert.That(ArchiveProgram.Run([_folder.FullName]), Is.EqualTo(1));
        Assert.That(ArchiveProgram.ReadLatin(_folder.FullName).Count(), Is.EqualTo(2));
        ArchiveProgram.PrintOrders(new MemoryStream(Utf8("Google Order Number\n1\n\"")));
    }

    [Test]
    public void Read_LinkInAFolder_IsNotFollowed()
    {
        Save("a/1.log", Document(1));
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "a", "circle"), _folder.FullName);
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "b.log"), Path.Combine(_folder.FullName, "a", "1.log"));

        Assert.That(NotificationArchive.Read(_folder.FullName).Select(Describe), Is.EqualTo(new[] { "a/1.log 1" }));
    }

    [Test]
    public void Read_FileDisappearsWhileReading_ReturnsAnErrorAndTheNextFile()
    {
        Save("a.log", Document(1));
        var second = Save("b.log", Document(2));
        Save("c.log", Document(3));
        var entries = new List<ArchiveEntry>();

        foreach (var entry in NotificationArchive.Read(_folder.FullName))
        {
            File.Delete(second);
            entries.Add(entry);
        }

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(SerialNumber), Is.EqualTo(new[] { "1", null, "3" }));
            Assert.That(entries[1].Error, Has.Message.StartsWith($"The file {second} cannot be read"));
        });
    }

    [Test]
    public void Read_Progress_EndsAtTheLengthOfAllFiles()
    {
        var files = new[] { Save("a.log", Noise(3_000_000)), Save("b.gz", Gzip(Document(1))) };
        var reports = new List<ArchiveProgress>();

        _ = NotificationArchive.Read(files, new ArchiveOptions { Progress = new Reports(reports) }).Count();

        var total = files.Sum(file => new FileInfo(file).Length);
        Assert.Multiple(() =>
        {
            Assert.That(reports, Has.Count.GreaterThan(3));
            Assert.That(reports.Select(report => report.TotalBytes), Is.All.EqualTo(total));
            Assert.That(reports.Select(report => report.BytesRead), Is.Ordered);
            Assert.That(reports[^1].BytesRead, Is.EqualTo(total));
        });
    }

    [Test]
    public void Read_PathsThatAreNotValid_ThrowsAtTheCall()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => { _ = NotificationArchive.Read(Path.Combine(_folder.FullName, "missing")); }, Throws.TypeOf<FileNotFoundException>());
            Assert.That(() => { _ = NotificationArchive.ReadAsync(Path.Combine(_folder.FullName, "missing")); }, Throws.TypeOf<FileNotFoundException>());
            Assert.That(() => { _ = NotificationArchive.Read(string.Empty); }, Throws.ArgumentException);
            Assert.That(() => { _ = NotificationArchive.Read((string)null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = NotificationArchive.Read((IEnumerable<string>)null!); }, Throws.ArgumentNullException);
        });
    }

    [Test]
    public void Read_OptionsThatAreNotValid_ThrowsAtTheCall(
        [Values] bool isStream)
    {
        foreach (var options in new[] { new ArchiveOptions { MaxNotificationBytes = 0 }, new ArchiveOptions { MaxUncompressedBytes = -1 }, new ArchiveOptions { FallbackEncoding = "utf-16" }, new ArchiveOptions { FallbackEncoding = "IBM037" }, new ArchiveOptions { FallbackEncoding = "nonsense" } })
        {
            Assert.That(
                () => { _ = isStream ? CheckoutXml.ReadArchive(Stream.Null, options) : NotificationArchive.Read(_folder.FullName, options); },
                Throws.ArgumentException.With.Message.Contains("ArchiveOptions."),
                $"{options}");
        }
    }

    private static string Document(int number) =>
        $"<charge-amount-notification xmlns='http://checkout.google.com/schema/2' serial-number='{number}'><google-order-number>1</google-order-number><latest-charge-amount currency='USD'>1.0</latest-charge-amount><total-charge-amount currency='USD'>2.0</total-charge-amount></charge-amount-notification>";

    private static string Noise(int length)
    {
        var random = new Random(1);
        return string.Concat(Enumerable.Range(0, length).Select(index => index % 80 == 79 ? '\n' : (char)random.Next('a', 'z' + 1)));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(string text) => Gzip(Utf8(text));

    private static byte[] Gzip(byte[] content)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return output.ToArray();
    }

    private static byte[] Store(byte[] content)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.NoCompression))
        {
            gzip.Write(content);
        }

        return output.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files) => Zip(CompressionLevel.Optimal, files);

    private static byte[] Zip(CompressionLevel level, params (string Name, byte[] Content)[] files)
    {
        var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var file = zip.CreateEntry(name, level).Open();
                file.Write(content);
            }
        }

        return output.ToArray();
    }

    private static string? SerialNumber(ArchiveEntry entry) => entry.Notification?.SerialNumber;

    private string Describe(ArchiveEntry entry) =>
        $"{Path.GetRelativePath(_folder.FullName, entry.FilePath!).Replace('\\', '/')} {SerialNumber(entry) ?? entry.Error!.Message}{(entry.IsDuplicate ? " again" : string.Empty)}";

    private string Save(string name, string content) => Save(name, Utf8(content));

    private string Save(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    private sealed class Reports(List<ArchiveProgress> reports) : IProgress<ArchiveProgress>
    {
        public void Report(ArchiveProgress value) => reports.Add(value);
    }
}
