using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Sends one command for an order. It is sent once, and only after a confirmation if it moves money or cannot be undone.</summary>
internal abstract class OrderActionCommand : ToolCommand
{
    private readonly ClientCall _call;
    private readonly Argument<string> _number;
    private readonly Option<bool>? _yes;

    /// <param name="name">The name of the command.</param>
    /// <param name="description">Its description.</param>
    /// <param name="call">The gateway.</param>
    /// <param name="number">The order number.</param>
    /// <param name="asks">Whether the user must confirm.</param>
    protected OrderActionCommand(string name, string description, ClientCall call, Argument<string> number, bool asks = false)
        : base(name, description)
    {
        (_call, _number) = (call, number);
        if (asks)
        {
            _yes = new Option<bool>("--yes") { Description = "Does not ask before the command is sent." };
            Options.Add(_yes);
        }

        Details = $"{(asks ? "Asks before the command is sent, unless --yes. " : string.Empty)}The command is sent once. {ClientCall.ExitCodes} It is 4 if the command may have been executed although no usable response arrived: look at the order before you send it again.";
        Examples = [$"googlecheckout order 123456789012345 {name}"];
        SetAction(RunAsync);
    }

    /// <summary>Reads the files that the command is created from.</summary>
    /// <exception cref="InvalidInputException">A file cannot be read.</exception>
    protected virtual Task ReadFilesAsync(ParseResult parsed, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Creates the command to send.</summary>
    /// <exception cref="InvalidInputException">An option is invalid.</exception>
    protected abstract OrderCommand Create(string googleOrderNumber, ParseResult parsed);

    /// <summary>Returns what will happen, as the beginning of a question.</summary>
    protected virtual string Describe(OrderCommand command) => $"{Description?.Split('.')[0]}";

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var number = parsed.GetRequiredValue(_number);
        await ReadFilesAsync(parsed, stop).ConfigureAwait(false);
        var command = Create(number, parsed);
        if (_yes is not null && !parsed.GetValue(_yes) && !await ConfirmAsync(number, command, stop).ConfigureAwait(false))
        {
            await _call.Console.Error.WriteLineAsync("Nothing was sent.").ConfigureAwait(false);
            return ExitCode.Negative;
        }

        return await _call.CommandAsync(
            parsed,
            async client =>
            {
                var response = await _call.WaitAsync(client.SendAsync(command, stop)).ConfigureAwait(false);
                var report = OrderReport.Of(Name, number, response);
                await _call.Console.Out.WriteLineAsync(_call.IsJson(parsed) ? report.ToJson() : report.ToLines()).ConfigureAwait(false);
                return ExitCode.Success;
            },
            stop).ConfigureAwait(false);
    }

    private async Task<bool> ConfirmAsync(string number, OrderCommand command, CancellationToken stop)
    {
        await _call.Console.Error.WriteAsync($"Order {QuotedText.OfIdentifier(number)}: {Describe(command)}? [y/N] ").ConfigureAwait(false);
        await _call.Console.Error.FlushAsync(stop).ConfigureAwait(false);
        var answer = await _call.Console.In.ReadLineAsync(stop).ConfigureAwait(false)
            ?? throw new InvalidInputException("The question cannot be asked: add --yes to send the command without a question.");
        return answer.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
