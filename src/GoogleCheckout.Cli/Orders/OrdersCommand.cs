using System.CommandLine;
using System.Globalization;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Cli.Settings;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Lists the orders of a period.</summary>
internal sealed class OrdersCommand : ToolCommand
{
    private readonly Option<DateTime> _from = new("--from") { HelpName = "DATE", Description = "The first day or time of the orders, for example 2013-01-31.", Required = true };
    private readonly Option<DateTime> _to = new("--to") { HelpName = "DATE", Description = "The end of the period, which is not part of it.", Required = true };
    private readonly Option<string?> _zone = new("--time-zone") { HelpName = "ZONE", Description = "The time zone of the two, for example America/Los_Angeles. (that of the account)" };
    private readonly Option<FinancialOrderState?> _state = new("--state") { HelpName = "STATE", Description = "Only orders in this financial state, for example Chargeable." };

    public OrdersCommand(ToolConsole console)
        : base("orders", "Lists the orders of a period.")
    {
        var options = new ClientOptions();
        var call = new ClientCall(console, options);
        foreach (var option in (Option[])[_from, _to, _zone, _state])
        {
            Options.Add(option);
        }

        options.AddTo(this);
        Details = "Each line has the order number, the date, the financial and the fulfillment state, the amount, what was charged, and the merchant's number, separated by tabs. "
            + $"{ClientOptions.Details}{ClientCall.ExitCodes}";
        Examples = ["googlecheckout orders --from 2013-01-01 --to 2013-02-01"];
        SetAction((parsed, stop) => call.QueryAsync(parsed, async client =>
        {
            var orders = client.GetOrderListAsync(CreateRequest(parsed), stop);
            await foreach (var order in call.WaitAsync(orders, GetState, stop).ConfigureAwait(false))
            {
                await console.List.WriteLineAsync(call.IsJson(parsed) ? OrderReport.Of(order).ToJson() : OrderReport.RowOf(order)).ConfigureAwait(false);
            }

            return ExitCode.Success;
        }));
    }

    private static WorkState GetState(long count, OrderListEntry last) => new(string.Create(CultureInfo.InvariantCulture, $"{count:N0} orders"));

    private OrderListRequest CreateRequest(ParseResult parsed) => new()
    {
        StartDate = parsed.GetValue(_from),
        EndDate = parsed.GetValue(_to),
        DateTimeZone = parsed.GetValue(_zone),
        FinancialState = parsed.GetValue(_state),
    };
}
