namespace GoogleCheckout.Cli;

/// <summary>A folder for the files of a test.</summary>
internal sealed class TemporaryFolder
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("googlecheckout-");

    public string Path => _folder.FullName;

    /// <summary>Writes a file, and returns its path.</summary>
    public string Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, content);
        return path;
    }

    public void Delete() => _folder.Delete(recursive: true);
}
