using System.Reflection;
using NUnit.Framework;

namespace GoogleCheckout.Packaging;

/// <summary>
/// A copy of the sources in a separate folder, packed once for all tests, as a release would be: the build that runs
/// the tests is not touched, and nothing stays behind.
/// </summary>
[SetUpFixture]
public class TestWorkspace
{
    /// <summary>What the copy's repository claims to be.</summary>
    public const string Remote = "https://github.com/example/googlecheckout-sdk";

    /// <summary>The commit that the copy claims to be at.</summary>
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    /// <summary>No version that any feed or cache has, and later than all of them.</summary>
    public static readonly string Version = $"999.0.{Environment.ProcessId}";

    private static readonly TimeSpan PackLimit = TimeSpan.FromMinutes(8);
    private static readonly string[] NotCopied = ["bin", "obj", "TestResults"];

    private static string Folder { get; } = Path.Combine(Path.GetTempPath(), $"googlecheckout-packaging-{Guid.NewGuid():N}");

    /// <summary>The copy of the repository.</summary>
    public static string Sources { get; } = Path.Combine(Folder, "sources");

    /// <summary>The packages made from it.</summary>
    public static string Packages { get; } = Path.Combine(Sources, "artifacts", "packages");

    /// <summary>Where the tool is installed.</summary>
    public static string Tools { get; } = Path.Combine(Folder, "tools");

    /// <summary>The home folder of somebody who installs the packages.</summary>
    public static string Home { get; } = Path.Combine(Folder, "home");

    /// <summary>The projects that reference the packages.</summary>
    public static string Consumers { get; } = Path.Combine(Folder, "consumers");

    /// <summary>Where this machine keeps what it has restored.</summary>
    public static string MachinePackages => typeof(TestWorkspace).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "NuGetPackageRoot").Value!;

    /// <summary>Options that let a consumer keep what it restores in this folder, and find here what the machine has already.</summary>
    public static string[] RestoreOptions { get; } =
    [
        $"-p:SdkVersion={Version}",
        $"-p:RestorePackagesPath={Path.Combine(Folder, "restored")}",
        $"-p:RestoreFallbackFolders={MachinePackages}",
    ];

    [OneTimeSetUp]
    public void PackAll()
    {
        CopySources();
        Copy(Path.Combine(AppContext.BaseDirectory, "Consumers"), Consumers);
        CopyPackageSources();
        Shell.Run(Sources, PackLimit, "bash", "eng/pack", $"-p:Version={Version}", "-p:ContinuousIntegrationBuild=true");
    }

    [OneTimeTearDown]
    public void Clean()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static void CopySources()
    {
        var root = RepositoryRoot();
        Directory.CreateDirectory(Sources);
        foreach (var file in Directory.EnumerateFiles(root).Where(file => Path.GetFileName(file) != ".git"))
        {
            File.Copy(file, Path.Combine(Sources, Path.GetFileName(file)));
        }

        foreach (var folder in new[] { "docs", "eng", "src", "samples" })
        {
            Copy(Path.Combine(root, folder), Path.Combine(Sources, folder));
        }

        // As much of a repository as SourceLink looks at; no git needs to be installed.
        var git = Path.Combine(Sources, ".git");
        Directory.CreateDirectory(Path.Combine(git, "refs", "heads"));
        Directory.CreateDirectory(Path.Combine(git, "objects"));
        File.WriteAllText(Path.Combine(git, "HEAD"), "ref: refs/heads/main\n");
        File.WriteAllText(Path.Combine(git, "refs", "heads", "main"), Commit + "\n");
        File.WriteAllText(Path.Combine(git, "config"), $"[core]\n\trepositoryformatversion = 0\n[remote \"origin\"]\n\turl = {Remote}.git\n");
    }

    /// <summary>The home folder has the machine's package sources, if it has some of its own; the tests add to those and not to the machine's.</summary>
    private static void CopyPackageSources()
    {
        var nuget = Path.Combine(".nuget", "NuGet", "NuGet.Config");
        var ours = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), nuget);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Home, nuget))!);
        if (File.Exists(ours))
        {
            File.Copy(ours, Path.Combine(Home, nuget));
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => !NotCopied.Contains(Path.GetFileName(folder))))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GoogleCheckout.Sdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"GoogleCheckout.Sdk.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
