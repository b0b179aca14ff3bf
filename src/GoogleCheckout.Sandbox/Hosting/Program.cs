using System.Globalization;
using System.Runtime.InteropServices;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>Runs the sandbox as a process.</summary>
internal static class Program
{
    private const int Success = 0;
    private const int InvalidOption = 2;

    private static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RunAsync(args, Console.Out, Console.Error, stop.Token).ConfigureAwait(false);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>Runs the sandbox until it is stopped.</summary>
    /// <returns>The exit code: 0 after a stop, 2 for an invalid option.</returns>
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken stop)
    {
        CommandLine settings;
        try
        {
            settings = CommandLine.Parse(args, Environment.GetEnvironmentVariable(CommandLine.MerchantKeyVariable));
        }
        catch (FormatException e)
        {
            return await FailAsync(error, e.Message).ConfigureAwait(false);
        }

        if (settings.Help)
        {
            await output.WriteLineAsync(CommandLine.HelpText).ConfigureAwait(false);
            return Success;
        }

        try
        {
            await ServeAsync(settings, output, error, stop).ConfigureAwait(false);
            return Success;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return await FailAsync(error, e.Message).ConfigureAwait(false);
        }
    }

    private static async Task ServeAsync(CommandLine settings, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var sandbox = await StartAsync(settings.Options, stop).ConfigureAwait(false);
        await using (sandbox.ConfigureAwait(false))
        {
            if (settings.ExportCertificates is { } folder)
            {
                Export(sandbox, folder);
            }

            LogFailures(sandbox, TextWriter.Synchronized(error));
            await output.WriteLineAsync(GetStartMessage(sandbox, settings)).ConfigureAwait(false);
            await output.FlushAsync(stop).ConfigureAwait(false);
            await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(false);
        }
    }

    private static async Task<CheckoutSandbox> StartAsync(CheckoutSandboxOptions options, CancellationToken stop)
    {
        try
        {
            return await CheckoutSandbox.StartAsync(options, stop).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new IOException($"The sandbox cannot listen on the address of {(options.HttpEndpoint is null ? "--urls" : "--urls or --http")}: {e.Message}", e);
        }
    }

    private static void Export(CheckoutSandbox sandbox, string folder)
    {
        try
        {
            CertificateFiles.Write(sandbox, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new IOException($"--export-certificates cannot write to {folder}: {e.Message}", e);
        }
    }

    /// <summary>Writes failed callbacks to the error output. The service's console showed them to the merchant.</summary>
    private static void LogFailures(CheckoutSandbox sandbox, TextWriter error)
    {
        sandbox.DeliveryCompleted += (_, e) =>
        {
            var delivery = e.Delivery;
            if (!delivery.IsAcknowledged)
            {
                error.WriteLine($"{FormatTime(delivery.SentAt)} not delivered: {delivery}");
            }
        };
        sandbox.CalculationCompleted += (_, e) =>
        {
            var calculation = e.Calculation;
            if (calculation.Issues.Count > 0)
            {
                error.WriteLine($"{FormatTime(calculation.AskedAt)} calculation: {calculation}");
            }
        };
    }

    private static string FormatTime(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string GetStartMessage(CheckoutSandbox sandbox, CommandLine settings) =>
        $"""
        Google Checkout sandbox
          address               {sandbox.BaseAddress}
          plain HTTP            {sandbox.HttpBaseAddress?.ToString() ?? "off; --http opens a port for old clients"}
          control               {new Uri(sandbox.HttpBaseAddress ?? sandbox.BaseAddress, "/sandbox/")}
          merchant id           {sandbox.MerchantId}
          merchant key          {sandbox.MerchantKey}
          client certificate    {(settings.Options.RequireClientCertificate ? "required" : "not required")}
          certificates          {settings.ExportCertificates ?? "not exported; --export-certificates DIR writes them"}
          notifications         {(settings.Options.CallbackUrl is { } url ? $"sent to {url} ({settings.Options.CallbackFormat})" : "not sent; --callback-url URL enables them")}
        Stop it with Ctrl-C.
        """;

    private static async Task<int> FailAsync(TextWriter error, string message)
    {
        await error.WriteLineAsync(message).ConfigureAwait(false);
        await error.WriteLineAsync("--help lists the options.").ConfigureAwait(false);
        return InvalidOption;
    }
}
