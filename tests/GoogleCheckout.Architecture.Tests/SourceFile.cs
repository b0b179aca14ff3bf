using System.Text.RegularExpressions;

namespace GoogleCheckout.Architecture;

/// <summary>A C# file: its path in the project, its path in the repository (both with slashes) and its text.</summary>
internal sealed partial record SourceFile(string Path, string RepositoryPath, string Text)
{
    /// <summary>The folder within the project; empty for the project folder itself.</summary>
    public string Folder => Path.Contains('/') ? Path[..Path.LastIndexOf('/')] : string.Empty;

    /// <summary>The type that the file is named after.</summary>
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>The file-scoped namespace; empty if the file has none.</summary>
    public string Namespace => NamespaceLine().Match(Text).Groups[1].Value;

    /// <summary>The public types declared at the top level, and whether each is partial.</summary>
    public IReadOnlyList<(string Name, bool IsPartial)> PublicTypes =>
        [.. PublicTypeLine().Matches(Text).Select(match => (match.Groups["name"].Value, match.Groups["partial"].Success))];

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|(?<partial>partial)) )*(?:class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicTypeLine();
}
