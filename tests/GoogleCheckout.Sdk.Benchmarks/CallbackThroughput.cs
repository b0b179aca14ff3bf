using System.Diagnostics;
using System.Globalization;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// Notifications received, from credentials to acknowledgment, beside an empty endpoint of the same Kestrel that reads the
/// same body: 32 connections from another process, the two alternating. Budget: at least 60 % of the empty one's requests
/// per second. The site has the server's garbage collector, as sites of the Web SDK have.
/// </summary>
internal static class CallbackThroughput
{
    private const int Rounds = 5;

    public static async Task MeasureAsync()
    {
        using var site = Process.Start(new ProcessStartInfo("dotnet", [typeof(CallbackThroughput).Assembly.Location, "callback-site"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_gcServer"] = "1" },
        })!;
        var port = int.Parse(await site.StandardOutput.ReadLineAsync() ?? string.Empty, CultureInfo.InvariantCulture);
        await CompareAsync(() => CallbackLoad.RunAsync(port, "/empty"), () => CallbackLoad.RunAsync(port, "/callback"));
        site.StandardInput.Close();
        await site.WaitForExitAsync();
    }

    private static async Task CompareAsync(Func<Task<double>> measureEmpty, Func<Task<double>> measureCallbacks)
    {
        await measureEmpty();
        await measureCallbacks();
        var (empty, callbacks) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            empty.Add(await measureEmpty());
            callbacks.Add(await measureCallbacks());
            Print($"empty endpoint {empty[^1]:F0}/s, callbacks {callbacks[^1]:F0}/s, ratio {callbacks[^1] / empty[^1]:F3}");
        }

        Print($"medians: empty endpoint {Median(empty):F0}/s, callbacks {Median(callbacks):F0}/s, ratio {Median(callbacks) / Median(empty):F3}");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static void Print(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
