using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Documentation.Security;

/// <summary>The security page names each dependency, and tests that exist.</summary>
public partial class SecurityPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Current.Root, "docs/security.md"));

    [Test]
    public void Dependencies_OfTheRepository_AreListedWithTheirLicense()
    {
        var listed = TableCells().SelectMany(cell => cell.Split(',', StringSplitOptions.TrimEntries)).Select(name => name.Split(' ')[0]).ToHashSet();
        var pinned = XDocument.Load(Path.Combine(Checkout.Current.Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(package => (string)package.Attribute("Include")!);

        Assert.That(pinned.Where(package => !listed.Contains(package)), Is.Empty, "Add the package and its license to docs/security.md.");
    }

    [Test]
    public void Tests_NamedByThePage_Exist()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Checkout.Current.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var named = TestName().Matches(Page).Select(match => match.Groups[1].Value).ToList();

        Assert.That(named, Is.Not.Empty);
        Assert.That(named.Where(test => !sources.Contains(test)), Is.Empty);
    }

    private static IEnumerable<string> TableCells() => Page.Split('\n').Where(line => line.StartsWith('|')).SelectMany(line => line.Split('|', StringSplitOptions.TrimEntries));

    [GeneratedRegex("`([A-Za-z]+Tests)`")]
    private static partial Regex TestName();
}
