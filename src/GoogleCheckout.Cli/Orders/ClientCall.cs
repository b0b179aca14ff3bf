using System.CommandLine;
using System.Runtime.CompilerServices;
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

    private static readonly WorkState Waiting = new("Waiting for the gateway");

    public ToolConsole Console => console;

    /// <summary>Whether the output is JSON.</summary>
    public bool IsJson(ParseResult parsed) => parsed.GetValue(options.Json);

    /// <summary>Sends a query, or a cart: what can be sent again.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public Task<int> QueryAsync(ParseResult parsed, Func<CheckoutClient, Task<int>> query) => RunAsync(parsed, query, isCommand: false);

    /// <summary>Sends a command. If it was stopped meanwhile, it may have been executed.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> CommandAsync(ParseResult parsed, Func<CheckoutClient, Task<int>> command, CancellationToken stop)
    {
        try
        {
            return await RunAsync(parsed, command, isCommand: true).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return await FailAsync(ExitCode.OutcomeUnknown, "Stopped while the command was sent. Whether it was executed is not known: look at the order before you send it again.").ConfigureAwait(false);
        }
    }

    /// <summary>Waits for a response. A terminal shows that the command waits.</summary>
    public Task<T> WaitAsync<T>(Task<T> response) => new WorkProgress(console, () => Waiting).WaitAsync(response);

    /// <summary>Returns the results of a query. A terminal shows that the command waits for the next ones.</summary>
    /// <param name="results">The results.</param>
    /// <param name="getState">Returns how far the query is, from the number of results and the last of them.</param>
    /// <param name="stop">Stops the command.</param>
    public async IAsyncEnumerable<T> WaitAsync<T>(IAsyncEnumerable<T> results, Func<long, T, WorkState> getState, [EnumeratorCancellation] CancellationToken stop)
    {
        var (count, state) = (0L, Waiting);
        await foreach (var result in new WorkProgress(console, () => state).WaitAsync(results, stop).ConfigureAwait(false))
        {
            yield return result;
            state = getState(++count, result);
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, Func<CheckoutClient, Task<int>> call, bool isCommand)
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
            catch (CheckoutException e) when (isCommand && e.OutcomeUnknown)
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
