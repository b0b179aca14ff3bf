namespace GoogleCheckout.Cli.Documents;

/// <summary>A fault of a document, with its place; line 0 if the place is not known.</summary>
internal sealed record DocumentFault(int Line, int Column, string? Path, string Reason)
{
    /// <summary>Whether a service accepts it, although it is probably a mistake.</summary>
    public bool IsWarning { get; init; }
}
