using System.Xml.Linq;
using GoogleCheckout.Inbox;
using NUnit.Framework;

namespace GoogleCheckout.Endurance;

/// <summary>The shorter runs of <c>eng/endurance</c>: a few minutes of a faster clock, in which the key and the certificates change three times.</summary>
[Platform("Linux", Reason = "The host counts its handles in /proc.")]
public class EnduranceTests
{
    [TestCase("postgresql", DatabaseKind.PostgreSql)]
    [TestCase("sqlite", DatabaseKind.Sqlite)]
    public async Task Host_FewMinutesOfTheClock_HoldsNoMoreAtTheEnd(string database, DatabaseKind kind)
    {
        TestDatabase.RequireServer(kind);
        var folder = Directory.CreateTempSubdirectory("endurance-test-").FullName;
        var svg = Path.Combine(folder, "endurance.svg");

        var (code, output) = await RunAsync("--database", database, "--minutes", "4", "--speed", "10", "--svg", svg);

        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Match(@"rotations\s+3 ").And.Contain("Nothing grows: yes"));
        Assert.That(XDocument.Load(svg).Descendants().Count(element => element.Name.LocalName == "polyline"), Is.EqualTo(4));
        Directory.Delete(folder, recursive: true);
        TestContext.Out.WriteLine(output);
    }

    [TestCase("--minutes", "0", "--minutes and --speed must be 1 or more.")]
    [TestCase("--database", "oracle", "--database oracle is no option.")]
    public async Task Option_Invalid_EndsWithTwoAndTheUsage(string name, string value, string error)
    {
        var (code, output) = await RunAsync(name, value);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.StartWith(error).And.Contain("endurance [--minutes N]"));
    }

    private static Task<(int Code, string Output)> RunAsync(params string[] arguments) => ScriptProcess.RunAsync("GoogleCheckout.Sdk.Inbox.Endurance.dll", arguments);
}
