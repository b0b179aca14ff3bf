using GoogleCheckout.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Configuration;

/// <summary>
/// The content of one or two files, loaded again after they change. The bytes are compared, not the dates: the files are
/// small, and mounted secrets are replaced through links. While the new content cannot be loaded, for example because a
/// certificate was replaced but its key was not yet, the previous content stays in use.
/// </summary>
/// <param name="load">Loads the content from the bytes of both files and the password. The second array is empty if there is no second file.</param>
/// <param name="logger">The logger.</param>
internal sealed class FileContent<T>(Func<byte[], byte[], string?, T> load, ILogger logger)
    where T : class
{
    private readonly object _lock = new();
    private Loaded? _loaded;

    public T Read(string path, string? secondPath = null, string? password = null)
    {
        lock (_lock)
        {
            var previous = _loaded is { } loaded && loaded.Path == path && loaded.SecondPath == secondPath ? loaded : null;
            try
            {
                var (file, second) = (File.ReadAllBytes(path), secondPath is null ? [] : File.ReadAllBytes(secondPath));
                if (previous is null || previous.Password != password || !file.SequenceEqual(previous.File) || !second.SequenceEqual(previous.Second))
                {
                    _loaded = new Loaded(path, secondPath, password, file, second, load(file, second, password));
                    if (previous is not null)
                    {
                        Log.CertificateReplaced(logger, path);
                    }
                }
            }
            catch (Exception e) when (previous is not null)
            {
                Log.CertificateNotReplaced(logger, path, e.GetType().Name);
            }

            return _loaded!.Content;
        }
    }

    private sealed record Loaded(string Path, string? SecondPath, string? Password, byte[] File, byte[] Second, T Content);
}
