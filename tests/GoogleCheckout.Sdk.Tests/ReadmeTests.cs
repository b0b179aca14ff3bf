using NUnit.Framework;

namespace GoogleCheckout;

/// <summary>The README says what compiles and works.</summary>
public class ReadmeTests
{
    [TestCase("register")]
    [TestCase("charge")]
    [TestCase("read")]
    public void Snippet_StandsInTheReadme(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests/GoogleCheckout.Sdk.Tests/ReadmeSnippets.cs"))
            .SkipWhile(line => line.Trim() != $"// <{name}>").Skip(1)
            .TakeWhile(line => line.Trim() != $"// </{name}>")
            .Select(line => line.Length >= 8 ? line[8..] : line);

        Assert.That(Readme(), Does.Contain(string.Join('\n', lines)));
    }

    [Test]
    public void FirstTwoCommands_AreThePromise()
    {
        var commands = Readme().Split('\n').Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)).Take(2);

        Assert.That(commands, Is.EqualTo(new[] { "dotnet run --project samples/QuickStart", "dotnet test" }));
    }

    private static string Readme() => File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
}
