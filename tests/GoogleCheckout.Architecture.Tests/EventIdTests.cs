using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout.Architecture;

/// <summary>
/// The event ids of the log messages. Log sinks often index them without the category, so an id means one thing in all packages: each
/// category has a hundred ids.
/// </summary>
public partial class EventIdTests
{
    private static readonly string[] Projects = ["GoogleCheckout.Sdk", "GoogleCheckout.Sdk.AspNetCore", "GoogleCheckout.Sdk.Inbox", "GoogleCheckout.Sandbox"];

    [Test]
    public void EventIds_OfAllPackages_AreUnique() =>
        Assert.That(Events().Select(entry => entry.Id), Is.Unique.And.Not.Empty);

    [Test]
    public void EventIds_OfACategory_HaveAHundredOfTheirOwn()
    {
        var categories = Events().GroupBy(entry => entry.Category).ToList();

        Assert.That(categories.Select(category => category.Select(entry => entry.Id / 100).Distinct().Count()), Is.All.EqualTo(1));
        Assert.That(categories.Select(category => category.First().Id / 100), Is.Unique);
    }

    [Test]
    public void EventIds_InTheTelemetryPage_AreThoseOfTheSources()
    {
        // A level that is chosen at run time is described in the page's words.
        var ofSources = Events().Select(entry => (entry.Category, entry.Id, entry.Level)).ToList();
        var ofPage = EventsOfThePage().Select(entry => (entry.Category, entry.Id, ofSources.Contains((entry.Category, entry.Id, "")) ? "" : entry.Level));

        Assert.That(ofPage, Is.EquivalentTo(ofSources));
    }

    [Test]
    public void EventIds_AsPublicConstants_AreThoseOfTheSources()
    {
        var constants = Projects.SelectMany(Shipped.FilesOf)
            .Where(file => file.Text.Contains("EventIds\n{", StringComparison.Ordinal))
            .SelectMany(file => PublicConstant().Matches(file.Text))
            .Select(constant => (Id: int.Parse(constant.Groups["id"].Value, CultureInfo.InvariantCulture), Level: constant.Groups["level"].Value));

        Assert.That(constants, Is.EquivalentTo(EventsOfThePage().Select(entry => (entry.Id, entry.Level))));
    }

    [Test]
    public void Names_AsPublicConstants_AreInTheTelemetryPage()
    {
        var page = File.ReadAllText(Path.Combine(SourceRepository.Current.Root, "docs", "telemetry.md"));
        var names = Projects.SelectMany(Shipped.FilesOf)
            .Where(file => file.Text.Contains("Telemetry\n{", StringComparison.Ordinal))
            .SelectMany(file => PublicName().Matches(file.Text))
            .Select(name => name.Groups["name"].Value).ToList();

        Assert.That(names, Is.Not.Empty);
        Assert.That(names.Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal)), Is.Empty);
    }

    private static IReadOnlyList<LoggedEvent> Events() =>
    [
        .. from project in Projects
           from file in Shipped.FilesOf(project)
           from Match message in LoggerMessage().Matches(file.Text)
           select new LoggedEvent(
               Category().Match(file.Text).Groups[1].Value, int.Parse(message.Groups["id"].Value, CultureInfo.InvariantCulture), message.Groups["level"].Value),
    ];

    private static IReadOnlyList<LoggedEvent> EventsOfThePage() =>
    [
        .. from section in File.ReadAllText(Path.Combine(SourceRepository.Current.Root, "docs", "telemetry.md")).Split("\n### ").Skip(1)
           let category = section.Split('\n')[0].Trim('`', '\r')
           from Match row in PageRow().Matches(section)
           select new LoggedEvent(category, int.Parse(row.Groups["id"].Value, CultureInfo.InvariantCulture), row.Groups["level"].Value),
    ];

    [GeneratedRegex(@"\[LoggerMessage\((?:EventId = )?(?<id>\d+)(?:, LogLevel\.(?<level>\w+))?")]
    private static partial Regex LoggerMessage();

    [GeneratedRegex("const string Category = \"([^\"]+)\"")]
    private static partial Regex Category();

    [GeneratedRegex(@"^\| (?<id>\d+) \| (?<level>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex PageRow();

    [GeneratedRegex(@"\((?<level>\w+)[^()]*\)\.</summary>\s+public const int \w+ = (?<id>\d+);")]
    private static partial Regex PublicConstant();

    [GeneratedRegex("public const string \\w+ = \"(?<name>[^\"]+)\";")]
    private static partial Regex PublicName();

    private sealed record LoggedEvent(string Category, int Id, string Level);
}
