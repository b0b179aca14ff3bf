using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout.Conventions;

/// <summary>Where the sources of the SDK stand, and what they refer to.</summary>
public partial class SourceTests
{
    private static readonly IReadOnlyDictionary<string, string> Sources = Repository.SourcesOf("GoogleCheckout.Sdk");

    // What the compiler looks for, and extension methods where their ecosystem puts them.
    private static readonly string[] NamespacesOfOthers =
    [
        "Polyfills.cs",
        "GoogleCheckoutServiceCollectionExtensions.cs",
    ];

    [Test]
    public void Namespaces_AreThoseOfTheFolders()
    {
        var astray = Sources.Where(source => !NamespacesOfOthers.Contains(source.Key) && Namespace().Match(source.Value).Groups[1].Value != NamespaceOf(source.Key))
            .Select(source => source.Key);

        Assert.That(astray, Is.Empty);
    }

    [Test]
    public void Files_AreNamedAfterTheOnePublicTypeInThem()
    {
        var wrong = Sources.Select(source => (Path: source.Key, Types: PublicTypesIn(source.Key, source.Value)))
            .Where(file => file.Types.Any(type => type != TypeNamedBy(file.Path)))
            .Select(file => $"{file.Path}: {string.Join(", ", file.Types)}");

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Http_KnowsNeitherCartsNorOrders()
    {
        var reaching = Sources.Where(source => source.Key.StartsWith("Http/", StringComparison.Ordinal) && OfTheShop().IsMatch(source.Value)).Select(source => source.Key);

        Assert.That(reaching, Is.Empty);
    }

    [Test]
    public void TargetsDiffer_InTheTwoFilesForThatOnly()
    {
        var differing = Sources.Where(source => Conditional().IsMatch(source.Value)).Select(source => source.Key);

        Assert.That(differing, Is.SubsetOf(new[] { "Polyfills.cs", "CheckoutHttpHandler.cs" }));
    }

    [Test]
    public void Sources_ReadNoClockOfTheMachine()
    {
        var looking = Sources.Where(source => MachineClock().IsMatch(source.Value)).Select(source => source.Key);

        Assert.That(looking, Is.Empty, "time comes from the TimeProvider of the options");
    }

    [Test]
    public void Sources_HaveNoRegions()
    {
        Assert.That(Sources.Where(source => source.Value.Contains("#region", StringComparison.Ordinal)).Select(source => source.Key), Is.Empty);
    }

    // Other parts of a partial type may stand elsewhere, where the target frameworks differ.
    private static List<string> PublicTypesIn(string path, string source) =>
        [.. PublicType().Matches(source)
            .Where(match => !match.Groups["partial"].Success || TypeNamedBy(path) == match.Groups["name"].Value || !Sources.Keys.Any(other => TypeNamedBy(other) == match.Groups["name"].Value))
            .Select(match => match.Groups["name"].Value)];

    private static string TypeNamedBy(string path) => Path.GetFileName(path).Split('.')[0];

    private static string NamespaceOf(string path) => string.Join('.', path.Split('/')[..^1].Prepend("GoogleCheckout"));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|(?<partial>partial)) )*(?:class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex("^#if ", RegexOptions.Multiline)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"\b(?:Carts|Orders|Calculations)\b\s*[.;]")]
    private static partial Regex OfTheShop();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b")]
    private static partial Regex MachineClock();
}
