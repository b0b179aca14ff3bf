using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Cli.Settings;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Shows an order. The commands below it send commands.</summary>
internal sealed class ShowOrderCommand : ToolCommand
{
    public ShowOrderCommand(ToolConsole console)
        : base("order", "Shows an order; a command after the number changes it.")
    {
        var options = new ClientOptions();
        var call = new ClientCall(console, options);
        var number = new Argument<string>("NUMBER") { Description = "The Google order number." };
        Arguments.Add(number);
        options.AddTo(this, recursive: true);
        foreach (var command in OrderActionCommands.Create(call, number))
        {
            Subcommands.Add(command);
        }

        Details = $"{ClientOptions.Details}{ClientCall.ExitCodes}";
        Examples =
        [
            "googlecheckout order 123456789012345 --json",
            "googlecheckout order 123456789012345 charge --amount \"12.50 USD\"",
        ];
        SetAction((parsed, stop) => call.QueryAsync(parsed, async client =>
        {
            var orders = await call.WaitAsync(client.GetOrderSummariesAsync([parsed.GetRequiredValue(number)], stop)).ConfigureAwait(false);
            if (orders.Count == 0)
            {
                await console.Error.WriteLineAsync("The gateway does not have this order.").ConfigureAwait(false);
                return ExitCode.Negative;
            }

            var report = OrderReport.Of(orders[0]);
            await console.Out.WriteLineAsync(call.IsJson(parsed) ? report.ToJson() : report.ToLines()).ConfigureAwait(false);
            return ExitCode.Success;
        }));
    }
}
