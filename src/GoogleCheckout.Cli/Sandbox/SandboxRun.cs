using System.Globalization;
using System.Text.Json;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>A sandbox from its start to its stop, with what it prints.</summary>
internal static class SandboxRun
{
    /// <summary>Runs the sandbox until it is stopped.</summary>
    /// <exception cref="InvalidInputException">The sandbox cannot start, or the certificates cannot be written.</exception>
    public static async Task<int> RunAsync(SandboxSettings settings, ToolConsole console, CancellationToken stop)
    {
        try
        {
            var sandbox = await StartAsync(settings.Options, stop).ConfigureAwait(false);
            await using (sandbox.ConfigureAwait(false))
            {
                await ServeAsync(sandbox, settings, console, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }

        return ExitCode.Success;
    }

    private static async Task ServeAsync(CheckoutSandbox sandbox, SandboxSettings settings, ToolConsole console, CancellationToken stop)
    {
        if (settings.ExportCertificates is { } folder)
        {
            Export(sandbox, folder);
        }

        new TrafficLog(console, settings.Detail).Follow(sandbox);
        await console.Out.WriteLineAsync(GetStartMessage(sandbox, settings)).ConfigureAwait(false);
        await console.Out.FlushAsync(stop).ConfigureAwait(false);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(false);
    }

    private static async Task<CheckoutSandbox> StartAsync(CheckoutSandboxOptions options, CancellationToken stop)
    {
        try
        {
            return await CheckoutSandbox.StartAsync(options, stop).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidInputException(e.Message, e);
        }
        catch (IOException e) when (e.InnerException is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(e.Message, e);
        }
        catch (IOException e)
        {
            throw new InvalidInputException($"The sandbox cannot listen on the address of {GetAddressOptions(options)}: {QuotedText.Of(e.Message, QuotedText.LineLength)}", e);
        }
        catch (ArgumentException e)
        {
            throw new InvalidInputException(NameOption(e.Message), e);
        }
    }

    private static string GetAddressOptions(CheckoutSandboxOptions options) => (options.HttpEndpoint, options.PagesEndpoint) switch
    {
        (null, null) => "--urls",
        (null, _) => "--urls or --pages",
        (_, null) => "--urls or --http",
        _ => "--urls, --http or --pages",
    };

    private static void Export(CheckoutSandbox sandbox, string folder)
    {
        try
        {
            CertificateFiles.Write(sandbox, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidInputException($"--export-certificates cannot write to {InputFile.Quote(folder)}: {QuotedText.Of(e.Message, QuotedText.LineLength)}", e);
        }
    }

    private static string GetStartMessage(CheckoutSandbox sandbox, SandboxSettings settings) =>
        $"""
        Google Checkout sandbox
          pages                 {DescribePages(sandbox)}
          address               {sandbox.BaseAddress}
          plain HTTP            {sandbox.HttpBaseAddress?.ToString() ?? "off; --http opens a port for old clients"}
          control               {new Uri(sandbox.HttpBaseAddress ?? sandbox.BaseAddress, "/sandbox/")}
        {string.Join(Environment.NewLine, sandbox.Merchants.Select(DescribeMerchant))}
          client certificate    {(settings.Options.RequireClientCertificate ? "required" : "not required")}
          certificates          {settings.ExportCertificates ?? "not exported; --export-certificates DIR writes them"}
          notifications         {(settings.Options.CallbackUrl is { } url ? $"sent to {url} ({settings.Options.CallbackFormat})" : "not sent; --callback-url URL enables them")}
          data                  {DescribeData(sandbox, settings)}
        Stop it with Ctrl-C.
        """;

    private static string DescribePages(CheckoutSandbox sandbox) => sandbox.PagesAddress switch
    {
        null => "off",
        { IsLoopback: true } pages => pages.ToString(),
        var pages => $"{pages} (other machines can open them)",
    };

    private static string DescribeMerchant(SandboxMerchant merchant) =>
        $"""
          merchant id           {merchant.MerchantId}
          merchant key          {merchant.MerchantKey}
        """;

    private static string DescribeData(CheckoutSandbox sandbox, SandboxSettings settings) => sandbox.Restoration switch
    {
        null => "not kept; --data FILE keeps it",
        { RemovedIncompleteLine: true } restored => Format($"{settings.Options.DataPath} (lines {restored.Lines}; an incomplete last line was removed: the sandbox was killed while it wrote it, and had not responded)"),
        var restored => Format($"{settings.Options.DataPath} (lines {restored.Lines})"),
    };

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // The sandbox's messages begin with the name of a property: MerchantId is --merchant-id.
    private static string NameOption(string message)
    {
        var property = message.Split(' ', '.')[0];
        var option = property == nameof(CheckoutSandboxOptions.AccountTaxTables) ? "account-tax"
            : property == nameof(CheckoutSandboxOptions.Merchants) ? "merchant"
            : property == nameof(CheckoutSandboxOptions.PagesEndpoint) ? "pages"
            : JsonNamingPolicy.KebabCaseLower.ConvertName(property);
        return $"--{option}{message[property.Length..]}";
    }
}
