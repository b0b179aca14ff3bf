using System.Xml.Linq;

namespace GoogleCheckout.Architecture;

/// <summary>A project file of the repository, with the C# files of its folder and those that it links.</summary>
internal sealed record SourceProject(string Name, IReadOnlyList<SourceFile> Files)
{
    /// <summary>The names of the projects that the project file references.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    public bool IsProgram { get; init; }

    /// <summary>The declarations of the classes that are compiled from templates; empty if there are none.</summary>
    public string Templates { get; init; } = string.Empty;

    /// <summary>The folders with C# files; empty for the project folder itself.</summary>
    public IReadOnlyList<string> Folders => [.. Files.Select(file => file.Folder).Distinct().Order(StringComparer.Ordinal)];

    public static SourceProject Load(SourceRepository repository, string file)
    {
        var project = XDocument.Load(file);
        var folder = Path.GetRelativePath(repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/');
        return new SourceProject(
            Path.GetFileNameWithoutExtension(file),
            [.. repository.SourcesBelow(folder).Select(path => new SourceFile(path[(folder.Length + 1)..], path, repository.Read(path))), .. LoadLinks(repository, file, project)])
        {
            References =
            [
                .. project.Descendants("ProjectReference")
                    .Select(reference => reference.Attribute("Include")!.Value)
                    .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))),
            ],
            Templates = TemplateDeclarations.Create(Path.GetDirectoryName(file)!),
            IsProgram = project.Descendants("OutputType").Any(type => type.Value == "Exe"),
        };
    }

    public override string ToString() => Name;

    private static IEnumerable<SourceFile> LoadLinks(SourceRepository repository, string file, XDocument project)
    {
        foreach (var link in project.Descendants("Compile").Where(item => item.Attribute("Link") is not null))
        {
            var path = Path.GetRelativePath(repository.Root, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, link.Attribute("Include")!.Value))).Replace('\\', '/');
            yield return new SourceFile(link.Attribute("Link")!.Value, path, repository.Read(path));
        }
    }
}
