using System.Diagnostics;
using NUnit.Framework;

namespace GoogleCheckout.Testing;

/// <summary>Runs the program of a script in <c>eng</c>. The test project references its project.</summary>
public static class ScriptProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>Runs a program to its end; the test fails if that takes too long.</summary>
    /// <param name="program">The file name of its assembly.</param>
    /// <param name="arguments">Its command line.</param>
    /// <returns>The exit code, and what it printed.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The run did not end within {Limit.TotalMinutes} minutes. {await output} {await errors}");
        }

        return (process.ExitCode, await output + await errors);
    }
}
