using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout.Conventions;

/// <summary>Where the sources stand, and what they refer to.</summary>
public partial class SourceTests
{
    private static readonly string[] FoldersOfRecords = ["Calculations", "Carts", "Notifications", "Orders", "Reports"];

    // What the compiler looks for, and extension methods where their ecosystem puts them.
    private static readonly string[] NamespacesOfOthers = ["Polyfills", "ServiceCollectionExtensions", "EndpointRouteBuilderExtensions"];

    [TestCase("GoogleCheckout.Sdk", "GoogleCheckout")]
    [TestCase("GoogleCheckout.Sdk.AspNetCore", "GoogleCheckout.AspNetCore")]
    [TestCase("GoogleCheckout.Sdk.Inbox", "GoogleCheckout.Inbox")]
    [TestCase("GoogleCheckout.Sandbox", "GoogleCheckout.Sandbox")]
    public void Namespaces_AreThoseOfTheFolders(string project, string root)
    {
        var astray = SourceFile.Of(project)
            .Where(file => !NamespacesOfOthers.Any(ending => file.Name.EndsWith(ending, StringComparison.Ordinal)) && file.Path != "Program.cs")
            .Where(file => file.Namespace != (file.Folder.Length == 0 ? root : $"{root}.{file.Folder.Replace('/', '.')}"));

        AssertNone(astray);
    }

    [TestCase("GoogleCheckout.Sdk")]
    [TestCase("GoogleCheckout.Sdk.AspNetCore")]
    [TestCase("GoogleCheckout.Sdk.Inbox")]
    [TestCase("GoogleCheckout.Sandbox")]
    public void Files_AreNamedAfterTheOnePublicTypeInThem(string project)
    {
        var files = SourceFile.Of(project);

        // A part of a type may stand in another file, where the target frameworks differ.
        var wrong = files.Where(file => file.PublicTypes
            .Any(type => type.Name != file.Name && !(type.IsPart && files.Any(other => other.Name == type.Name))));

        AssertNone(wrong);
    }

    [TestCase("GoogleCheckout.Sdk")]
    [TestCase("GoogleCheckout.Sdk.AspNetCore")]
    [TestCase("GoogleCheckout.Sdk.Inbox")]
    [TestCase("GoogleCheckout.Sandbox")]
    public void Sources_HaveNoRegions(string project)
    {
        AssertNone(SourceFile.Of(project).Where(file => file.Text.Contains("#region", StringComparison.Ordinal)));
    }

    [TestCase("GoogleCheckout.Sdk")]
    [TestCase("GoogleCheckout.Sdk.AspNetCore")]
    [TestCase("GoogleCheckout.Sdk.Inbox")]
    [TestCase("GoogleCheckout.Sandbox")]
    public void Sources_ReadNoClockOfTheMachine(string project)
    {
        AssertNone(SourceFile.Of(project).Where(file => MachineClock().IsMatch(file.Text)));
    }

    [Test]
    public void Http_KnowsNeitherCartsNorOrders()
    {
        AssertNone(SourceFile.Of("GoogleCheckout.Sdk").Where(file => file.Folder == "Http" && OfTheShop().IsMatch(file.Text)));
    }

    [Test]
    public void Records_KnowNeitherXmlNorHttp()
    {
        var reaching = SourceFile.Of("GoogleCheckout.Sdk")
            .Where(file => FoldersOfRecords.Contains(file.Folder) && file.Text.Contains(" record ", StringComparison.Ordinal))
            .Where(file => OfTheWire().IsMatch(file.Text));

        AssertNone(reaching);
    }

    [Test]
    public void TargetsDiffer_InTheFilesForThatOnly()
    {
        var differing = SourceFile.Of("GoogleCheckout.Sdk").Where(file => Conditional().IsMatch(file.Text));

        Assert.That(differing.Select(file => file.Name), Is.SubsetOf(new[] { "Polyfills", nameof(CheckoutHttpHandler), nameof(Money) }));
    }

    private static void AssertNone(IEnumerable<SourceFile> files) => Assert.That(files.Select(file => file.Path), Is.Empty);

    [GeneratedRegex("^#if ", RegexOptions.Multiline)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b")]
    private static partial Regex MachineClock();

    [GeneratedRegex(@"\b(?:Carts|Orders|Calculations)\s*[.;]")]
    private static partial Regex OfTheShop();

    [GeneratedRegex(@"^using (?:GoogleCheckout\.(?:Xml|Http)|System\.Net|System\.Xml)\b", RegexOptions.Multiline)]
    private static partial Regex OfTheWire();
}
