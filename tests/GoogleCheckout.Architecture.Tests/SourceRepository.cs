namespace GoogleCheckout.Architecture;

/// <summary>A checkout of the repository, as files.</summary>
internal sealed class SourceRepository
{
    private const string Marker = "GoogleCheckout.Sdk.sln";

    /// <summary>The environment variable that names a checkout other than the one the tests were built in.</summary>
    public const string RootVariable = "GOOGLE_CHECKOUT_REPOSITORY";

    public SourceRepository(string root)
    {
        Root = Path.GetFullPath(root);
        if (!File.Exists(Path.Combine(Root, Marker)))
        {
            throw new DirectoryNotFoundException($"{Root} does not contain {Marker}.");
        }
    }

    public static SourceRepository Current { get; } = new(Environment.GetEnvironmentVariable(RootVariable) is { Length: > 0 } root ? root : FindRoot());

    public string Root { get; }

    /// <summary>The projects below src.</summary>
    public IReadOnlyList<SourceProject> ShippedProjects => field ??= ProjectsBelow("src");

    /// <summary>The projects below a folder, in ordinal order of their names.</summary>
    public IReadOnlyList<SourceProject> ProjectsBelow(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
            .Where(file => !IsBuildOutput(Path.GetRelativePath(Root, file)))
            .Select(file => SourceProject.Load(this, file))
            .OrderBy(project => project.Name, StringComparer.Ordinal),
    ];

    /// <summary>The C# files below a folder, by their paths in the repository with slashes.</summary>
    public IReadOnlyList<string> SourcesBelow(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(path => !IsBuildOutput(path))
            .Order(StringComparer.Ordinal),
    ];

    public string FullPath(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(FullPath(path));

    private static bool IsBuildOutput(string path) => path.Split('/', '\\').Any(part => part is "bin" or "obj");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"{Marker} is in no folder above {AppContext.BaseDirectory}. Set {RootVariable}.");
    }
}
