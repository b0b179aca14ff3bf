namespace GoogleCheckout.Documentation.Prose;

/// <summary>The files whose prose is checked: all Markdown, and the sources that are shipped.</summary>
internal static class ProseFiles
{
    /// <summary>Reads the prose of a checkout.</summary>
    /// <param name="checkout">The checkout.</param>
    /// <param name="isWanted">Decides by its path whether a file is read.</param>
    /// <returns>The passages; empty if no file is wanted.</returns>
    public static IReadOnlyList<Passage> Passages(Checkout checkout, Func<string, bool> isWanted) =>
    [
        .. checkout.Files(".", "*.md").Where(isWanted).Select(file => MarkdownProse.Read(file, checkout.Read(file))),
        .. checkout.Files("src", "*.cs").Where(isWanted).SelectMany(file => SourceProse.Read(file, checkout.Read(file))),
    ];
}
