using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Threading.Channels;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Endurance;

/// <summary>One run: database, sandbox, host and buyers, what happens to them, and the judgment.</summary>
internal sealed class EnduranceRun : IAsyncDisposable
{
    private const int Rotations = 3;

    // Each fifth order is not pushed.
    private const int Unpushed = 5;

    // Polling returns nothing that is younger than 35 minutes.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(36);
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly EnduranceOptions _options;
    private readonly string _folder;
    private readonly HostSettings _settings;
    private readonly X509Certificate2 _certificate = SelfSignedCertificate.Create();
    private readonly Channel<CheckoutRedirect> _carts = Channel.CreateUnbounded<CheckoutRedirect>();
    private readonly ConcurrentQueue<Sample> _samples = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _reloads = new();
    private readonly NodeProcess _host;

    private EnduranceRun(EnduranceOptions options, DatabaseServer? server, string folder)
    {
        _options = options;
        _folder = folder;
        var configuration = Directory.CreateDirectory(Path.Combine(folder, "configuration")).FullName;
        _settings = new HostSettings
        {
            Database = options.Database,
            ConnectionString = server?.ConnectionString() ?? $"Data Source={Path.Combine(folder, "shop.db")}",
            ConfigurationPath = Path.Combine(configuration, "shop.json"),
            ServerCertificatePath = Path.Combine(folder, "server.pfx"),
            Started = TimeProvider.System.GetUtcNow(),
            Speed = options.Speed,
            Ahead = Ahead,
            SampleInterval = options.SampleInterval,
        };
        var path = Path.Combine(folder, "host.json");
        _settings.Write(path);
        File.WriteAllBytes(_settings.ServerCertificatePath, _certificate.Export(X509ContentType.Pkcs12));
        _host = new NodeProcess(typeof(EnduranceRun).Assembly.Location, ["host", path], Path.Combine(folder, "host.log"), Read);
    }

    /// <summary>Runs it, draws the curves and prints the result.</summary>
    /// <returns>Whether the host has worked and nothing grows.</returns>
    public static async Task<bool> RunAsync(EnduranceOptions options)
    {
        await using var server = await DatabaseServer.StartNewAsync(options.Database);
        var folder = Directory.CreateTempSubdirectory("endurance-").FullName;
        bool isLevel;
        await using (var run = new EnduranceRun(options, server, folder))
        {
            isLevel = await run.RunAsync();
        }

        if (isLevel && !options.Keep)
        {
            Directory.Delete(folder, recursive: true);
        }
        else
        {
            Console.WriteLine($"The logs are in {folder}");
        }

        return isLevel;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task<bool> RunAsync()
    {
        var stopwatch = Stopwatch.StartNew();
        await using var sandbox = await RotatingSandbox.StartAsync(_settings, _certificate, _folder, redirect => _carts.Writer.TryWrite(redirect));
        await sandbox.PlaceEarlierOrdersAsync();

        // For the host: with memory scarce, a full collection also empties the shared array pools. Otherwise these keep what a busy moment needed
        // for up to a minute, which is 20 minutes of the clock.
        Environment.SetEnvironmentVariable("DOTNET_GCHighMemPercent", "1");
        _host.Start();
        sandbox.PushTo(new Uri(await _listening.Task.WaitAsync(StartLimit), ShopHost.CallbackPath));
        var buyers = BuyAsync(sandbox);
        List<double> sandboxHeap = [GetHeapMegabytes()];
        await foreach (var _ in LiveAsync(sandbox))
        {
            sandboxHeap.Add(GetHeapMegabytes());
        }

        await _host.StopAsync();
        _carts.Writer.Complete();
        await buyers;
        return Judge(sandbox, sandboxHeap, stopwatch.Elapsed);
    }

    private async Task BuyAsync(RotatingSandbox sandbox)
    {
        var number = 0;
        await foreach (var cart in _carts.Reader.ReadAllAsync())
        {
            await sandbox.PlaceAsync(cart, isPushed: ++number % Unpushed != 0);
        }
    }

    /// <summary>Lets the time of the run pass, with the rotations.</summary>
    /// <returns>The rotations, each before it happens, and the end.</returns>
    private async IAsyncEnumerable<int> LiveAsync(RotatingSandbox sandbox)
    {
        using var timer = new PeriodicTimer(_options.Duration / (Rotations + 1), new FasterTimeProvider(_settings.Started, _settings.Speed));
        for (var rotation = 0; rotation < Rotations; rotation++)
        {
            await timer.WaitForNextTickAsync();
            yield return rotation;
            await sandbox.RotateAsync(number => GetReload(number).Task.WaitAsync(StartLimit));
        }

        await timer.WaitForNextTickAsync();
        yield return Rotations;
    }

    private static double GetHeapMegabytes() => GC.GetTotalMemory(forceFullCollection: true) / (1024.0 * 1024);

    private bool Judge(RotatingSandbox sandbox, IReadOnlyList<double> sandboxHeap, TimeSpan duration)
    {
        IReadOnlyList<Sample> samples = [.. _samples];
        var curves = Curve.From(samples);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_options.Svg))!);
        File.WriteAllText(_options.Svg, CurveChart.Draw(_options, samples, curves));
        Console.WriteLine(EnduranceReport.Create(_options, duration, sandbox, sandboxHeap, samples, curves));
        return samples[^1].Work is { Carts: > 0, Polled: > 0, Commands: > 0, Failed: 0 } && curves.All(curve => !curve.Grows);
    }

    private void Read(string line)
    {
        if (line.StartsWith(Sampler.Prefix, StringComparison.Ordinal))
        {
            _samples.Enqueue(JsonSerializer.Deserialize<Sample>(line[Sampler.Prefix.Length..])!);
        }
        else if (line.StartsWith(ShopHost.Listening, StringComparison.Ordinal))
        {
            _listening.TrySetResult(new Uri(line[ShopHost.Listening.Length..]));
        }
        else if (line.StartsWith(ShopHost.Reloaded, StringComparison.Ordinal))
        {
            GetReload(int.Parse(line[ShopHost.Reloaded.Length..], System.Globalization.CultureInfo.InvariantCulture)).TrySetResult();
        }
    }

    private TaskCompletionSource GetReload(int number) => _reloads.GetOrAdd(number, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
