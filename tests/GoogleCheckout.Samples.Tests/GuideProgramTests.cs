using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace GoogleCheckout.Samples;

/// <summary>The programs at the beginning of the guides that end by themselves, compiled and run as they stand.</summary>
[NonParallelizable]
public class GuideProgramTests
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "programs");

    private static IEnumerable<string> Programs => Directory.EnumerateFiles(Folder, "*.cs")
        .Where(file => !File.ReadAllText(file).Contains("NUnit.Framework", StringComparison.Ordinal))
        .Where(file => !File.ReadAllText(file).Contains("builder.", StringComparison.Ordinal))
        .Where(file => !File.ReadAllText(file).Contains("args", StringComparison.Ordinal))
        .Select(file => Path.GetFileName(file))
        .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Programs))]
    public void Program_OfAGuide_RunsAndPrints(string program)
    {
        var main = Compile(Path.Combine(Folder, program)).EntryPoint!;
        var printed = new StringWriter();
        var console = Console.Out;
        Console.SetOut(printed);
        try
        {
            main.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.That(printed.ToString(), Is.Not.Empty.And.Not.Contain("Unhandled"));
    }

    private static Assembly Compile(string file)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(assembly => MetadataReference.CreateFromFile(assembly));
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(file),
            new[] { File.ReadAllText(file), ImplicitUsings }.Select(code => CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview))),
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);

        Assert.That(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        return Assembly.Load(assembly.ToArray());
    }
}
