using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout.Architecture;

/// <summary>What the text of each source file keeps to.</summary>
public partial class SourceTests
{
    private const int MaxSourceLines = 300;
    private const int MaxTestLines = 400;

    private static readonly SourceRepository Repository = SourceRepository.Current;

    private static readonly string[] FoldersOfRecords = ["Calculations", "Carts", "Notifications", "Orders", "Reports"];

    // What the compiler looks for, and extension methods in the namespaces of the frameworks that they extend.
    private static readonly string[] NamespacesOfOthers = ["Polyfills", "ServiceCollectionExtensions", "EndpointRouteBuilderExtensions"];

    private static readonly string[] FilesThatDependOnTheTarget =
    [
        "CertificateFile.cs",
        "CheckoutHttpHandler.cs",
        "CheckoutOptions.Platform.cs",
        "Money.Spans.cs",
        "PlainReader.Specials.cs",
        "Polyfills.cs",
        "ServerTrust.cs",
    ];

    // What a user writes after "using".
    private static readonly Dictionary<string, string[]> PublicNamespaces = new()
    {
        ["GoogleCheckout.Sdk"] =
        [
            "GoogleCheckout",
            "GoogleCheckout.Archives",
            "GoogleCheckout.Calculations",
            "GoogleCheckout.Callbacks",
            "GoogleCheckout.Carts",
            "GoogleCheckout.Notifications",
            "GoogleCheckout.Orders",
            "GoogleCheckout.Reports",
        ],
        ["GoogleCheckout.Sdk.AspNetCore"] = ["GoogleCheckout.AspNetCore"],
        ["GoogleCheckout.Sdk.Inbox"] = ["GoogleCheckout.Inbox", "GoogleCheckout.Inbox.Polling", "GoogleCheckout.Outbox"],
        ["GoogleCheckout.Sandbox"] = ["GoogleCheckout.Sandbox"],
        ["GoogleCheckout.Cli"] = ["GoogleCheckout.Cli"],
    };

    [TestCaseSource(typeof(Shipped), nameof(Shipped.Names))]
    public void Namespaces_OfPublicTypes_AreThePublicOnes(string project)
    {
        var wrong = FilesWithOwnNamespace(project)
            .Where(file => file.PublicTypes.Count > 0 && !PublicNamespaces[project].Contains(file.Namespace));

        AssertNone(wrong);
    }

    [TestCaseSource(typeof(Shipped), nameof(Shipped.Names))]
    public void Namespaces_OfInternalTypes_AreThoseOfTheFolderOrItsPublicTypes(string project)
    {
        var root = PublicNamespaces[project][0];
        var files = FilesWithOwnNamespace(project).ToList();
        var wrong = files.Where(file => file.PublicTypes.Count == 0 && !NamespacesOf(file, root)
            .Concat(files.Where(other => other.Folder == file.Folder && other.PublicTypes.Count > 0).Select(other => other.Namespace))
            .Contains(file.Namespace));

        AssertNone(wrong);
    }

    [TestCaseSource(typeof(Shipped), nameof(Shipped.Names))]
    public void Files_AreNamedAfterTheOnePublicTypeInThem(string project)
    {
        var files = Shipped.FilesOf(project);

        // Another part of a type may be in another file, where the target frameworks differ.
        var wrong = files.Where(file => file.PublicTypes
            .Any(type => type.Name != file.Name && !(type.IsPartial && files.Any(other => other.Name == type.Name))));

        AssertNone(wrong);
    }

    [TestCaseSource(typeof(Shipped), nameof(Shipped.Names))]
    public void Sources_HaveNoRegions(string project)
    {
        AssertNone(Shipped.FilesOf(project).Where(file => file.Text.Contains("#region", StringComparison.Ordinal)));
    }

    [TestCaseSource(typeof(Shipped), nameof(Shipped.Names))]
    public void Sources_DoNotReadTheSystemClock(string project)
    {
        AssertNone(Shipped.FilesOf(project).Where(file => SystemClock().IsMatch(file.Text)));
    }

    [Test]
    public void Records_DoNotUseXmlOrHttp()
    {
        // Private data is the XML of the merchant's choice.
        var wrong = Shipped.FilesOf("GoogleCheckout.Sdk")
            .Where(file => file.Name != "PrivateData")
            .Where(file => FoldersOfRecords.Contains(file.Folder.Split('/')[0]) && RecordDeclaration().IsMatch(file.Text))
            .Where(file => UsingOfXmlOrHttp().IsMatch(file.Text));

        AssertNone(wrong);
    }

    [TestCaseSource(typeof(Shipped), nameof(Shipped.Names))]
    public void Targets_DifferInTheListedFilesOnly(string project)
    {
        var conditional = Shipped.FilesOf(project).Where(file => Conditional().IsMatch(file.Text)).Select(file => Path.GetFileName(file.Path));

        Assert.That(conditional, Is.SubsetOf(FilesThatDependOnTheTarget));
    }

    [TestCase("src", MaxSourceLines)]
    [TestCase("samples", MaxSourceLines)]
    [TestCase("tests", MaxTestLines)]
    public void Files_BelowAFolder_HaveAtMostSoManyLines(string folder, int lines)
    {
        var tooLong = Repository.SourcesBelow(folder)
            .Select(path => (Path: path, Lines: Repository.Read(path).AsSpan().Count('\n')))
            .Where(file => file.Lines > lines)
            .Select(file => $"{file.Path}: {file.Lines} lines");

        Assert.That(tooLong, Is.Empty);
    }

    // A file that is compiled into several projects has the namespace of its own one.
    private static IEnumerable<SourceFile> FilesWithOwnNamespace(string project) => Shipped.FilesOf(project)
        .Where(file => file.RepositoryPath.StartsWith($"src/{project}/", StringComparison.Ordinal))
        .Where(file => file.Name != "Program" && !NamespacesOfOthers.Any(ending => file.Name.EndsWith(ending, StringComparison.Ordinal)));

    // The namespace of the folder and those of the folders above it.
    private static IEnumerable<string> NamespacesOf(SourceFile file, string root)
    {
        var names = file.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 0 ? [root] : Enumerable.Range(1, names.Length).Select(count => $"{root}.{string.Join('.', names.Take(count))}");
    }

    private static void AssertNone(IEnumerable<SourceFile> files) => Assert.That(files.Select(file => file.RepositoryPath), Is.Empty);

    [GeneratedRegex("^#if ", RegexOptions.Multiline)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"^(?:public|internal) (?:\w+ )*record ", RegexOptions.Multiline)]
    private static partial Regex RecordDeclaration();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b")]
    private static partial Regex SystemClock();

    [GeneratedRegex(@"^using (?:GoogleCheckout\.(?:Xml|Http)|System\.Net|System\.Xml)\b", RegexOptions.Multiline)]
    private static partial Regex UsingOfXmlOrHttp();
}
