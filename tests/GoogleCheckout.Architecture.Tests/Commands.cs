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

    /// <summary>Runs the command and returns the exit code: 1 for an unknown command and for layers that are broken.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output)
    {
        switch (args)
        {
            case [] or ["write"]:
                return Print(output, Write(), 0);
            case ["check"]:
                var problems = Projects().SelectMany(Check).ToList();
                return problems.Count == 0 ? Print(output, ["The layers are kept."], 0) : Print(output, problems, 1);
            case ["matrix"]:
                return Print(output, Projects().Select(MatrixMarkdown.WriteWithCircles), 0);
            case ["uses"]:
                return Print(output, Projects().SelectMany(project => project.Uses.Select(use => $"{project}: {use}")), 0);
            default:
                return Print(output, [Usage], 1);
        }
    }

    private static int Print(TextWriter output, IEnumerable<string> lines, int exitCode)
    {
        foreach (var line in lines)
        {
            output.WriteLine(line);
        }

        return exitCode;
    }

    private static IReadOnlyList<AnalyzedProject> Projects() => AnalyzedProject.LoadAll(SourceRepository.Current);

    private static IEnumerable<string> Check(AnalyzedProject project) =>
    [
        .. project.Errors,
        .. LayerRules.CheckTable(project),
        .. LayerRules.CheckArrows(project),
        .. LayerRules.CheckCircles(project),
    ];

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
