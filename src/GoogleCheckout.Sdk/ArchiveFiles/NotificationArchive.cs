using System.Runtime.CompilerServices;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Archives;

/// <summary>Reads archives of notifications from files: logs and documents, damaged or not, gzip and zip files of them, and folders of all of these.</summary>
/// <remarks>
/// <para>
/// A compressed file is recognized by its first bytes, not by its name. Files in a folder are read in the ordinal order of their names, those
/// of its subfolders too; symbolic links in a folder are not followed. A zip file is read in its own order, without the zip files in it. The
/// files of a tar archive are read as one file.
/// </para>
/// <para>
/// One notification at a time is in memory, and about 40 bytes for each that was read, to recognize duplicates in all files together.
/// </para>
/// </remarks>
public static class NotificationArchive
{
    /// <summary>Reads the notifications of a file or a folder.</summary>
    /// <param name="path">The path of the file or the folder.</param>
    /// <param name="options">The limits and assumptions; null for those of <see cref="ArchiveOptions"/>.</param>
    /// <returns>
    /// The entries, as <see cref="CheckoutXml.ReadArchive"/> returns them, with the path of their file; empty if there are no notifications. A file in a folder or in a zip file that
    /// cannot be read is an entry with its error, and the next one is read.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException">The path is empty, or an option is not valid.</exception>
    /// <exception cref="FileNotFoundException">There is no file and no folder with this path.</exception>
    public static IEnumerable<ArchiveEntry> Read(string path, ArchiveOptions? options = null) => Read([path ?? throw new ArgumentNullException(nameof(path))], options);

    /// <summary>Reads the notifications of several files and folders, one after the other.</summary>
    /// <param name="paths">The paths of the files and folders.</param>
    /// <param name="options">The limits and assumptions; null for those of <see cref="ArchiveOptions"/>.</param>
    /// <returns>The entries, as for one path; empty if there are no notifications. Duplicates are recognized in all files together.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> is null.</exception>
    /// <exception cref="ArgumentException">A path is null or empty, or an option is not valid.</exception>
    /// <exception cref="FileNotFoundException">There is no file and no folder with one of the paths.</exception>
    public static IEnumerable<ArchiveEntry> Read(IEnumerable<string> paths, ArchiveOptions? options = null) => ReadFiles(FindPaths(paths), ArchiveReading.Create(options));

    /// <summary>Reads the notifications of a file or a folder, asynchronously.</summary>
    /// <param name="path">The path of the file or the folder.</param>
    /// <param name="options">The limits and assumptions; null for those of <see cref="ArchiveOptions"/>.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The entries, as <see cref="Read(string, ArchiveOptions)"/> returns them; empty if there are no notifications.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null. All exceptions but that of the token are thrown at the call.</exception>
    /// <exception cref="ArgumentException">The path is empty, or an option is not valid.</exception>
    /// <exception cref="FileNotFoundException">There is no file and no folder with this path.</exception>
    /// <exception cref="OperationCanceledException">Thrown while enumerating: the token was canceled.</exception>
    public static IAsyncEnumerable<ArchiveEntry> ReadAsync(string path, ArchiveOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadAsync([path ?? throw new ArgumentNullException(nameof(path))], options, cancellationToken);

    /// <summary>Reads the notifications of several files and folders, one after the other and asynchronously.</summary>
    /// <param name="paths">The paths of the files and folders.</param>
    /// <param name="options">The limits and assumptions; null for those of <see cref="ArchiveOptions"/>.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The entries, as <see cref="Read(IEnumerable{string}, ArchiveOptions)"/> returns them; empty if there are no notifications.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> is null. All exceptions but that of the token are thrown at the call.</exception>
    /// <exception cref="ArgumentException">A path is null or empty, or an option is not valid.</exception>
    /// <exception cref="FileNotFoundException">There is no file and no folder with one of the paths.</exception>
    /// <exception cref="OperationCanceledException">Thrown while enumerating: the token was canceled.</exception>
    public static IAsyncEnumerable<ArchiveEntry> ReadAsync(IEnumerable<string> paths, ArchiveOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadFilesAsync(FindPaths(paths), ArchiveReading.Create(options), cancellationToken);

    private static List<string> FindPaths(IEnumerable<string> paths)
    {
        var found = new List<string>();
        foreach (var path in paths ?? throw new ArgumentNullException(nameof(paths)))
        {
            found.Add(string.IsNullOrEmpty(path) ? throw new ArgumentException("A path is empty.", nameof(paths))
                : File.Exists(path) || Directory.Exists(path) ? path
                : throw new FileNotFoundException($"There is no file and no folder '{QuotedText.OfIdentifier(path, QuotedText.LineLength)}', or it may not be read.", path));
        }

        return found;
    }

    private static IEnumerable<ArchiveEntry> ReadFiles(List<string> paths, ArchiveReading reading)
    {
        var buffer = new byte[ArchiveReading.BufferLength];
        var progress = ProgressReporter.Create(paths, reading.Options.Progress);
        foreach (var content in ArchiveContents.Open(paths, reading.Options, progress))
        {
            using var reader = new ArchiveReader(reading);
            int count;
            do
            {
                count = content.Read(buffer);
                reader.Add(buffer, count);
                while (reader.ReadNext() is { } entry)
                {
                    yield return entry with { FilePath = content.FilePath };
                }

                progress.Report();
            }
            while (count > 0);
            if (content.CreateFault(reader.Position) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private static async IAsyncEnumerable<ArchiveEntry> ReadFilesAsync(List<string> paths, ArchiveReading reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[ArchiveReading.BufferLength];
        var progress = ProgressReporter.Create(paths, reading.Options.Progress);
        foreach (var content in ArchiveContents.Open(paths, reading.Options, progress))
        {
            using var reader = new ArchiveReader(reading);
            int count;
            do
            {
                count = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                reader.Add(buffer, count);
                while (reader.ReadNext() is { } entry)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return entry with { FilePath = content.FilePath };
                }

                progress.Report();
            }
            while (count > 0);
            if (content.CreateFault(reader.Position) is { } fault)
            {
                yield return fault;
            }
        }
    }
}
