using System.Diagnostics;
using System.Runtime.InteropServices;
using NUnit.Framework;

namespace GoogleCheckout.Testing;

/// <summary>A sandbox in a separate process, as <c>dotnet run</c> and the tool start it. The test project references GoogleCheckout.Cli.</summary>
public sealed class SandboxProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly List<string> _greeting;

    private SandboxProcess(Process process, List<string> greeting)
    {
        _process = process;
        _greeting = greeting;
    }

    /// <summary>Starts a process and waits until it has printed its addresses.</summary>
    public static async Task<SandboxProcess> StartAsync(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
        };
        foreach (var arg in (string[])["exec", Path.Combine(TestContext.CurrentContext.TestDirectory, "GoogleCheckout.Cli.dll"), "sandbox", "--pages", "http://127.0.0.1:0", .. args])
        {
            start.ArgumentList.Add(arg);
        }

        var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        List<string> greeting = [];
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            greeting.Add(line);
            if (line.StartsWith("Stop it", StringComparison.Ordinal))
            {
                break;
            }
        }

        return new SandboxProcess(process, greeting);
    }

    /// <summary>Returns a line of the process's start message.</summary>
    public string Told(string what) =>
        _greeting.Select(line => line.Trim()).Single(line => line.StartsWith(what + "  ", StringComparison.Ordinal))[what.Length..].Trim();

    /// <summary>Sends a stop signal, as Ctrl-C or a service manager does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(PosixSignal signal)
    {
        _ = SendSignal(_process.Id, signal == PosixSignal.SIGINT ? 2 : 15);
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Ends the process at once, as <c>kill -9</c> does. It can handle nothing.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);
}
