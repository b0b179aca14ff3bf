namespace GoogleCheckout.Architecture;

/// <summary>What this project does when it is started as a program.</summary>
internal static class Commands
{
    private const string Usage =
        """
        Usage: dotnet run --project tests/GoogleCheckout.Architecture.Tests [command]

          write   (default) writes docs/layers.md and its pictures
          check   lists what breaks the layers
          matrix  lists which folder uses which, subfolders on their own
          uses    lists each line that uses a type of another folder

        The environment variable GOOGLE_CHECKOUT_REPOSITORY names another checkout to read.
        """;

    /// <summary>The command that brings the generated documents up to date.</summary>
    public const string Renewal = "dotnet run --project tests/GoogleCheckout.Architecture.Tests";

    public static int Run(IReadOnlyList<string> args, TextWriter output)
    {
        var lines = args switch
        {
            [] or ["write"] => Write(),
            ["check"] => Check(),
            ["matrix"] => Projects().Select(MatrixMarkdown.WriteWithCircles),
            ["uses"] => Projects().SelectMany(project => project.Uses.Select(use => $"{project}: {use}")),
            _ => null,
        };
        var isSound = lines is not null;
        foreach (var line in lines ?? [Usage])
        {
            output.WriteLine(line);
            isSound &= args is not ["check"];
        }

        return isSound ? 0 : 1;
    }

    private static IReadOnlyList<AnalyzedProject> Projects() => AnalyzedProject.LoadAll(SourceRepository.Current);

    private static IEnumerable<string> Check() => Projects().SelectMany(project => (IEnumerable<string>)
    [
        .. project.Errors,
        .. LayerRules.CheckTable(project),
        .. LayerRules.CheckArrows(project),
        .. LayerRules.CheckCircles(project),
    ]);

    private static IEnumerable<string> Write()
    {
        foreach (var (path, text) in LayerDocuments.Write(Projects()))
        {
            var file = SourceRepository.Current.FullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            yield return path;
        }
    }
}
