using GoogleCheckout.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Configuration;

/// <summary>
/// What one or two files hold, loaded again when they hold something else. The bytes are compared, not the dates: they
/// are few, and mounted secrets are replaced behind links. While the new content cannot be loaded, as between the
/// replacement of a certificate and of its key, the old one stays in use.
/// </summary>
/// <param name="load">From the bytes of both files, the second empty where there is none, and the password.</param>
/// <param name="logger">Where the log goes.</param>
internal sealed class FileContent<T>(Func<byte[], byte[], string?, T> load, ILogger logger)
    where T : class
{
    private readonly object _lock = new();
    private Loaded? _loaded;

    public T Read(string path, string? secondPath = null, string? password = null)
    {
        lock (_lock)
        {
            var before = _loaded is { } loaded && loaded.Path == path && loaded.SecondPath == secondPath ? loaded : null;
            try
            {
                var (file, second) = (File.ReadAllBytes(path), secondPath is null ? [] : File.ReadAllBytes(secondPath));
                if (before is null || before.Password != password || !file.SequenceEqual(before.File) || !second.SequenceEqual(before.Second))
                {
                    _loaded = new Loaded(path, secondPath, password, file, second, load(file, second, password));
                    if (before is not null)
                    {
                        Log.CertificateReplaced(logger, path);
                    }
                }
            }
            catch (Exception e) when (before is not null)
            {
                Log.CertificateNotReplaced(logger, path, e.GetType().Name);
            }

            return _loaded!.Content;
        }
    }

    private sealed record Loaded(string Path, string? SecondPath, string? Password, byte[] File, byte[] Second, T Content);
}
