using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using GoogleCheckout.Benchmarks.Report;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Benchmarks;

/// <summary>The start of a sandbox with a journal of 10,000 orders: each with its cart, a charge, a shipment and the archive. Goal: 5 seconds.</summary>
internal static partial class ReplayJournal
{
    private const int Orders = 10_000;

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-journal-");
        try
        {
            var options = new CheckoutSandboxOptions { DataPath = Path.Combine(folder.FullName, "sandbox.journal") };
            await WriteFirstAsync(options);
            await RepeatAsync(options.DataPath);
            var length = new FileInfo(options.DataPath).Length;
            var started = Stopwatch.GetTimestamp();
            await using var sandbox = await CheckoutSandbox.StartAsync(options);
            var elapsed = Stopwatch.GetElapsedTime(started);
            return
            [
                new Row(
                    FormattableString.Invariant($"a sandbox starts with a journal of {Orders:N0} orders, each with cart, charge, shipment and archive ({length / 1024 / 1024} MB, {sandbox.Restoration!.Lines:N0} lines)"),
                    FormattableString.Invariant($"{elapsed.TotalSeconds:F1} s"),
                    string.Empty,
                    null,
                    "at most 5 s",
                    elapsed < TimeSpan.FromSeconds(5)),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteFirstAsync(CheckoutSandboxOptions options)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(options);
        using var client = sandbox.CreateClient();
        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await client.ChargeOrderAsync(order.GoogleOrderNumber);
        await client.DeliverOrderAsync(order.GoogleOrderNumber, new TrackingData { Carrier = Carriers.UPS, TrackingNumber = "1Z" });
        await client.ArchiveOrderAsync(order.GoogleOrderNumber);
    }

    // The lines of the first order, with other numbers.
    private static async Task RepeatAsync(string path)
    {
        var lines = (await File.ReadAllLinesAsync(path)).Where(line => line.Contains("\"merchant\":", StringComparison.Ordinal) && !line.Contains("\"settings\":", StringComparison.Ordinal)).ToList();
        var numbers = lines.SelectMany(line => AssignedNumber().Matches(line)).Select(match => match.Groups[1].Value).Distinct().ToList();
        await using var file = File.AppendText(path);
        for (var i = 1; i < Orders; i++)
        {
            foreach (var line in lines)
            {
                await file.WriteAsync(numbers.Index().Aggregate(line, (text, number) => text.Replace(number.Item, Create(number.Index, i), StringComparison.Ordinal)) + "\n");
            }
        }
    }

    private static string Create(int kind, int order) => string.Create(CultureInfo.InvariantCulture, $"{kind + 1}{order:00000000000000}");

    [GeneratedRegex("\"numbers\":\\[\"([0-9]{15})\"\\]")]
    private static partial Regex AssignedNumber();
}
