using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Cli.Settings;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Lists the notifications of a period or of orders, or one of them.</summary>
internal sealed class HistoryCommand : ToolCommand
{
    private readonly Option<DateTimeOffset?> _from = new("--from") { HelpName = "TIME", Description = "The first time, for example 2013-01-31T00:00:00Z." };
    private readonly Option<DateTimeOffset?> _to = new("--to") { HelpName = "TIME", Description = "The end of the period." };
    private readonly Option<string[]> _orders = new("--order") { HelpName = "NUMBER", Description = "Only notifications of this order. May be repeated." };
    private readonly Option<string[]> _types = new("--type") { HelpName = "TYPE", Description = "Only notifications of this type, for example charge-amount. May be repeated." };
    private readonly Option<string?> _serialNumber = new("--serial-number") { HelpName = "NUMBER", Description = "Only the notification with this serial number. The other choices have no effect." };
    private readonly Option<bool> _xml = new("--xml") { Description = "Writes the documents, one after the other, with the buyer's data. The commands of archive read them." };
    private readonly ToolConsole _console;
    private readonly ClientCall _call;

    public HistoryCommand(ToolConsole console)
        : base("history", "Lists the notifications of a period or of orders.")
    {
        var options = new ClientOptions();
        _console = console;
        _call = new ClientCall(console, options);
        foreach (var option in (Option[])[_from, _to, _orders, _types, _serialNumber, _xml])
        {
            Options.Add(option);
        }

        options.AddTo(this);
        Details = "Each line has the time, the kind, the order number, the serial number and the amount, separated by tabs. "
            + $"{ClientOptions.Details}{ClientCall.ExitCodes}";
        Examples =
        [
            "googlecheckout history --from 2013-01-01T00:00:00Z --to 2013-02-01T00:00:00Z --json",
            "googlecheckout history --order 123456789012345 --xml > order.log",
        ];
        SetAction((parsed, stop) => _call.QueryAsync(parsed, client => RunAsync(client, parsed, stop)));
    }

    private async Task<int> RunAsync(CheckoutClient client, ParseResult parsed, CancellationToken stop)
    {
        if (parsed.GetValue(_serialNumber) is { } serialNumber)
        {
            await WriteAsync(await _call.WaitAsync(client.GetNotificationAsync(serialNumber, stop)).ConfigureAwait(false), parsed).ConfigureAwait(false);
            return ExitCode.Success;
        }

        var request = CreateRequest(parsed);
        var notifications = client.GetNotificationHistoryAsync(request, stop);
        await foreach (var notification in _call.WaitAsync(notifications, (count, last) => OrderReport.CountOf(count, GetFraction(request, last)), stop).ConfigureAwait(false))
        {
            await WriteAsync(notification, parsed).ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    private Task WriteAsync(Notification notification, ParseResult parsed) => _console.List.WriteLineAsync(
        parsed.GetValue(_xml) ? notification.GetOriginalText()
        : _call.IsJson(parsed) ? OrderReport.Of(notification).ToJson()
        : OrderReport.RowOf(notification));

    // The service returns the notifications oldest first.
    private static double? GetFraction(NotificationHistoryRequest request, Notification last) =>
        request is { StartTime: { } start, EndTime: { } end } && end > start && last.Timestamp is { } time ? Math.Clamp((time - start) / (end - start), 0, 1) : null;

    private NotificationHistoryRequest CreateRequest(ParseResult parsed) => new()
    {
        StartTime = parsed.GetValue(_from),
        EndTime = parsed.GetValue(_to),
        OrderNumbers = parsed.GetValue(_orders) ?? [],
        NotificationTypes = parsed.GetValue(_types) ?? [],
    };
}
