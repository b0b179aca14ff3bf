using System.Diagnostics;
using System.Globalization;
using GoogleCheckout.Benchmarks.Report;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// Complete orders, from the cart to the archive, with client, sandbox and merchant's site in separate processes
/// and TLS between all of them. Each order causes eight notifications, which the site acknowledges. Goals:
/// 30,000 orders a minute on two cores, and milliseconds for a command while 10,000 orders are in memory.
/// </summary>
internal static class SandboxThroughput
{
    private const int DefaultOrders = 2_000;

    // Until then, the three processes spend about a third of their time on compiling code.
    private const int WarmUp = 4_000;

    private const int Batch = 100;
    private const int AtOnce = 16;
    private const int NotificationsOfAnOrder = 8;
    private const int ManyOrders = 10_000;
    private const int CommandsTimed = 1_000;

    /// <param name="settings">Nothing, or <c>--orders N</c>.</param>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(string[] settings)
    {
        var orders = settings is ["--orders", var number] ? int.Parse(number, CultureInfo.InvariantCulture) : DefaultOrders;
        var root = Path.GetTempFileName();
        await using var site = await SiteProcess.StartAsync(root);
        var callback = new Uri($"https://127.0.0.1:{site.Port}/callback");
        await using var sandbox = await SandboxProcess.StartAsync("--callback-url", callback.ToString(), "--callback-trust", root);
        File.Delete(root);
        using var shop = new SandboxShop(sandbox.CreateOptions());

        await LiveAsync(shop, WarmUp);
        shop.Steps.Clear();
        var lives = await MeasureLivesAsync(shop, orders, sandbox.Process, site.Process);

        await shop.SetCallbackAsync(null);
        await FillAsync(shop, ManyOrders - WarmUp - orders);
        await shop.SetCallbackAsync(callback);
        return [lives, await MeasureCommandsAsync(shop, sandbox.Process)];
    }

    private static async Task<Row> MeasureLivesAsync(SandboxShop shop, int orders, Process sandbox, Process site)
    {
        Process[] processes = [Process.GetCurrentProcess(), sandbox, site];
        var before = processes.Select(ProcessorTime).ToList();
        var elapsed = await LiveAsync(shop, orders);
        var used = processes.Select((process, i) => (ProcessorTime(process) - before[i]).TotalMilliseconds / orders).ToList();

        Print($"processor time of an order: client {used[0]:F2} ms, sandbox {used[1]:F2} ms, site {used[2]:F2} ms");
        Print($"mean time of a step with {AtOnce} at once; review and deliver are for {Batch} orders together, divided by their number:");
        foreach (var step in shop.Steps.All)
        {
            Print($"  {step.Name,-10} {step.Times.Average():F2} ms");
        }

        var perMinute = orders / elapsed.TotalMinutes;
        return new Row(
            FormattableString.Invariant($"orders through the sandbox, after {WarmUp:N0} others: cart, order, charge, ship, archive, 8 notifications acknowledged; client, sandbox and site in three processes"),
            FormattableString.Invariant($"{perMinute:F0} a minute, {used[1]:F1} ms of the sandbox's processor time each"),
            string.Empty,
            null,
            "at least 30,000 a minute",
            perMinute >= 30_000);
    }

    // Batch by batch, because all orders share one clock: the review of a whole batch ends at once.
    private static async Task<TimeSpan> LiveAsync(SandboxShop shop, int orders)
    {
        var clock = new Stopwatch();
        for (var done = 0; done < orders; done += Batch)
        {
            clock.Start();
            var placed = await PlaceAsync(shop, Math.Min(Batch, orders - done));
            await shop.PassReviewAsync(placed.Length);
            await ForEachAsync(placed, shop.ChargeShipAndArchiveAsync);
            await shop.DeliverAsync(placed.Length);
            clock.Stop();
            await shop.CheckDeliveriesAsync(placed, NotificationsOfAnOrder);
        }

        return clock.Elapsed;
    }

    private static async Task FillAsync(SandboxShop shop, int orders)
    {
        if (orders > 0)
        {
            await PlaceAsync(shop, orders);
            await shop.PassReviewAsync(orders);
        }
    }

    private static async Task<Row> MeasureCommandsAsync(SandboxShop shop, Process sandbox)
    {
        var orders = await PlaceAsync(shop, CommandsTimed);
        await shop.PassReviewAsync(orders.Length);
        await shop.DeliverAsync(orders.Length);
        shop.Steps.Clear();
        foreach (var order in orders)
        {
            await shop.ChargeShipAndArchiveAsync(order);
            await shop.SummarizeAsync(order);
        }

        sandbox.Refresh();
        Print($"one after the other, with more than {ManyOrders} orders in memory ({sandbox.WorkingSet64 / 1024 / 1024} MB), notifications going out meanwhile:");
        foreach (var step in shop.Steps.All)
        {
            Print($"  {step.Name,-10} median {Comparison.Median(step.Times):F2} ms, 99th percentile {Percentile99(step.Times):F2} ms, longest {step.Times.Max():F2} ms");
        }

        List<double> all = [.. shop.Steps.All.SelectMany(step => step.Times)];
        return new Row(
            FormattableString.Invariant($"a command to a sandbox with {ManyOrders:N0} orders in memory"),
            FormattableString.Invariant($"{Comparison.Median(all):F2} ms median, {Percentile99(all):F1} ms at the 99th percentile, {all.Max():F0} ms at most"),
            string.Empty,
            null,
            "milliseconds",
            Percentile99(all) < 10);
    }

    private static async Task<string[]> PlaceAsync(SandboxShop shop, int orders)
    {
        var placed = new string[orders];
        await ForEachAsync(Enumerable.Range(0, orders), async i => placed[i] = await shop.OrderAsync());
        return placed;
    }

    private static Task ForEachAsync<T>(IEnumerable<T> all, Func<T, Task> work) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) => await work(one));

    private static double Percentile99(List<double> times) => times.Order().ElementAt(times.Count * 99 / 100);

    private static TimeSpan ProcessorTime(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    private static void Print(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
