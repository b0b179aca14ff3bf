using System.Runtime.InteropServices;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli;

/// <summary>The process: it passes its arguments, console and stop signals to the tool.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await Tool.RunAsync(args, ToolConsole.OfProcess(), stop.Token).ConfigureAwait(false);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
