using System.IO.Compression;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Archives;

/// <summary>Opens files, and the files that are compressed in them.</summary>
internal static class ArchiveContents
{
    // A file that is compressed more often than this is made to be expanded and not to be read.
    private const int MaxCompressions = 3;

    private static ReadOnlySpan<byte> GzipStart => [0x1F, 0x8B];

    /// <summary>Opens the files one after the other. Each is closed when the next one is asked for.</summary>
    /// <param name="paths">The paths of files and folders.</param>
    /// <param name="options">The limits.</param>
    /// <param name="progress">Follows the files on disk.</param>
    public static IEnumerable<ArchiveContent> Open(IEnumerable<string> paths, ArchiveOptions options, ProgressReporter progress)
    {
        foreach (var file in ArchiveFile.Find(paths))
        {
            if (file.Error is { } notListed)
            {
                yield return new ArchiveContent(file.Path, null, notListed);
                continue;
            }

            if (!TryOpen(() => OpenFile(file.Path), out var disk, out var error))
            {
                yield return new ArchiveContent(file.Path, null, error);
                continue;
            }

            using (disk)
            {
                progress.Begin(file, disk);
                foreach (var content in Expand(file.Path, disk, new UncompressedLimit(options.MaxUncompressedBytes), compressions: 0))
                {
                    yield return content;
                }

                progress.End();
            }
        }
    }

    private static IEnumerable<ArchiveContent> Expand(string path, Stream stream, UncompressedLimit limit, int compressions)
    {
        if (!TryOpen(() => ReadStart(stream), out var start, out var error))
        {
            return [new ArchiveContent(path, null, error)];
        }

        var whole = new PrefixedStream(start, stream);
        if (start.AsSpan().StartsWith(GzipStart))
        {
            return compressions < MaxCompressions ? ExpandGzip(path, whole, limit, compressions) : [Refuse(path, $"it is compressed more than {MaxCompressions} times")];
        }

        return !IsZip(start) ? [new ArchiveContent(path, whole)]
            : compressions > 0 ? [Refuse(path, "it is a zip file inside of a compressed file; unpack it first")]
            : !stream.CanSeek ? [Refuse(path, "it is a zip file that is not a file on disk; save it first")]
            : ExpandZip(path, stream, limit);
    }

    // With files, and without.
    private static bool IsZip(ReadOnlySpan<byte> start) => start.SequenceEqual("PK\x03\x04"u8) || start.SequenceEqual("PK\x05\x06"u8);

    private static IEnumerable<ArchiveContent> ExpandGzip(string path, Stream compressed, UncompressedLimit limit, int compressions)
    {
        using var content = new GzipContent(compressed);
        foreach (var expanded in Expand(path, new UncompressedStream(content, limit), limit, compressions + 1))
        {
            yield return expanded;
        }
    }

    private static IEnumerable<ArchiveContent> ExpandZip(string path, Stream file, UncompressedLimit limit)
    {
        IReadOnlyList<uint> checksums = [];
        if (!TryOpen(() => OpenZip(file, out checksums), out var zip, out var error))
        {
            yield return new ArchiveContent(path, null, error);
            yield break;
        }

        using (zip)
        {
            for (var index = 0; index < zip.Entries.Count; index++)
            {
                var entry = zip.Entries[index];
                var entryPath = $"{path}/{entry.FullName}";
                if (limit.IsExceeded)
                {
                    yield break;
                }

                if (entry.Name.Length == 0)
                {
                    continue;
                }

                if (!TryOpen(entry.Open, out var content, out error))
                {
                    yield return new ArchiveContent(entryPath, null, error);
                    continue;
                }

                using (content)
                {
                    var checkedContent = index < checksums.Count ? new ChecksumStream(content, checksums[index]) : content;
                    foreach (var expanded in Expand(entryPath, new UncompressedStream(checkedContent, limit), limit, compressions: 1))
                    {
                        yield return expanded;
                    }
                }
            }
        }
    }

    private static ZipArchive OpenZip(Stream file, out IReadOnlyList<uint> checksums)
    {
        checksums = ZipDirectory.ReadChecksums(file);
        file.Position = 0;
        var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            // Reads the directory, so that its errors are those of opening.
            _ = zip.Entries;
            return zip;
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    // Another program may write to the log.
    private static FileStream OpenFile(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static byte[] ReadStart(Stream stream)
    {
        var start = new byte[DocumentEncoding.MarkLength];
        int length = 0;
        while (length < start.Length && stream.Read(start, length, start.Length - length) is > 0 and var count)
        {
            length += count;
        }

        return [.. start.Take(length)];
    }

    private static ArchiveContent Refuse(string path, string reason) => new(path, null, new InvalidDataException(reason + "."));

    private static bool TryOpen<T>(Func<T> open, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? opened, out Exception? error)
        where T : class
    {
        try
        {
            (opened, error) = (open(), null);
            return true;
        }
        catch (Exception e) when (ArchiveContent.IsFileError(e))
        {
            (opened, error) = (null, e);
            return false;
        }
    }
}
