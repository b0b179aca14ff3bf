using System.IO.Compression;
using System.Text;
using GoogleCheckout.Archives;
using NUnit.Framework;

namespace GoogleCheckout.Growth;

/// <summary>What reading archives from files allocates is linear in the content, and does not depend on it where there are no notifications.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ArchiveFileGrowthTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archive-");

    public void Dispose() => _folder.Delete(recursive: true);

    [TestCase("n notifications in a gzip file", 20)]
    [TestCase("n notifications in n / 100 files of a zip file", 20)]
    [TestCase("n notifications in n / 100 files of a folder", 20)]
    public void Read_TwiceTheNotifications_AllocatesTwiceAsMuch(string family, double maxFactor) =>
        AllocationGrowth.Verify(
            "NotificationArchive.Read", family, 1_000, maxFactor,
            n => Create(family, n),
            path => Length(path),
            path => _ = NotificationArchive.Read(path).Count());

    [Test]
    public void Read_GzipOfALongContentWithoutNotifications_AllocatesAConstant()
    {
        var path = Save("long.gz", Gzip(100_000_000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.That(NotificationArchive.Read(path), Is.Empty);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(2_000_000));
    }

    private string Create(string family, int count)
    {
        var name = $"{count}";
        if (family.Contains("gzip", StringComparison.Ordinal))
        {
            var gzip = new MemoryStream();
            using (var output = new GZipStream(gzip, CompressionLevel.NoCompression))
            {
                output.Write(Notifications(count));
            }

            return Save(name, gzip.ToArray());
        }

        if (family.Contains("folder", StringComparison.Ordinal))
        {
            for (var file = 0; file < count / 100; file++)
            {
                Save(Path.Combine(name, $"{file}"), Notifications(100));
            }

            return Path.Combine(_folder.FullName, name);
        }

        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            for (var file = 0; file < count / 100; file++)
            {
                using var entry = zip.CreateEntry($"{file}", CompressionLevel.NoCompression).Open();
                entry.Write(Notifications(100));
            }
        }

        return Save(name, bytes.ToArray());
    }

    private static byte[] Notifications(int count) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(number =>
        $"<charge-amount-notification xmlns='http://checkout.google.com/schema/2' serial-number='{number}'><google-order-number>1</google-order-number><latest-charge-amount currency='USD'>1.0</latest-charge-amount><total-charge-amount currency='USD'>2.0</total-charge-amount></charge-amount-notification>\n")));

    private static byte[] Gzip(long length)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
        {
            var line = Encoding.UTF8.GetBytes(new string('x', 999) + "\n");
            for (long written = 0; written < length; written += line.Length)
            {
                gzip.Write(line);
            }
        }

        return output.ToArray();
    }

    private static long Length(string path) => Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFiles().Sum(file => file.Length) : new FileInfo(path).Length;

    private string Save(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }
}
