using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Packaging;

/// <summary>The package of the sandbox.</summary>
public class SandboxPackageTests
{
    private const string Library = "GoogleCheckout.Sandbox";

    [Test]
    public void Library_Files_AreAssemblyDocumentationReadmeAndIcon()
    {
        Assert.That(SdkPackage.Files("nupkg", Library), Is.EqualTo(new[]
        {
            $"{Library}.nuspec",
            "README.md",
            "icon.png",
            $"lib/net10.0/{Library}.dll",
            $"lib/net10.0/{Library}.xml",
        }));
        Assert.That(SdkPackage.Files("snupkg", Library), Does.Contain($"lib/net10.0/{Library}.pdb"));
    }

    [Test]
    public void Library_Dependencies_AreOnlySdkAndFramework()
    {
        var metadata = SdkPackage.Metadata(Library);

        Assert.Multiple(() =>
        {
            Assert.That(
                metadata.Descendants("dependency").Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value)),
                Is.EqualTo(new[] { ("GoogleCheckout.Sdk", TestWorkspace.Version) }));
            Assert.That(metadata.Descendants("frameworkReference").Select(reference => reference.Attribute("name")!.Value), Is.EqualTo(new[] { "Microsoft.AspNetCore.App" }));
            Assert.That(metadata.Descendants("packageType"), Is.Empty);
        });
    }

    [Test]
    public void Library_Metadata_IsComplete()
    {
        var metadata = SdkPackage.Metadata(Library);

        Assert.Multiple(() =>
        {
            Assert.That(metadata.Element("license")!.Value, Is.EqualTo("Apache-2.0"));
            Assert.That(metadata.Element("description")!.Value, Does.Contain("Not affiliated with Google"));
            Assert.That(Encoding.UTF8.GetString(SdkPackage.File("nupkg", "README.md", Library)), Does.Contain("not affiliated with Google"));
        });
    }
}
