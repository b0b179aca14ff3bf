namespace GoogleCheckout.Documentation;

/// <summary>The files of a checkout of the repository.</summary>
internal sealed class Checkout(string root)
{
    private static readonly string[] Generated = ["bin", "obj", ".git", "TestResults", "artifacts", "BenchmarkDotNet.Artifacts"];

    /// <summary>The checkout that these tests were built in.</summary>
    public static Checkout Current => new(FindRoot(AppContext.BaseDirectory));

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Returns the checkout that contains a file or folder.</summary>
    public static Checkout Containing(string path) => new(FindRoot(Path.GetFullPath(path)));

    /// <summary>Finds files below a folder that people wrote.</summary>
    /// <returns>Paths from the root of the checkout, with slashes, in ordinal order; empty if there is no such folder.</returns>
    public IReadOnlyList<string> Files(string folder, string pattern)
    {
        var start = new DirectoryInfo(Path.Combine(Root, folder));
        return start.Exists ? [.. Below(start, pattern).Select(Relative).Order(StringComparer.Ordinal)] : [];
    }

    public bool Exists(string path) => File.Exists(Path.Combine(Root, path)) || Directory.Exists(Path.Combine(Root, path));

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    public string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Below(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(child => !Generated.Contains(child.Name)).SelectMany(child => Below(child, pattern)));

    private static string FindRoot(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GoogleCheckout.Sdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {path} contains GoogleCheckout.Sdk.sln.");
    }
}
