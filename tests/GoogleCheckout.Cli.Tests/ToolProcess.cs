using System.Diagnostics;
using NUnit.Framework;

namespace GoogleCheckout.Cli;

/// <summary>The built tool in a process of its own.</summary>
internal static class ToolProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Runs a command to its end.</summary>
    public static Task<ToolResult> RunAsync(params string[] args) => RunAsync(args, []);

    /// <summary>Runs a command to its end.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="environment">Variables of the process, besides those of the test.</param>
    /// <param name="input">What is typed.</param>
    /// <param name="folder">The current folder; null for that of the test.</param>
    public static async Task<ToolResult> RunAsync(string[] args, Dictionary<string, string> environment, string input = "", string? folder = null)
    {
        using var process = Start(args, environment, folder);
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await EndAsync(process, output, error, limit.Token);
    }

    /// <summary>Runs a command whose output nobody reads after the first line. Its input has no end.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="input">What is written to the input again and again, until the process ends.</param>
    /// <returns>The result, with the first line.</returns>
    public static async Task<ToolResult> RunForALineAsync(string[] args, string input)
    {
        using var process = Start(args, [], folder: null);
        using var limit = new CancellationTokenSource(Limit);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        var writing = WriteUntilClosedAsync(process.StandardInput, input, limit.Token);
        var line = process.StandardOutput.ReadLineAsync(limit.Token).AsTask();
        await line;
        process.StandardOutput.Close();
        await writing;
        return await EndAsync(process, line!, error, limit.Token);
    }

    private static async Task WriteUntilClosedAsync(StreamWriter writer, string text, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await writer.WriteAsync(text.AsMemory(), cancellationToken);
                await writer.FlushAsync(cancellationToken);
            }
        }
        catch (IOException)
        {
        }
    }

    private static Process Start(string[] args, Dictionary<string, string> environment, string? folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? TestContext.CurrentContext.WorkDirectory,
        };
        foreach (var arg in (string[])["exec", Path.Combine(TestContext.CurrentContext.TestDirectory, "GoogleCheckout.Cli.dll"), .. args])
        {
            start.ArgumentList.Add(arg);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<ToolResult> EndAsync(Process process, Task<string> output, Task<string> error, CancellationToken cancellationToken)
    {
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return new ToolResult(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}

/// <summary>How a command ended, and what it wrote.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error);
