using System.Text;
using GoogleCheckout.Archives;
using GoogleCheckout.Cli.Archives.Reading;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Archives.Repair;

/// <summary>
/// The parts of an archive that cannot be read: a line with the place and the reason before each, then its bytes as they were. When they are
/// corrected, the file is an archive again.
/// </summary>
/// <param name="path">The path of the file, which is created with the first part.</param>
internal sealed class FaultsFile(string path) : IDisposable
{
    private PendingFile? _file;

    public long Count { get; private set; }

    public void Add(ArchiveEntry entry, string reason)
    {
        _file ??= new PendingFile(path);
        _file.Stream.Write(Encoding.UTF8.GetBytes($"-- {entry.GetPlace()}: {WithoutMarkup(reason)}\n"));
        _file.Stream.Write(entry.RawXml.Span);
        _file.Stream.WriteByte((byte)'\n');
        Count++;
    }

    public void Complete()
    {
        if (_file is null)
        {
            File.Delete(path);
        }
        else
        {
            _file.Commit();
        }
    }

    public void Dispose() => _file?.Dispose();

    // Tags in the line would be found when the file is read.
    private static string WithoutMarkup(string reason) => reason.Replace('<', '(').Replace('>', ')');
}
