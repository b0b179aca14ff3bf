namespace GoogleCheckout.Cli.Commands;

/// <summary>A file that is written beside its place, and gets there when it is complete. An interrupted command leaves the previous file as it was.</summary>
internal sealed class PendingFile : IDisposable
{
    private const string Suffix = ".partial";

    private readonly string _path;
    private bool _isCommitted;

    /// <exception cref="IOException">The file cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be created.</exception>
    public PendingFile(string path)
    {
        _path = path;
        Stream = new FileStream(path + Suffix, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024);
    }

    public FileStream Stream { get; }

    /// <summary>Closes the file and moves it to its place.</summary>
    public void Commit()
    {
        Stream.Dispose();
        File.Move(_path + Suffix, _path, overwrite: true);
        _isCommitted = true;
    }

    /// <summary>Closes the file, and deletes it if it is not complete.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_isCommitted)
        {
            File.Delete(_path + Suffix);
        }
    }
}
