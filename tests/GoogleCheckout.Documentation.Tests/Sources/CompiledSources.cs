namespace GoogleCheckout.Documentation.Sources;

/// <summary>The projects of this repository's src/, compiled once for all tests.</summary>
internal static class CompiledSources
{
    private static readonly Lazy<IReadOnlyList<SourceProject>> Compiled = new(() => SourceProject.All(Checkout.Current));

    public static IReadOnlyList<SourceProject> Projects => Compiled.Value;

    public static SourceProject Project(string name) => Projects.Single(project => project.Name == name);
}
