using System.Diagnostics;
using NUnit.Framework;

namespace GoogleCheckout.Samples.PollingWorker;

/// <summary>The worker as a reader would run it. It ends as in a power cut.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    // Next to the tests it would lack what they have from ASP.NET Core.
    private static readonly string Program = Path.Combine(
        Repository.Root, "samples", "PollingWorker", "bin", new DirectoryInfo(TestContext.CurrentContext.TestDirectory).Parent!.Name, "net10.0", "PollingWorker.dll");

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private (Func<IReadOnlyList<string>, bool> IsEnough, TaskCompletionSource Reached)? _awaited;

    public WorkerProcess(DirectoryInfo folder, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["exec", Program, $"--Database={Path.Combine(folder.FullName, "worker.db")}", .. settings];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Exited += (_, _) => Fail();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', Lines);

    /// <summary>What it printed about notifications.</summary>
    public static IReadOnlyList<string> EntriesOf(IEnumerable<string> lines) => [.. lines.Where(line => line.Contains("  order ", StringComparison.Ordinal))];

    /// <summary>Waits until it has printed enough.</summary>
    public async Task WaitForAsync(Func<IReadOnlyList<string>, bool> isEnough)
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _awaited = (isEnough, reached);
        }

        Note(null);
        try
        {
            await reached.Task.WaitAsync(Limit);
        }
        catch (Exception e) when (e is TimeoutException or InvalidOperationException)
        {
            throw new InvalidOperationException($"The worker printed only this: {Output}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    private void Note(string? line)
    {
        lock (_gate)
        {
            if (line is not null)
            {
                _lines.Add(line);
            }

            if (_awaited is { } awaited && awaited.IsEnough(_lines))
            {
                awaited.Reached.TrySetResult();
            }
        }
    }

    private void Fail()
    {
        lock (_gate)
        {
            _awaited?.Reached.TrySetException(new InvalidOperationException("The worker has ended."));
        }
    }
}
