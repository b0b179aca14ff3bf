using System.Text;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>
/// The ids and keys that a sandbox generated, beside its journal, so that the clients' settings are valid after a restart too. The journal does not contain
/// keys: it may be sent to others. Each line is <c>ID:KEY</c>. Only the current user can read the file.
/// </summary>
internal sealed class KeyFile
{
    private readonly string _path;
    private readonly List<(string Id, string Key)> _known = [];

    private KeyFile(string path) => _path = path;

    /// <summary>Returns the path of the keys of a journal.</summary>
    public static string GetPath(string journal) => $"{journal}.keys";

    /// <summary>Reads the file, if it exists.</summary>
    /// <exception cref="InvalidDataException">A line is not an id and a key.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static KeyFile Open(string path)
    {
        var file = new KeyFile(path);
        try
        {
            var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
            foreach (var (index, line) in lines.Index())
            {
                file._known.Add(line.Split(':', 2) is [{ Length: > 0 } id, { Length: > 0 } key]
                    ? (id, key)
                    : throw new InvalidDataException($"Line {index + 1} of {path} is not a merchant's id and key, separated by a colon."));
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"The keys of the journal cannot be read: {e.Message}", e);
        }

        return file;
    }

    /// <summary>Returns the id and key of the merchant. What is null is taken from the file or, the first time, generated and written to it.</summary>
    /// <param name="merchantId">The configured id; null for the next one of the file.</param>
    /// <param name="merchantKey">The configured key.</param>
    /// <param name="used">The ids of the merchants before this one.</param>
    /// <param name="createId">Generates an id.</param>
    /// <param name="createKey">Generates a key.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public (string Id, string Key) Complete(string? merchantId, string? merchantKey, IReadOnlyCollection<string> used, Func<string> createId, Func<string> createKey)
    {
        if (merchantId is not null && merchantKey is not null)
        {
            return (merchantId, merchantKey);
        }

        var known = _known.Find(pair => merchantId is null ? !used.Contains(pair.Id) : pair.Id == merchantId);
        if (known.Id is not null)
        {
            return (known.Id, merchantKey ?? known.Key);
        }

        var added = (merchantId ?? createId(), merchantKey ?? createKey());
        _known.Add(added);
        Write();
        return added;
    }

    private void Write()
    {
        // A new file that takes the place of the old one: if the process ends meanwhile, the old one is still complete.
        var unfinished = $"{_path}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using (var file = new FileStream(unfinished, options))
            {
                file.Write(Encoding.UTF8.GetBytes(string.Concat(_known.Select(pair => $"{pair.Id}:{pair.Key}\n"))));
            }

            File.Move(unfinished, _path, overwrite: true);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"The keys of the journal cannot be written: {e.Message}", e);
        }
    }
}
