using System.Globalization;
using System.Runtime.InteropServices;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>The sandbox as a process of its own.</summary>
internal static class Program
{
    private const int Success = 0;
    private const int WrongSetting = 2;

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

    /// <summary>Serves until it is stopped.</summary>
    /// <returns>The exit code: 0 after a clean stop, 2 for a wrong setting.</returns>
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken stop)
    {
        CommandLine settings;
        try
        {
            settings = CommandLine.Parse(args);
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

            TellOfFailures(sandbox, TextWriter.Synchronized(error));
            await output.WriteLineAsync(Greeting(sandbox, settings)).ConfigureAwait(false);
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
            throw new IOException($"{(options.HttpEndpoint is null ? "--urls" : "--urls or --http")} cannot be listened on: {e.Message}", e);
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

    /// <summary>What the service's console had for the merchant: callbacks that came to nothing.</summary>
    private static void TellOfFailures(CheckoutSandbox sandbox, TextWriter error)
    {
        sandbox.DeliveryCompleted += (_, e) =>
        {
            var delivery = e.Delivery;
            if (!delivery.IsAcknowledged)
            {
                error.WriteLine($"{Time(delivery.SentAt)} not delivered: {delivery}");
            }
        };
        sandbox.CalculationCompleted += (_, e) =>
        {
            var calculation = e.Calculation;
            if (calculation.Issues.Count > 0)
            {
                error.WriteLine($"{Time(calculation.AskedAt)} calculation: {calculation}");
            }
        };
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Greeting(CheckoutSandbox sandbox, CommandLine settings) =>
        $"""
        Google Checkout sandbox
          address               {sandbox.BaseAddress}
          plain HTTP            {sandbox.HttpBaseAddress?.ToString() ?? "off; --http opens a port for old clients"}
          control               {new Uri(sandbox.HttpBaseAddress ?? sandbox.BaseAddress, "/sandbox/")}
          merchant id           {sandbox.MerchantId}
          merchant key          {sandbox.MerchantKey}
          client certificate    {(settings.Options.RequireClientCertificate ? "required" : "not asked for")}
          certificates          {settings.ExportCertificates ?? "not exported; --export-certificates DIR writes them"}
          notifications         {(settings.Options.CallbackUrl is { } url ? $"sent to {url} ({settings.Options.CallbackFormat})" : "not sent; --callback-url URL says where")}
        Stop it with Ctrl-C.
        """;

    private static async Task<int> FailAsync(TextWriter error, string message)
    {
        await error.WriteLineAsync(message).ConfigureAwait(false);
        await error.WriteLineAsync("--help explains the settings.").ConfigureAwait(false);
        return WrongSetting;
    }
}
