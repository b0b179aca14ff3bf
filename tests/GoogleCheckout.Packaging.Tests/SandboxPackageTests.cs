using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout.Packaging;

/// <summary>The sandbox's two packages: the library for tests, and the program.</summary>
public class SandboxPackageTests
{
    private const string Library = "GoogleCheckout.Sandbox";
    private const string Tool = "GoogleCheckout.Sandbox.Tool";

    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(1);

    [Test]
    public void Library_Files_AreAssemblyDocumentationReadmeAndIcon()
    {
        Assert.That(SdkPackage.Files("nupkg", Library), Is.EqualTo(new[]
        {
            $"{Library}.nuspec",
            "README.md",
            "icon.png",
            $"lib/net10.0/{Library}.dll",
            $"lib/net10.0/{Library}.runtimeconfig.json",
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
    public void Tool_Files_AreProgramAndSdk()
    {
        Assert.That(SdkPackage.Files("nupkg", Tool), Is.SupersetOf(new[]
        {
            "README.md",
            "tools/net10.0/any/DotnetToolSettings.xml",
            "tools/net10.0/any/GoogleCheckout.Sandbox.dll",
            "tools/net10.0/any/GoogleCheckout.Sandbox.runtimeconfig.json",
            "tools/net10.0/any/GoogleCheckout.Sdk.dll",
        }));
        Assert.That(SdkPackage.Metadata(Tool).Descendants("packageType").Single().Attribute("name")!.Value, Is.EqualTo("DotnetTool"));
        Assert.That(SdkPackage.Metadata(Tool).Descendants("dependency"), Is.Empty);
    }

    [TestCase(Library)]
    [TestCase(Tool)]
    public void Package_Metadata_IsComplete(string id)
    {
        var metadata = SdkPackage.Metadata(id);

        Assert.Multiple(() =>
        {
            Assert.That(metadata.Element("license")!.Value, Is.EqualTo("Apache-2.0"));
            Assert.That(metadata.Element("description")!.Value, Does.Contain("Not affiliated with Google"));
            Assert.That(Encoding.UTF8.GetString(SdkPackage.File("nupkg", "README.md", id)), Does.Contain("not affiliated with Google"));
        });
    }

    [Test]
    public void Tool_Installed_PrintsHelp()
    {
        Shell.RunDotnet(TestWorkspace.Packages, InstallLimit, "tool", "install", Tool, "--version", TestWorkspace.Version, "--tool-path", TestWorkspace.Tools, "--source", TestWorkspace.Packages);

        var program = Path.Combine(TestWorkspace.Tools, OperatingSystem.IsWindows() ? "googlecheckout-sandbox.exe" : "googlecheckout-sandbox");
        var help = Shell.Run(TestWorkspace.Tools, RunLimit, program, "--help");
        Assert.That(help, Does.Contain("A sandbox of the Google Checkout XML API v2").And.Contain("not affiliated with Google"));
        Assert.That(Regex.Matches(help, "^ +(--[a-z-]+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value), Is.EqualTo(new[]
        {
            "--urls", "--http", "--merchant-id", "--merchant-key", "--merchant-key-file", "--require-client-certificate", "--require-signed-carts", "--export-certificates",
            "--callback-url", "--callback-format", "--callback-trust", "--api-version", "--help",
        }));
    }
}
