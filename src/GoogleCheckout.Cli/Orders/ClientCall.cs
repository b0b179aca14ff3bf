using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Cli.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Calls the gateway, and says how a call failed.</summary>
/// <param name="console">The console.</param>
/// <param name="options">The settings.</param>
internal sealed class ClientCall(ToolConsole console, ClientOptions options)
{
    /// <summary>Exit codes, for the help.</summary>
    public const string ExitCodes =
        "The exit code is 0 for success, 1 if the gateway rejects the request, 2 for invalid input, 3 if there is no usable response, and 130 after Ctrl-C.";

    public ToolConsole Console => console;

    /// <summary>Whether the output is JSON.</summary>
    public bool IsJson(ParseResult parsed) => parsed.GetValue(options.Json);

    /// <summary>Sends a query.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public Task<int> QueryAsync(ParseResult parsed, Func<CheckoutClient, Task<int>> query) => RunAsync(parsed, query);

    /// <summary>Sends a command. If it was stopped meanwhile, it may have been executed.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> CommandAsync(ParseResult parsed, Func<CheckoutClient, Task<int>> command, CancellationToken stop)
    {
        try
        {
            return await RunAsync(parsed, command).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return await FailAsync(ExitCode.OutcomeUnknown, "Stopped while the command was sent. Whether it was executed is not known: look at the order before you send it again.").ConfigureAwait(false);
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, Func<CheckoutClient, Task<int>> call)
    {
        var services = options.CreateServices(parsed);
        await using (services.ConfigureAwait(false))
        {
            try
            {
                return await call(services.GetRequiredService<CheckoutClient>()).ConfigureAwait(false);
            }
            catch (CheckoutApiException e)
            {
                return await FailAsync(ExitCode.Negative, e.Message).ConfigureAwait(false);
            }
            catch (CheckoutException e) when (e.OutcomeUnknown)
            {
                return await FailAsync(ExitCode.OutcomeUnknown, $"{e.Message}{Environment.NewLine}Whether the command was executed is not known: look at the order before you send it again.").ConfigureAwait(false);
            }
            catch (CheckoutException e)
            {
                return await FailAsync(ExitCode.NoResponse, e.Message).ConfigureAwait(false);
            }
            catch (ArgumentException e)
            {
                return await FailAsync(ExitCode.InvalidInput, e.Message).ConfigureAwait(false);
            }
        }
    }

    private async Task<int> FailAsync(int exitCode, string message)
    {
        await console.Error.WriteLineAsync(message).ConfigureAwait(false);
        return exitCode;
    }
}
