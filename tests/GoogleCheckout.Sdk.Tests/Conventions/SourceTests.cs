using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout.Conventions;

/// <summary>Where the sources of the SDK stand, and what they refer to.</summary>
public partial class SourceTests
{
    private static readonly IReadOnlyDictionary<string, string> Sources = Repository.SourcesOf("GoogleCheckout.Sdk");

    private static readonly string[] NamespacesOfOthers =
    [
        "Polyfills.cs",
        "ServiceCollectionExtensions.cs",
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
        var wrong = Sources.Select(source => (Path: source.Key, Types: PublicType().Matches(source.Value).Select(match => match.Groups[1].Value).Distinct().ToList()))
            .Where(file => file.Types.Count > 1 || (file.Types.Count == 1 && file.Types[0] != Path.GetFileName(file.Path).Split('.')[0]))
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
        Assert.That(Sources.Where(source => source.Value.Contains("\n#if", StringComparison.Ordinal) || source.Value.StartsWith("#if", StringComparison.Ordinal)).Select(source => source.Key), Is.SubsetOf(new[] { "Polyfills.cs", "CheckoutHttpHandler.cs" }));
    }

    [Test]
    public void Sources_ReadNoClockOfTheMachine()
    {
        Assert.That(Sources.Where(source => MachineClock().IsMatch(source.Value)).Select(source => source.Key), Is.Empty, "time comes from the TimeProvider of the options");
    }

    [Test]
    public void Sources_HaveNoRegions()
    {
        Assert.That(Sources.Where(source => source.Value.Contains("#region", StringComparison.Ordinal)).Select(source => source.Key), Is.Empty);
    }

    private static string NamespaceOf(string path) => string.Join('.', path.Split('/')[..^1].Prepend("GoogleCheckout"));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|partial) )*(?:class|record struct|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(?:Carts|Orders|Calculations)\b\s*[.;]")]
    private static partial Regex OfTheShop();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b")]
    private static partial Regex MachineClock();
}
