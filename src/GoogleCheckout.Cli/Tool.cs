using System.CommandLine;
using GoogleCheckout.Cli.Archives;
using GoogleCheckout.Cli.Callbacks;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Cli.Documents;
using GoogleCheckout.Cli.Orders;
using GoogleCheckout.Cli.Sandbox;

namespace GoogleCheckout.Cli;

/// <summary>The command line of the tool.</summary>
internal static class Tool
{
    // Response files are off: an argument that begins with @ is an argument.
    private static readonly ParserConfiguration Parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Creates the root command with all commands.</summary>
    public static RootCommand CreateRootCommand(ToolConsole console)
    {
        var root = new RootCommand("Google Checkout XML API v2 from a shell. Not affiliated with Google, which ended the service on 2013-11-20.")
        {
            new ArchiveCommand(console),
            new SandboxCommand(console),
            new ValidateCommand(console),
            new FormatCommand(console),
            new SendCommand(console),
            new TriggerCommand(console),
            new CheckoutCommand(console),
            new ShowOrderCommand(console),
            new OrdersCommand(console),
            new HistoryCommand(console),
            new PollCommand(console),
            new HelloCommand(console),
            new DiagnoseCommand(console),
        };
        HelpLayout.Apply(root);
        return root;
    }

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, ToolConsole console, CancellationToken stop)
    {
        var parsed = CreateRootCommand(console).Parse(args, Parsing);
        if (CommandLineErrors.Find(parsed) is { Count: > 0 } errors)
        {
            return await FailAsync(console, string.Join(Environment.NewLine, errors)).ConfigureAwait(false);
        }

        try
        {
            return await parsed.InvokeAsync(CreateInvocation(console), stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync("Stopped.").ConfigureAwait(false);
            return ExitCode.Stopped;
        }
        catch (ClosedOutputException)
        {
            return ExitCode.OutputClosed;
        }
        catch (InvalidInputException e)
        {
            return await FailAsync(console, e.Message).ConfigureAwait(false);
        }
    }

    // Program handles the signals, and what is thrown is handled above.
    private static InvocationConfiguration CreateInvocation(ToolConsole console) => new()
    {
        Output = console.Out,
        Error = console.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    private static async Task<int> FailAsync(ToolConsole console, string message)
    {
        await console.Error.WriteLineAsync(message).ConfigureAwait(false);
        await console.Error.WriteLineAsync("--help lists the options.").ConfigureAwait(false);
        return ExitCode.InvalidInput;
    }
}
