using System.CommandLine;
using System.Globalization;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Documents;

/// <summary>Lists the faults of files.</summary>
internal sealed class ValidateCommand : ToolCommand
{
    private readonly ToolConsole _console;

    public ValidateCommand(ToolConsole console)
        : base("validate", "Lists what is wrong with messages and carts, with line, position and path.")
    {
        _console = console;
        var files = new Argument<string[]>("FILE") { Description = InputFile.DescribeDocument("An XML document: a cart, a command, a notification, a history, or any other message."), Arity = ArgumentArity.OneOrMore };
        Arguments.Add(files);
        Details =
            "Finds what the schema of the protocol does not allow, carts that the service would reject, and notifications whose amounts, states or "
            + "numbers are inconsistent. A warning is probably a mistake, but a service accepts it. The exit code is 0 if there are no faults, "
            + "1 if there are, and 2 if a file cannot be read.";
        Examples =
        [
            "googlecheckout validate cart.xml",
            "googlecheckout validate - < cart.xml",
        ];
        SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(files), stop));
    }

    private async Task<int> RunAsync(string[] files, CancellationToken stop)
    {
        var exitCode = ExitCode.Success;
        var validated = 0;
        var progress = new WorkProgress(_console, () => new WorkState("Validating", files.Length == 1 ? null : (double)validated / files.Length));
        foreach (var file in files)
        {
            try
            {
                var document = await InputFile.ReadAsync(file, _console, stop).ConfigureAwait(false);
                exitCode = Math.Max(exitCode, Report(InputFile.Quote(file), await progress.WaitAsync(Task.Run(() => DocumentValidator.Validate(document), stop)).ConfigureAwait(false)));
            }
            catch (InvalidInputException e)
            {
                await _console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
                exitCode = ExitCode.InvalidInput;
            }

            validated++;
        }

        return exitCode;
    }

    private int Report(string file, IReadOnlyList<DocumentFault> faults)
    {
        foreach (var fault in faults)
        {
            var place = fault.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{file}:{fault.Line}:{fault.Column}") : file;
            _console.List.WriteLine($"{place}: {(fault.IsWarning ? "warning: " : string.Empty)}{(fault.Path is { } path ? $"{path} " : string.Empty)}{fault.Reason}");
        }

        if (faults.Any(fault => !fault.IsWarning))
        {
            return ExitCode.Negative;
        }

        _console.List.WriteLine($"{file}: valid");
        return ExitCode.Success;
    }
}
