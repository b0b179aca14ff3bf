using GoogleCheckout.Documentation.Sources;
using NUnit.Framework;

namespace GoogleCheckout.Documentation.Members;

/// <summary>What users see has documentation that says all they need.</summary>
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
        Assert.That(CompiledSources.Project(name).Errors(), Is.Empty, "what does not compile is not checked");
    }

    private static IEnumerable<string> Projects() => CompiledSources.Projects.Select(project => project.Name);
}
