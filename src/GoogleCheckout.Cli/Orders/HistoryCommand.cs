using System.CommandLine;
using System.Globalization;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Cli.Settings;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Lists the notifications of a period or of orders.</summary>
internal sealed class HistoryCommand : ToolCommand
{
    private readonly Option<DateTimeOffset?> _from = new("--from") { HelpName = "TIME", Description = "The first time, for example 2013-01-31T00:00:00Z." };
    private readonly Option<DateTimeOffset?> _to = new("--to") { HelpName = "TIME", Description = "The end of the period." };
    private readonly Option<string[]> _orders = new("--order") { HelpName = "NUMBER", Description = "Only notifications of this order. May be repeated." };
    private readonly Option<string[]> _types = new("--type") { HelpName = "TYPE", Description = "Only notifications of this type, for example charge-amount. May be repeated." };

    public HistoryCommand(ToolConsole console)
        : base("history", "Lists the notifications of a period or of orders.")
    {
        var options = new ClientOptions();
        var call = new ClientCall(console, options);
        foreach (var option in (Option[])[_from, _to, _orders, _types])
        {
            Options.Add(option);
        }

        options.AddTo(this);
        Details = "Each line has the time, the kind, the order number, the serial number and the amount, separated by tabs. "
            + $"{ClientOptions.Details}{ClientCall.ExitCodes}";
        Examples = ["googlecheckout history --from 2013-01-01T00:00:00Z --to 2013-02-01T00:00:00Z --json"];
        SetAction((parsed, stop) => call.QueryAsync(parsed, async client =>
        {
            var request = CreateRequest(parsed);
            var notifications = client.GetNotificationHistoryAsync(request, stop);
            await foreach (var notification in call.WaitAsync(notifications, (count, last) => GetState(request, count, last), stop).ConfigureAwait(false))
            {
                await console.Out.WriteLineAsync(call.IsJson(parsed) ? OrderReport.Of(notification).ToJson() : OrderReport.RowOf(notification)).ConfigureAwait(false);
            }

            return ExitCode.Success;
        }));
    }

    // The service returns them oldest first.
    private static WorkState GetState(NotificationHistoryRequest request, long count, Notification last) => new(
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} notifications"),
        request is { StartTime: { } start, EndTime: { } end } && end > start && last.Timestamp is { } time ? Math.Clamp((time - start) / (end - start), 0, 1) : null);

    private NotificationHistoryRequest CreateRequest(ParseResult parsed) => new()
    {
        StartTime = parsed.GetValue(_from),
        EndTime = parsed.GetValue(_to),
        OrderNumbers = parsed.GetValue(_orders) ?? [],
        NotificationTypes = parsed.GetValue(_types) ?? [],
    };
}
