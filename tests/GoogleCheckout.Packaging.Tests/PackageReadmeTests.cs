using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout.Packaging;

/// <summary>What a reader of a package's page sees, who does not have the repository.</summary>
public partial class PackageReadmeTests
{
    private static readonly string Base = $"{TestWorkspace.Remote}/blob/{TestWorkspace.Commit}/";

    private static IEnumerable<string> Packages => Directory.EnumerateFiles(TestWorkspace.Packages, "*.nupkg")
        .Select(file => Path.GetFileName(file)[..^$".{TestWorkspace.Version}.nupkg".Length])
        .Order(StringComparer.Ordinal);

    [Test]
    public void Links_OfAllReadmes_LeadToRepositoryOrWithinPage()
    {
        var others = Packages.SelectMany(id => Link().Matches(Readme(id)).Select(link => (Package: id, Target: link.Groups["target"].Value)))
            .Where(link => !link.Target.StartsWith("https://", StringComparison.Ordinal) && !link.Target.StartsWith('#'));

        Assert.That(others, Is.Empty);
        Assert.That(Packages, Is.Not.Empty);
    }

    [Test]
    public void Links_ToRepository_LeadToItsFiles()
    {
        var missing = Packages.SelectMany(id => Link().Matches(Readme(id)).Select(link => link.Groups["target"].Value))
            .Where(target => target.StartsWith(Base, StringComparison.Ordinal))
            .Select(target => target[Base.Length..].Split('#')[0])
            .Where(path => !Path.Exists(Path.Combine(TestWorkspace.Sources, path)));

        Assert.That(missing, Is.Empty);
    }

    [TestCase("GoogleCheckout.Sdk", "README.md", "docs/carts.md")]
    [TestCase("GoogleCheckout.Sandbox", "src/GoogleCheckout.Sandbox/README.md", "docs/testing.md")]
    public void Readme_OfPackage_IsThatOfRepositoryButForLinksAndComments(string id, string source, string linked)
    {
        var ours = File.ReadAllText(Path.Combine(TestWorkspace.Sources, source));
        var packed = Readme(id);

        Assert.Multiple(() =>
        {
            Assert.That(packed, Does.Contain($"({Base}{linked})"));
            Assert.That(packed, Does.Not.Contain("<!--"));
            Assert.That(WithoutTargets(packed), Is.EqualTo(WithoutTargets(Comment().Replace(ours, string.Empty))));
            Assert.That(packed, Does.StartWith($"# {id}\n").And.Contain("not affiliated with Google"));
        });
    }

    private static string Readme(string id) => Encoding.UTF8.GetString(SdkPackage.File("nupkg", "README.md", id));

    private static string WithoutTargets(string text) => Link().Replace(text, "]()");

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("<!-- snippet: .* -->\n")]
    private static partial Regex Comment();
}
