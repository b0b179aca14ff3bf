using System.Text;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Archives;

/// <summary>A folder with archives, and the tool that reads them.</summary>
internal sealed class ArchiveTool : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archive");

    /// <summary>The results of the last run.</summary>
    public string Output { get; private set; } = string.Empty;

    /// <summary>The errors of the last run.</summary>
    public string Error { get; private set; } = string.Empty;

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a file of a document or a log, and returns its path.</summary>
    public string Write(string name, params string[] lines) => Write(name, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public string Write(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>Returns the lines of a file that the tool wrote.</summary>
    public IReadOnlyList<string> ReadLines(string name) => File.ReadAllLines(PathOf(name));

    public IReadOnlyList<string> Files() => [.. _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name).Order(StringComparer.Ordinal)];

    /// <summary>Runs a command of archives, and returns its exit code.</summary>
    public Task<int> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    public async Task<int> RunAsync(CancellationToken stop, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Tool.RunAsync(["archive", .. args], new ToolConsole(TextReader.Null, output, error), stop).ConfigureAwait(false);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
