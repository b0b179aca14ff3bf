using NUnit.Framework;

namespace GoogleCheckout.Packaging;

/// <summary>Projects of others that reference the packed files, nothing of this repository.</summary>
public class ConsumerTests
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(1);

    [Test]
    public void Net10Consumer_OfPackage_BuildsAndRuns()
    {
        var project = Path.Combine(TestWorkspace.Consumers, "Net10");

        Shell.RunDotnet(project, BuildLimit, ["build", "--output", "out", .. TestWorkspace.RestoreOptions]);

        Assert.That(Shell.RunDotnet(project, RunLimit, "out/Net10.dll"), Does.Contain("charge of 12.50 USD for order 841171949013218").And.Contain("answer bea6bc1b"));
    }

    [Test]
    public void SandboxConsumer_OfPackage_BuildsAndRuns()
    {
        var project = Path.Combine(TestWorkspace.Consumers, "Sandbox");

        Shell.RunDotnet(project, BuildLimit, ["build", "--output", "out", .. TestWorkspace.RestoreOptions]);

        Assert.That(Shell.RunDotnet(project, RunLimit, "out/Sandbox.dll"), Does.Contain("Charged, 12.50 USD"));
    }

    [Test]
    public void VisualBasicConsumer_OfPackages_BuildsAndHandlesNotifications()
    {
        var project = Path.Combine(TestWorkspace.Consumers, "VisualBasic");

        Shell.RunDotnet(project, BuildLimit, ["build", "--output", "out", .. TestWorkspace.RestoreOptions]);

        var output = Shell.RunDotnet(project, RunLimit, "out/VisualBasic.dll");
        Assert.That(output, Does.Contain("is cart 4711: 57.00 USD").And.Contain("paid 57.00 USD").And.Contain("1 new order in the history").And.Not.Contain("Not acknowledged"));
    }

    [Test]
    public void Net472Consumer_OfPackageInCSharp9_BuildsAgainstNetStandardAssembly()
    {
        var project = Path.Combine(TestWorkspace.Consumers, "Net472");

        Shell.RunDotnet(project, BuildLimit, ["build", "--output", "out", .. TestWorkspace.RestoreOptions]);

        // .NET Framework is not here to run it; that it loads the right assembly is seen from what lies beside it.
        var beside = File.ReadAllBytes(Path.Combine(project, "out", "GoogleCheckout.Sdk.dll"));
        Assert.That(beside.SequenceEqual(SdkPackage.File("nupkg", "lib/netstandard2.0/GoogleCheckout.Sdk.dll")), "the assembly for .NET Standard");
        Assert.That(Path.Combine(project, "out", "Net472.exe"), Does.Exist);
    }
}
