namespace GoogleCheckout.Architecture.Fixtures;

/// <summary>A project that exists only in a test, with the layers (root), Low, Middle with Beside, and High.</summary>
internal static class InMemoryProject
{
    private const string Layers =
        """
        Sample:
          (root)  what all others use
          Low     the lower layer
          Middle  one of two in a layer
          + Beside  the other
          High    the highest layer
        """;

    /// <summary>Analyzes the files: a path and the text of each.</summary>
    public static AnalyzedProject Analyze(params (string Path, string Text)[] files)
    {
        var project = new SourceProject("Sample", [.. files.Select(file => new SourceFile(file.Path, file.Path, file.Text))]);
        return new AnalyzedProject(project, LayerTable.Parse(Layers).Of("Sample")!, new ProjectCompiler([project]).Compile(project));
    }
}
