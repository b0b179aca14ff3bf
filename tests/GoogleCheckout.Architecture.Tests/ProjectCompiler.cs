using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GoogleCheckout.Architecture;

/// <summary>
/// Compiles projects from their sources, for net10.0, against the assemblies that this process runs on. Code that is only for
/// .NET Standard is left out; SourceTests lists the files that have such code.
/// </summary>
internal sealed class ProjectCompiler(IReadOnlyList<SourceProject> projects)
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Parsing = new(
        LanguageVersion.Preview,
        DocumentationMode.None,
        preprocessorSymbols: ["NET", "NET10_0", .. Enumerable.Range(5, 6).Select(version => $"NET{version}_0_OR_GREATER")]);

    private static readonly MetadataReference[] Assemblies =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("GoogleCheckout.", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private static readonly ISourceGenerator[] Generators =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "generators"), "*.dll")
            .SelectMany(file => new AnalyzerFileReference(file, new AssemblyLoader()).GetGenerators(LanguageNames.CSharp)),
    ];

    private readonly Dictionary<string, CompiledProject> _compiled = [];

    public CompiledProject Compile(SourceProject project)
    {
        if (!_compiled.TryGetValue(project.Name, out var compiled))
        {
            compiled = Create(project);
            _compiled[project.Name] = compiled;
        }

        return compiled;
    }

    private CompiledProject Create(SourceProject project)
    {
        var trees = project.Files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Parsing, file.RepositoryPath))
            .Prepend(CSharpSyntaxTree.ParseText(ImplicitUsings, Parsing, string.Empty))
            .Append(CSharpSyntaxTree.ParseText(project.Templates, Parsing, string.Empty));
        var references = project.References
            .Select(name => Compile(projects.Single(other => other.Name == name)).Compilation.ToMetadataReference());
        var options = new CSharpCompilationOptions(
            project.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable);
        var bare = CSharpCompilation.Create(project.Name, trees, [.. Assemblies, .. references], options);
        CSharpGeneratorDriver.Create(Generators, parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(bare, out var compilation, out var diagnostics);
        var errors = diagnostics.Concat(compilation.GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.ToString());
        return new CompiledProject(compilation, [.. errors]);
    }

    private sealed class AssemblyLoader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
