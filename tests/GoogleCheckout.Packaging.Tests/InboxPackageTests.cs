using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Packaging;

/// <summary>What a merchant's developer gets with the inbox.</summary>
public class InboxPackageTests
{
    private const string Inbox = "GoogleCheckout.Sdk.Inbox";

    [Test]
    public void Package_Files_AreAssemblyDocumentationReadmeIconAndScripts()
    {
        Assert.Multiple(() =>
        {
            Assert.That(SdkPackage.Files("nupkg", Inbox), Is.EqualTo(new[]
            {
                "GoogleCheckout.Sdk.Inbox.nuspec",
                "README.md",
                "icon.png",
                "lib/net10.0/GoogleCheckout.Sdk.Inbox.dll",
                "lib/net10.0/GoogleCheckout.Sdk.Inbox.xml",
                "schema/mysql.sql",
                "schema/outbox-mysql.sql",
                "schema/outbox-postgresql.sql",
                "schema/outbox-sqlite.sql",
                "schema/postgresql.sql",
                "schema/sqlite.sql",
            }));
            Assert.That(SdkPackage.Files("snupkg", Inbox), Does.Contain("lib/net10.0/GoogleCheckout.Sdk.Inbox.pdb"));
        });
    }

    [Test]
    public void Package_Dependencies_ContainNoDatabaseDriver()
    {
        var dependencies = SdkPackage.Metadata(Inbox).Element("dependencies")!.Elements("group").Single().Elements("dependency").ToList();
        var others = dependencies.Where(dependency => !dependency.Attribute("id")!.Value.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)).ToList();

        Assert.That(others.Select(dependency => dependency.Attribute("id")!.Value), Is.EqualTo(new[] { "GoogleCheckout.Sdk" }));
        Assert.That(others[0].Attribute("version")!.Value, Is.EqualTo(TestWorkspace.Version), "the packages go in step");
    }

    [Test]
    public void Package_Metadata_IsComplete()
    {
        var metadata = SdkPackage.Metadata(Inbox);

        Assert.Multiple(() =>
        {
            Assert.That(metadata.Element("license")!.Value, Is.EqualTo("Apache-2.0"));
            Assert.That(metadata.Element("readme")!.Value, Is.EqualTo("README.md"));
            Assert.That(metadata.Element("description")!.Value, Does.Contain("Not affiliated with Google"));
            Assert.That(Encoding.UTF8.GetString(SdkPackage.File("nupkg", "README.md", Inbox)), Does.Contain("not affiliated").IgnoreCase);
        });
    }

    [Test]
    public void Assembly_OfPackage_IsStrongNamed()
    {
        using var assembly = SdkPackage.Assembly("net10.0", Inbox);

        Assert.That(assembly.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned), Is.True);
        Assert.That(Convert.ToHexString(assembly.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName().GetPublicKeyToken()!), Is.EqualTo("E6736B04E79BB669"));
    }
}
