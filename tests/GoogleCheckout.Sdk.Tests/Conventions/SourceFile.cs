using System.Text.RegularExpressions;

namespace GoogleCheckout.Conventions;

/// <summary>A C# file of a project in src, by its path in it with slashes.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The folder within the project; empty at the top.</summary>
    public string Folder => Path.Contains('/') ? Path[..Path.LastIndexOf('/')] : string.Empty;

    /// <summary>The type the file is named after.</summary>
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>The namespace; empty where there is none, or not for the whole file.</summary>
    public string Namespace => NamespaceLine().Match(Text).Groups[1].Value;

    /// <summary>The public types declared at the top level, and whether each is only a part of one.</summary>
    public IReadOnlyList<(string Name, bool IsPart)> PublicTypes =>
        [.. PublicTypeLine().Matches(Text).Select(match => (match.Groups["name"].Value, match.Groups["partial"].Success))];

    public static IReadOnlyList<SourceFile> Of(string project)
    {
        var folder = System.IO.Path.Combine(Repository.Root, "src", project);
        return [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal))
            .Select(path => new SourceFile(path, File.ReadAllText(System.IO.Path.Combine(folder, path))))];
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|(?<partial>partial)) )*(?:class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicTypeLine();
}
