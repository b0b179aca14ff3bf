using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using GoogleCheckout.Architecture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GoogleCheckout.Documentation.Sources;

/// <summary>A project in src/, compiled in memory without its source generators.</summary>
internal sealed class SourceProject
{
    private const string PartialMethod = "CS8795";
    private const string PartialProperty = "CS9248";
    private const string JsonContext = "JsonSerializerContext";

    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private const string WebUsings =
        "global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http; "
        + "global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; "
        + "global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;";

    // The newest features are a preview to the compiler these tests use.
    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Preview,
        DocumentationMode.Parse,
        preprocessorSymbols: ["NET", "NETCOREAPP", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0", "NET10_0_OR_GREATER"]);

    private static readonly IReadOnlyList<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("GoogleCheckout.", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = [];

    private SourceProject(Checkout checkout, string name, CSharpCompilation compilation)
    {
        Checkout = checkout;
        Name = name;
        Compilation = compilation;
    }

    public Checkout Checkout { get; }

    public string Name { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>Returns the semantic model of a file; each is created once, since that takes time.</summary>
    public SemanticModel ModelOf(SyntaxNode node) => _models.GetOrAdd(node.SyntaxTree, tree => Compilation.GetSemanticModel(tree));

    /// <summary>Compiles the projects of src/, each after those that it refers to.</summary>
    public static IReadOnlyList<SourceProject> All(Checkout checkout)
    {
        var compiled = new Dictionary<string, SourceProject>();
        var files = checkout.Files("src", "*.csproj").ToDictionary(file => Path.GetFileNameWithoutExtension(file));
        foreach (var name in files.Keys)
        {
            Compile(name);
        }

        return [.. compiled.Values];

        SourceProject Compile(string name)
        {
            if (!compiled.TryGetValue(name, out var project))
            {
                var references = XDocument.Parse(checkout.Read(files[name])).Descendants("ProjectReference")
                    .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
                    .Select(reference => Compile(reference).Compilation.ToMetadataReference())
                    .ToList();
                compiled[name] = project = new SourceProject(checkout, name, CreateCompilation(name, Sources(files[name]), references));
            }

            return project;
        }

        IEnumerable<(string File, string Code)> Sources(string project) =>
            checkout.Files(Path.GetDirectoryName(project)!, "*.cs").Concat(Links(project)).Select(file => (file, checkout.Read(file)))
                .Append(("Templates.cs", TemplateDeclarations.Create(Path.Combine(checkout.Root, Path.GetDirectoryName(project)!))));

        IEnumerable<string> Links(string project) => XDocument.Parse(checkout.Read(project)).Descendants("Compile")
            .Where(item => item.Attribute("Link") is not null)
            .Select(item => item.Attribute("Include")!.Value.Replace("../", "src/", StringComparison.Ordinal));
    }

    /// <summary>Compiles files that exist only in a test.</summary>
    public static SourceProject FromText(params IEnumerable<(string File, string Code)> files) =>
        new(Checkout.Current, "Test", CreateCompilation("Test", files, []));

    /// <summary>Compiles a program of one file, with the usings that its kind of project has: a console program, a web site or a library of tests.</summary>
    public static SourceProject FromProgram(string file, IEnumerable<SourceProject> references)
    {
        var code = Checkout.Current.Read(file);
        var usings = code.Contains("WebApplication", StringComparison.Ordinal) ? WebUsings : string.Empty;
        var compilation = CreateCompilation("Program", [(file, code), ("WebUsings.cs", usings)], references.Select(project => project.Compilation.ToMetadataReference()));
        var kind = code.Contains("NUnit.Framework", StringComparison.Ordinal) ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication;
        return new(Checkout.Current, "Program", compilation.WithOptions(compilation.Options.WithOutputKind(kind)));
    }

    /// <summary>Finds the errors of the sources that are not explained by the missing source generators.</summary>
    /// <returns>The errors; empty if the sources compile.</returns>
    public IEnumerable<string> Errors() => Compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id is not (PartialMethod or PartialProperty))
        .Where(diagnostic => !GeneratedTypes().Any(type => diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains(type, StringComparison.Ordinal)))
        .Select(diagnostic => diagnostic.ToString());

    private IEnumerable<string> GeneratedTypes() => Compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type)
        .OfType<INamedTypeSymbol>()
        .Where(type => type.BaseType?.Name == JsonContext)
        .Select(type => type.Name)
        .Append(JsonContext);

    private static CSharpCompilation CreateCompilation(string name, IEnumerable<(string File, string Code)> files, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        name,
        files.Append(("ImplicitUsings.cs", ImplicitUsings)).Select(file => CSharpSyntaxTree.ParseText(file.Item2, ParseOptions, file.Item1)),
        Framework.Concat(references),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
}
