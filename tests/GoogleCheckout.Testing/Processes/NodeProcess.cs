using System.Diagnostics;

namespace GoogleCheckout.Testing;

/// <summary>A node of a merchant as a process, which can be killed and started again. It ends when its standard input does, and so with the program that started it.</summary>
/// <param name="program">The path of its assembly.</param>
/// <param name="arguments">Its command line.</param>
/// <param name="logPath">The file to which its output is written.</param>
/// <param name="onLine">Called with each line of its output; null to only write it.</param>
public sealed class NodeProcess(string program, string[] arguments, string logPath, Action<string>? onLine = null) : IAsyncDisposable
{
    /// <summary>Printed by the node when it works.</summary>
    public const string Ready = "ready";

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(30);

    private readonly TextWriter _log = TextWriter.Synchronized(new StreamWriter(logPath));
    private Process? _process;
    private volatile bool _isReady;

    /// <summary>Whether it works, as far as is known.</summary>
    public bool IsReady => _isReady && !HasEnded;

    /// <summary>Whether it has been started and is gone, by whatever cause.</summary>
    public bool HasEnded => _process?.HasExited ?? false;

    public void Start()
    {
        _process?.Dispose();
        _isReady = false;
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [program, .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Ends it with SIGKILL: no handler of it runs on, nothing of it is tidied up.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Has it finish what it is at.</summary>
    public async Task StopAsync()
    {
        using var limit = new CancellationTokenSource(EndLimit);
        _process!.StandardInput.Close();
        await _process.WaitForExitAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        await _log.DisposeAsync();
    }

    private void Take(string? line)
    {
        _isReady |= line == Ready;
        _log.WriteLine(line);
        if (line is not null)
        {
            onLine?.Invoke(line);
        }
    }
}
