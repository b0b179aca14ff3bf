using System.Runtime.InteropServices;
using NUnit.Framework;

namespace GoogleCheckout.Packaging;

/// <summary>The sample as a program that brings along only the code it uses.</summary>
public class TrimmedPublishTests
{
    private static readonly TimeSpan PublishLimit = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(1);

    [Test]
    public void QuickStart_TrimmedAndSelfContained_RunsWithoutWarnings()
    {
        // Every warning of the trimmer is an error, each by itself instead of one for an assembly.
        var output = Shell.RunDotnet(
            TestWorkspace.Sources,
            PublishLimit,
            "publish",
            "samples/QuickStart",
            "--runtime",
            RuntimeInformation.RuntimeIdentifier,
            "--self-contained",
            "--output",
            "published",
            "-p:PublishTrimmed=true",
            "-p:TrimmerSingleWarn=false",
            "-p:TreatWarningsAsErrors=true",
            "-p:ILLinkTreatWarningsAsErrors=true");

        var published = Path.Combine(TestWorkspace.Sources, "published");
        var program = Path.Combine(published, OperatingSystem.IsWindows() ? "QuickStart.exe" : "QuickStart");
        Assert.That(output, Does.Not.Contain("warning"));
        Assert.That(Shell.Run(published, RunLimit, program), Is.Not.Empty);
    }
}
