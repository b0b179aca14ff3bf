namespace GoogleCheckout.Architecture;

/// <summary>The documents that are generated from the sources.</summary>
internal static class LayerDocuments
{
    /// <summary>Returns the documents by their paths in the repository.</summary>
    public static IReadOnlyList<(string Path, string Text)> Write(IReadOnlyList<AnalyzedProject> projects) =>
    [
        ("docs/layers.md", LayersMarkdown.Write(projects)),
        .. projects.Where(LayersMarkdown.HasPicture).Select(project => ($"docs/{LayersMarkdown.PictureOf(project)}", HouseSvg.Write(project))),
    ];
}
