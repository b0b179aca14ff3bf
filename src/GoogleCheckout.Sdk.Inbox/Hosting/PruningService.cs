using GoogleCheckout.Inbox.Diagnostics;
using GoogleCheckout.Inbox.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Hosting;

/// <summary>Deletes expired rows when the program starts and then every hour.</summary>
internal sealed class PruningService(Pruning pruning, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await PruneAsync(stoppingToken).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task PruneAsync(CancellationToken stoppingToken)
    {
        try
        {
            var (payloads, keys, orders) = await pruning.PruneAsync(stoppingToken).ConfigureAwait(false);
            if (payloads + keys > 0)
            {
                Log.Pruned(logger, payloads, keys, orders);
            }
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            Log.PruningFailed(logger, e);
        }
    }
}
