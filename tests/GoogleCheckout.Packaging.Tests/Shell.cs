using System.Collections;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Packaging;

/// <summary>Runs a program to its end, or ends it; what it printed is in the message of a failure.</summary>
internal static class Shell
{
    private static readonly string Dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs a command of the .NET SDK, which must succeed.</summary>
    public static string RunDotnet(string directory, TimeSpan limit, params string[] arguments) => Run(directory, limit, Dotnet, arguments);

    /// <summary>Runs a program, which must end with exit code 0 within the limit.</summary>
    /// <returns>What it printed.</returns>
    public static string Run(string directory, TimeSpan limit, string program, params string[] arguments) => Run(StartInfo(directory, program, arguments), limit);

    /// <summary>Runs a program, which must end with exit code 0 within the limit.</summary>
    /// <returns>What it printed.</returns>
    public static string Run(ProcessStartInfo start, TimeSpan limit)
    {
        var command = $"{Path.GetFileName(start.FileName)} {string.Join(' ', start.ArgumentList)}";
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            Assert.Fail($"'{command}' was ended after {limit.TotalSeconds} s. It printed:\n{Text(output)}");
        }

        // Only this overload waits for the rest of the output; it ends with the process, for it leaves no servers behind.
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Assert.Fail($"'{command}' ended with exit code {process.ExitCode}. It printed:\n{Text(output)}");
        }

        return Text(output);
    }

    /// <summary>What starts a program without the settings of this test run.</summary>
    public static ProcessStartInfo StartInfo(string directory, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the test run's own build was told is not meant for this one.
        foreach (var name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key).Where(IsOfTheTestRun))
        {
            start.Environment.Remove(name);
        }

        // Programs that bring no runtime along take the one of this test run.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }

    private static bool IsOfTheTestRun(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || variable.Equals("Configuration", StringComparison.OrdinalIgnoreCase);

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private static string Text(StringBuilder output)
    {
        lock (output)
        {
            return output.ToString();
        }
    }
}
