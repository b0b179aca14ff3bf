using NUnit.Framework;

namespace GoogleCheckout.Documentation.Snippets;

/// <summary>The code that readers copy compiles.</summary>
public class SnippetTests
{
    [Test]
    public void Code_OfAllPages_IsThatOfTheFilesTheyName()
    {
        Violations.AssertNone(SnippetCheck.Check(Checkout.Current));
    }

    [Test]
    public void Readme_FirstTwoCommands_RunTheQuickStartAndTheTests()
    {
        var commands = Checkout.Current.Read("README.md").Split('\n')
            .Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)).Take(2);

        Assert.That(commands, Is.EqualTo(new[] { "dotnet run --project samples/QuickStart", "dotnet test" }));
    }
}
