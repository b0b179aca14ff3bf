namespace GoogleCheckout.Architecture;

/// <summary>The shipped projects of the repository, for tests that run once for each.</summary>
internal static class Shipped
{
    private static readonly Lazy<IReadOnlyList<AnalyzedProject>> All = new(() => AnalyzedProject.LoadAll(SourceRepository.Current));

    public static IReadOnlyList<AnalyzedProject> Projects => All.Value;

    /// <summary>The names, which are known without compiling.</summary>
    public static IEnumerable<string> Names => SourceRepository.Current.ShippedProjects.Select(project => project.Name);

    /// <summary>Returns the sources of a project, which are known without compiling.</summary>
    public static IReadOnlyList<SourceFile> FilesOf(string name) =>
        SourceRepository.Current.ShippedProjects.Single(project => project.Name == name).Files;

    public static AnalyzedProject Of(string name) => Projects.Single(project => project.Project.Name == name);
}
