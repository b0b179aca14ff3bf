using System.Text.RegularExpressions;

namespace GoogleCheckout.Architecture;

/// <summary>The classes that Razor's compiler creates from the templates of a project, without their content: enough to compile the sources that use them.</summary>
internal static partial class TemplateDeclarations
{
    /// <summary>Returns the declarations as source code; empty if the project has no templates.</summary>
    /// <param name="project">The folder of the project.</param>
    public static string Create(string project)
    {
        var templates = Directory.EnumerateFiles(project, "*.cshtml", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(project, file).Split('/', '\\').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.ChangeExtension(Path.GetRelativePath(project, file), null).Replace('/', '_').Replace('\\', '_'), Text: File.ReadAllText(file)))
            .ToList();
        var usings = templates.SelectMany(template => UsingLine().Matches(template.Text)).Select(match => match.Groups[1].Value).Where(name => name != "AspNetCoreGeneratedDocument").Distinct();
        var classes = templates.Select(template => (template.Name, Base: InheritsLine().Match(template.Text).Groups[1].Value)).Where(template => template.Base.Length > 0)
            .Select(template => $"internal sealed class {template.Name} : {template.Base} {{ public override Task ExecuteAsync() => Task.CompletedTask; }}");
        return templates.Count == 0 ? string.Empty : $"{string.Concat(usings.Select(name => $"using {name};\n"))}namespace AspNetCoreGeneratedDocument\n{{\n{string.Join('\n', classes)}\n}}\n";
    }

    [GeneratedRegex(@"^@using ([\w.]+)\r?$", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"^@inherits (.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex InheritsLine();
}
