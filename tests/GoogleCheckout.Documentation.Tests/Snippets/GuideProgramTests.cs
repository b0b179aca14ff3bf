using GoogleCheckout.Documentation.Sources;
using NUnit.Framework;

namespace GoogleCheckout.Documentation.Snippets;

/// <summary>The programs at the beginning of the guides, each as complete as a reader copies it into a new project.</summary>
public class GuideProgramTests
{
    private const string Folder = "docs/programs";

    private static readonly string[] Packages = ["GoogleCheckout.Sdk", "GoogleCheckout.Sdk.AspNetCore", "GoogleCheckout.Sdk.Inbox", "GoogleCheckout.Sandbox"];

    private static IEnumerable<string> Programs => Checkout.Current.Files(Folder, "*.cs");

    [TestCaseSource(nameof(Programs))]
    public void Program_OfAGuide_CompilesByItself(string file)
    {
        Assert.That(SourceProject.FromProgram(file, Packages.Select(CompiledSources.Project)).Errors(), Is.Empty);
    }

    [TestCaseSource(nameof(Programs))]
    public void Program_OfAGuide_IsShownInAPage(string file)
    {
        Assert.That(Checkout.Current.Files("docs", "*.md").Any(page => Checkout.Current.Read(page).Contains($"<!-- snippet: {file}#program -->", StringComparison.Ordinal)), Is.True);
    }
}
