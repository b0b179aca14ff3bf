using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace GoogleCheckout.Packaging;

/// <summary>A program that runs until it is disposed of, such as a server.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private TaskCompletionSource _printed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _ended;

    private RunningProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
    }

    public static RunningProgram Start(ProcessStartInfo start)
    {
        var program = new RunningProgram(start);
        program._process.Start();
        program._process.StandardInput.Close();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        _ = program.EndAsync();
        return program;
    }

    /// <summary>Returns the first match in what the program has printed, as soon as there is one.</summary>
    /// <exception cref="InvalidOperationException">The program ended, or the limit passed, without it.</exception>
    public async Task<Match> WaitForAsync(Regex pattern, CancellationToken limit)
    {
        while (true)
        {
            var (text, ended, printed) = Now();
            if (pattern.Match(text) is { Success: true } match)
            {
                return match;
            }

            if (ended || limit.IsCancellationRequested)
            {
                throw new InvalidOperationException($"The program has not printed '{pattern}'. It printed:\n{text}");
            }

            await Task.WhenAny(printed, Task.Delay(Timeout.Infinite, limit));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task EndAsync()
    {
        await _process.WaitForExitAsync();
        Signal(() => _ended = true);
    }

    private void Append(string? line) => Signal(() => _output.AppendLine(line));

    private void Signal(Action change)
    {
        TaskCompletionSource printed;
        lock (_output)
        {
            change();
            (printed, _printed) = (_printed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        printed.SetResult();
    }

    private (string Text, bool Ended, Task Printed) Now()
    {
        lock (_output)
        {
            return (_output.ToString(), _ended, _printed.Task);
        }
    }
}
