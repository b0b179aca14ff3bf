using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Packaging;

/// <summary>What the package for sites holds and brings along.</summary>
public class AspNetCorePackageTests
{
    private const string Package = "GoogleCheckout.Sdk.AspNetCore";

    [Test]
    public void Package_Files_AreAssemblyDocumentationReadmeAndIcon()
    {
        Assert.That(SdkPackage.Files("nupkg", Package), Is.EqualTo(new[]
        {
            $"{Package}.nuspec",
            "README.md",
            "icon.png",
            $"lib/net10.0/{Package}.dll",
            $"lib/net10.0/{Package}.xml",
        }));
    }

    [Test]
    public void SymbolPackage_Files_ArePortableSymbols()
    {
        Assert.That(SdkPackage.Files("snupkg", Package), Is.EqualTo(new[] { $"{Package}.nuspec", $"lib/net10.0/{Package}.pdb" }));
    }

    [Test]
    public void Package_Dependencies_AreOnlySdkAndFramework()
    {
        var metadata = SdkPackage.Metadata(Package);

        Assert.Multiple(() =>
        {
            Assert.That(
                metadata.Descendants("dependency").Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value)),
                Is.EqualTo(new[] { ("GoogleCheckout.Sdk", TestWorkspace.Version) }));
            Assert.That(metadata.Descendants("frameworkReference").Select(reference => reference.Attribute("name")!.Value), Is.EqualTo(new[] { "Microsoft.AspNetCore.App" }));
        });
    }

    [Test]
    public void Package_Metadata_IsComplete()
    {
        var metadata = SdkPackage.Metadata(Package);

        Assert.Multiple(() =>
        {
            Assert.That(metadata.Element("id")!.Value, Is.EqualTo(Package));
            Assert.That(metadata.Element("license")!.Value, Is.EqualTo("Apache-2.0"));
            Assert.That(metadata.Element("description")!.Value, Does.Contain("MapGoogleCheckout").And.Contain("Not affiliated with Google"));
            Assert.That(Encoding.UTF8.GetString(SdkPackage.File("nupkg", "README.md", Package)), Does.Contain("app.MapGoogleCheckout(").And.Contain("not affiliated with Google"));
        });
    }
}
