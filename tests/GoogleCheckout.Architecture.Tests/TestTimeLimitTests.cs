using System.Globalization;
using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Architecture;

/// <summary>Each test project ends a test that hangs.</summary>
public class TestTimeLimitTests
{
    private const string Settings = "tests/test.runsettings";
    private const string Property = "RunSettingsFilePath";

    // .ci/run stops the whole run after twenty minutes, and then no test is named.
    private static readonly TimeSpan MaxLimit = TimeSpan.FromMinutes(10);

    private static readonly SourceRepository Repository = SourceRepository.Current;

    [Test]
    public void RunSettings_Limit_EndsBeforeTheWholeRunIsStopped()
    {
        var hang = XDocument.Parse(Repository.Read(Settings)).Descendants("CollectDumpOnTestSessionHang").Single();

        Assert.That(TimeSpan.FromMilliseconds(int.Parse(hang.Attribute("TestTimeout")!.Value, CultureInfo.InvariantCulture)), Is.GreaterThan(TimeSpan.Zero).And.AtMost(MaxLimit));
    }

    [Test]
    public void TestProjects_ImportedProperties_NameTheRunSettings()
    {
        var named = XDocument.Parse(Repository.Read("tests/Directory.Build.props")).Descendants(Property).Single().Value;

        Assert.That(named, Is.EqualTo("$(MSBuildThisFileDirectory)" + Path.GetFileName(Settings)));
    }

    [Test]
    public void TestProjects_OwnProperties_DoNotReplaceTheRunSettings()
    {
        var wrong = Directory.EnumerateDirectories(Repository.FullPath("tests"))
            .SelectMany(Directory.EnumerateFiles)
            .Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets")
            .Where(file => Path.GetFileName(file) == "Directory.Build.props" || File.ReadAllText(file).Contains(Property, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file));

        Assert.That(wrong, Is.Empty);
    }
}
