using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout.Packaging;

/// <summary>The package of the command googlecheckout.</summary>
public class ToolPackageTests
{
    private const string Tool = "GoogleCheckout.Cli";

    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(1);

    [Test]
    public void Tool_Files_AreProgramAndLibraries()
    {
        Assert.That(SdkPackage.Files("nupkg", Tool), Is.SupersetOf(new[]
        {
            "README.md",
            "tools/net10.0/any/DotnetToolSettings.xml",
            "tools/net10.0/any/GoogleCheckout.Cli.dll",
            "tools/net10.0/any/GoogleCheckout.Cli.runtimeconfig.json",
            "tools/net10.0/any/GoogleCheckout.Sandbox.dll",
            "tools/net10.0/any/GoogleCheckout.Sdk.dll",
        }));
        Assert.That(SdkPackage.Metadata(Tool).Descendants("packageType").Single().Attribute("name")!.Value, Is.EqualTo("DotnetTool"));
        Assert.That(SdkPackage.Metadata(Tool).Descendants("dependency"), Is.Empty);
    }

    [Test]
    public void Tool_Metadata_IsComplete()
    {
        var metadata = SdkPackage.Metadata(Tool);

        Assert.Multiple(() =>
        {
            Assert.That(metadata.Element("license")!.Value, Is.EqualTo("Apache-2.0"));
            Assert.That(metadata.Element("description")!.Value, Does.Contain("Not affiliated with Google"));
            Assert.That(Encoding.UTF8.GetString(SdkPackage.File("nupkg", "README.md", Tool)), Does.Contain("not affiliated with Google"));
        });
    }

    [Test]
    public void Tool_Installed_RunsWithItsCommandName()
    {
        Shell.RunDotnet(TestWorkspace.Packages, InstallLimit, "tool", "install", Tool, "--version", TestWorkspace.Version, "--tool-path", TestWorkspace.Tools, "--source", TestWorkspace.Packages);

        var program = Path.Combine(TestWorkspace.Tools, OperatingSystem.IsWindows() ? "googlecheckout.exe" : "googlecheckout");
        var help = Shell.Run(TestWorkspace.Tools, RunLimit, program, "sandbox", "--help");
        Assert.That(help, Does.Contain("Runs a sandbox of the service"));
        Assert.That(Regex.Matches(help, "^ +(--[a-z-]+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Distinct(), Is.EqualTo(new[]
        {
            "--urls", "--http", "--pages", "--merchant-id", "--merchant-key", "--merchant-key-file", "--require-client-certificate", "--require-signed-carts", "--export-certificates",
            "--callback-url", "--callback-format", "--callback-trust", "--api-version", "--data", "--replay", "--merchant", "--merchants-file", "--auto-charge", "--fees",
            "--review-delay", "--capture-delay", "--account-tax", "--seed", "--quiet", "--verbose",
        }));
    }
}
