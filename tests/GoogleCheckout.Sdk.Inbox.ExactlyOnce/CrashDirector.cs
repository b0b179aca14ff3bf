using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>One run: database, receivers and sender, what happens to them, and the verdict.</summary>
internal sealed class CrashDirector : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Stalled = TimeSpan.FromSeconds(60);

    private readonly RunOptions _options;
    private readonly Random _random;
    private readonly DatabaseServer? _server;
    private readonly Shop _shop;
    private readonly List<NodeProcess> _receivers;
    private readonly Sender _sender;
    private readonly Incidents _incidents;
    private int _selfInflicted;
    private TimeSpan _duration;

    private CrashDirector(RunOptions options, string[] arguments, string folder, DatabaseServer? server)
    {
        _options = options;
        _random = new Random(options.Seed);
        _server = server;
        var connectionString = server is null ? $"Data Source={Path.Combine(folder, "shop.db")}" : server.ConnectionString() + ";Maximum Pool Size=50";
        _shop = Shop.Open(options, connectionString);
        var addresses = FreePorts(options.Receivers).Select(port => new Uri($"http://127.0.0.1:{port}{Receiver.Path}")).ToList();
        _receivers = [.. addresses.Select((address, number) => new NodeProcess(typeof(CrashDirector).Assembly.Location, ["receiver", address.ToString(), connectionString, .. arguments], Path.Combine(folder, $"receiver-{number + 1}.log")))];
        _sender = new Sender(addresses);
        _incidents = Incidents.Plan(options.Kills, options.Restarts, options.Notifications, _random);
    }

    /// <summary>Runs it and prints what came of it.</summary>
    /// <returns>Whether each effect is there exactly once.</returns>
    public static async Task<bool> RunAsync(string[] arguments)
    {
        var options = RunOptions.Parse(arguments);
        await using var server = await DatabaseServer.StartNewAsync(options.Database);
        var folder = Directory.CreateTempSubdirectory("exactly-once-").FullName;
        await using var conductor = new CrashDirector(options, arguments, folder, server);
        var isExactlyOnce = await conductor.RunAsync();
        if (isExactlyOnce && !options.Keep)
        {
            Directory.Delete(folder, recursive: true);
        }
        else
        {
            Console.WriteLine($"The receivers' logs are in {folder}");
        }

        return isExactlyOnce;
    }

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        foreach (var receiver in _receivers)
        {
            await receiver.DisposeAsync();
        }

        await _shop.DisposeAsync();
    }

    private async Task<bool> RunAsync()
    {
        var notifications = NotificationStream.Make(_options.Notifications, _options.Orders, _random);
        var deliveries = NotificationStream.Shuffle(notifications, _options.Notifications * _options.Duplicates / 100, _random);
        await _shop.CreateAsync(CancellationToken.None);
        _receivers.ForEach(receiver => receiver.Start());
        await WatchAsync(deliveries);
        foreach (var receiver in _receivers.Where(receiver => !receiver.HasEnded))
        {
            await receiver.StopAsync();
        }

        var verdict = ConsistencyChecker.Decide(
            notifications, await _shop.ReadEffectsAsync(CancellationToken.None), await _shop.CountOverlapsAsync(CancellationToken.None), _options.IsQueued);
        Console.WriteLine(Report.Of(_options, verdict, deliveries.Count, _sender.Deliveries, _incidents, _selfInflicted, _duration));
        return verdict.IsExactlyOnce && _incidents.AllHappened;
    }

    /// <summary>Keeps the receivers going and has the incidents happen, until all is delivered and no more effects come.</summary>
    private async Task WatchAsync(IReadOnlyList<Sending> deliveries)
    {
        using var stop = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var sending = _sender.DeliverAsync(deliveries, stop.Token);
        var (effects, lastChange) = (0, clock.Elapsed);
        using var ticks = new PeriodicTimer(Tick);
        while (await ticks.WaitForNextTickAsync(CancellationToken.None))
        {
            Revive();
            if (await CountEffectsAsync() is { } now && now != effects)
            {
                (effects, lastChange) = (now, clock.Elapsed);
                _duration = clock.Elapsed;
            }

            await _incidents.HappenAsync(effects, _receivers, _server);
            var isComplete = sending.IsCompleted && effects >= _options.Notifications;
            if (clock.Elapsed - lastChange > (isComplete ? Quiet : Stalled))
            {
                break;
            }
        }

        await stop.CancelAsync();
        await sending.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private void Revive()
    {
        foreach (var receiver in _receivers.Where(receiver => receiver.HasEnded))
        {
            receiver.Start();
            _selfInflicted++;
        }
    }

    private async Task<int?> CountEffectsAsync()
    {
        try
        {
            return await _shop.CountEffectsAsync(CancellationToken.None);
        }
        catch (Exception e) when (DatabaseServer.IsUnavailable(e))
        {
            return null;
        }
    }

    // Held all at once, so that they differ.
    private static List<int> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
