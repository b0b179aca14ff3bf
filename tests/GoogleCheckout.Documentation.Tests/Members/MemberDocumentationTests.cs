using GoogleCheckout.Documentation.Sources;
using NUnit.Framework;

namespace GoogleCheckout.Documentation.Members;

/// <summary>Public members are documented.</summary>
public class MemberDocumentationTests
{
    [TestCaseSource(nameof(Projects))]
    public void PublicMembers_OfAProject_AreDocumented(string name)
    {
        var violations = MemberDocumentation.Check(CompiledSources.Project(name));

        Violations.AssertNone(violations);
    }

    [TestCaseSource(nameof(Projects))]
    public void Sources_OfAProject_CompileWithoutTheirBuild(string name)
    {
        Assert.That(CompiledSources.Project(name).Errors(), Is.Empty, "sources with errors are not checked reliably");
    }

    private static IEnumerable<string> Projects() => CompiledSources.Projects.Select(project => project.Name);
}
