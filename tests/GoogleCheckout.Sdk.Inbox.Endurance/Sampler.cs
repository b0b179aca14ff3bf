using System.Text.Json;
using Microsoft.Extensions.Hosting;

namespace GoogleCheckout.Endurance;

/// <summary>Prints what the host holds, at each interval of the clock.</summary>
internal sealed class Sampler(HostSettings settings, TimeProvider clock, WorkCounter counter) : BackgroundService
{
    /// <summary>Printed before a sample.</summary>
    public const string Prefix = "sample ";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = clock.GetTimestamp();
        using var timer = new PeriodicTimer(settings.SampleInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Console.WriteLine(Prefix + JsonSerializer.Serialize(Sample.Measure(clock.GetElapsedTime(started).TotalMinutes, counter.Current)));
        }
    }
}
