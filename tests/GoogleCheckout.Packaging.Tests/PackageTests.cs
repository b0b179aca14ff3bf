using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Packaging;

/// <summary>What a merchant's developer gets when installing the package.</summary>
public class PackageTests
{
    private static readonly string[] Frameworks = ["net10.0", "netstandard2.0"];

    [Test]
    public void Package_Files_AreBothAssembliesDocumentationReadmeAndIcon()
    {
        Assert.That(SdkPackage.Files("nupkg"), Is.EqualTo(new[]
        {
            "GoogleCheckout.Sdk.nuspec",
            "README.md",
            "icon.png",
            "lib/net10.0/GoogleCheckout.Sdk.dll",
            "lib/net10.0/GoogleCheckout.Sdk.xml",
            "lib/netstandard2.0/GoogleCheckout.Sdk.dll",
            "lib/netstandard2.0/GoogleCheckout.Sdk.xml",
        }));
    }

    [Test]
    public void SymbolPackage_Files_ArePortableSymbolsOfBothAssemblies()
    {
        Assert.That(SdkPackage.Files("snupkg"), Is.EqualTo(new[]
        {
            "GoogleCheckout.Sdk.nuspec",
            "lib/net10.0/GoogleCheckout.Sdk.pdb",
            "lib/netstandard2.0/GoogleCheckout.Sdk.pdb",
        }));
    }

    [Test]
    public void Package_Metadata_IsComplete()
    {
        var metadata = SdkPackage.Metadata();

        Assert.Multiple(() =>
        {
            Assert.That(metadata.Element("id")!.Value, Is.EqualTo("GoogleCheckout.Sdk"));
            Assert.That(metadata.Element("license")!.Attribute("type")!.Value, Is.EqualTo("expression"));
            Assert.That(metadata.Element("license")!.Value, Is.EqualTo("Apache-2.0"));
            Assert.That(metadata.Element("readme")!.Value, Is.EqualTo("README.md"));
            Assert.That(metadata.Element("description")!.Value, Does.Contain("Not affiliated with Google"));
            Assert.That(metadata.Element("repository")!.Attribute("url")!.Value, Does.StartWith(TestWorkspace.Remote));
            Assert.That(metadata.Element("repository")!.Attribute("commit")!.Value, Is.EqualTo(TestWorkspace.Commit));
        });
    }

    [TestCase("net10.0")]
    [TestCase("netstandard2.0", "Microsoft.Bcl.TimeProvider", "System.Text.Encoding.CodePages")]
    public void Package_Dependencies_AreOnlyMicrosoftExtensions(string framework, params string[] besides)
    {
        var group = SdkPackage.Metadata().Element("dependencies")!.Elements("group")
            .Single(candidate => ShortName(candidate.Attribute("targetFramework")!.Value) == framework);
        var others = group.Elements("dependency").Select(dependency => dependency.Attribute("id")!.Value)
            .Where(id => !id.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));

        Assert.That(others, Is.EqualTo(besides));
    }

    [TestCaseSource(nameof(Frameworks))]
    public void Assembly_OfPackage_IsStrongNamed(string framework)
    {
        using var assembly = SdkPackage.Assembly(framework);
        var name = assembly.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName();

        Assert.Multiple(() =>
        {
            Assert.That(assembly.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned), Is.True);
            Assert.That(Convert.ToHexString(name.GetPublicKeyToken()!), Is.EqualTo("E6736B04E79BB669"), "another key makes it another assembly to all who reference it");
        });
    }

    [TestCaseSource(nameof(Frameworks))]
    public void Documentation_OfPublicMembers_IsComplete(string framework)
    {
        var documentation = XElement.Load(new MemoryStream(SdkPackage.File("nupkg", $"lib/{framework}/GoogleCheckout.Sdk.xml")));

        Assert.That(
            documentation.Descendants("member").Select(member => member.Attribute("name")!.Value),
            Does.Contain("T:GoogleCheckout.CheckoutXml").And.Contain("P:GoogleCheckout.Money.Currency"));
    }

    [TestCaseSource(nameof(Frameworks))]
    public void Symbols_OfPackage_LinkToSourcesOfCommit(string framework)
    {
        using var symbols = SdkPackage.Symbols(framework);
        var reader = symbols.GetMetadataReader();
        var documents = reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(
                SdkPackage.SourceLink(reader),
                Does.Contain($"https://raw.githubusercontent.com/example/googlecheckout-sdk/{TestWorkspace.Commit}/*"));
            Assert.That(documents, Does.Contain("/_/src/GoogleCheckout.Sdk/Money.cs"));
            Assert.That(documents, Has.All.StartsWith("/_/"), "a path of the machine that built it");
        });
    }

    [TestCaseSource(nameof(Frameworks))]
    public void Symbols_OfPackage_MatchAssembly(string framework)
    {
        using var assembly = SdkPackage.Assembly(framework);
        using var symbols = SdkPackage.Symbols(framework);
        var entry = assembly.ReadDebugDirectory().Single(candidate => candidate.Type == DebugDirectoryEntryType.CodeView);
        var id = new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id);

        Assert.That(assembly.ReadCodeViewDebugDirectoryData(entry).Guid, Is.EqualTo(id.Guid));
    }

    [Test]
    public void Icon_OfPackage_IsSmallPng()
    {
        var icon = SdkPackage.File("nupkg", SdkPackage.Metadata().Element("icon")!.Value);

        Assert.Multiple(() =>
        {
            Assert.That(icon.Take(8), Is.EqualTo(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }));
            Assert.That(icon, Has.Length.LessThan(16 * 1024));
        });
    }

    private static string ShortName(string framework) => framework == ".NETStandard2.0" ? "netstandard2.0" : framework;
}
