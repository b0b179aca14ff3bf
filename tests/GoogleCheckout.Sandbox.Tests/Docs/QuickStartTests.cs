using System.Diagnostics;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Docs;

public class QuickStartTests
{
    [Test]
    public async Task QuickStart_ChargesShipsAndArchivesAnOrder_AndLeavesNothingBehind()
    {
        var folder = Directory.CreateTempSubdirectory();

        var (code, output, error) = await RunAsync(folder.FullName);

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, error);
            Assert.That(error, Is.Empty);
            Assert.That(folder.EnumerateFileSystemInfos(), Is.Empty);
            Assert.That(output, Does.Contain("new order").And.Contains("money reserved").And.Contains("12.50 USD").And.Contains("44.50 USD"));
            Assert.That(output, Does.Match(@"The merchant expected 57\.00 USD; the buyer placed order \d{15} for 57\.00 USD"));
            Assert.That(output, Does.Contain("In the end: 57.00 USD of 57.00 USD charged, Charged, Delivered, archived."));
        });
        folder.Delete();
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            ArgumentList = { "exec", Path.Combine(TestContext.CurrentContext.TestDirectory, "QuickStart.dll") },
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await error);
    }
}
