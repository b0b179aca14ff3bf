using NUnit.Framework;

namespace GoogleCheckout;

/// <summary>What the README promises. Its code is compared by <see cref="DocsTests"/>.</summary>
public class ReadmeTests
{
    [Test]
    public void FirstTwoCommands_AreThePromise()
    {
        var commands = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"))
            .Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)).Take(2);

        Assert.That(commands, Is.EqualTo(new[] { "dotnet run --project samples/QuickStart", "dotnet test" }));
    }
}
