namespace GoogleCheckout.Testing;

/// <summary>The repository in which the tests were built, for tests that read its files.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
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
