using GoogleCheckout.Inbox.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>
/// Runs the workers. In inline mode too there is one, which looks now and then: what was stored before the mode was changed,
/// and dead letters that are replayed, are not left lying.
/// </summary>
internal sealed class QueueService(QueueWorker worker, QueueSignal signal, NotificationInboxOptions options, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan InlinePollInterval = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _patience = new();

    /// <summary>Handlers may end what they are at, until the host's patience is over.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        using (cancellationToken.Register(_patience.Cancel))
        {
            await base.StopAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _patience.Dispose();
    }

    /// <summary>How many workers there are.</summary>
    public static int WorkersOf(NotificationInboxOptions options) => options.Mode == NotificationInboxMode.Queued ? options.Workers : 1;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([PollAsync(stoppingToken), .. Enumerable.Range(0, WorkersOf(options)).Select(_ => WorkAsync(stoppingToken))]);

    private async Task PollAsync(CancellationToken stoppingToken)
    {
        var interval = options.Mode == NotificationInboxMode.Queued || options.PollInterval > InlinePollInterval ? options.PollInterval : InlinePollInterval;
        using var timer = new PeriodicTimer(interval, time);
        do
        {
            signal.Raise();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(stoppingToken).ConfigureAwait(false);
            try
            {
                while (!stoppingToken.IsCancellationRequested && await worker.TryNextAsync(_patience.Token).ConfigureAwait(false))
                {
                }
            }
            catch (Exception e) when (!_patience.IsCancellationRequested)
            {
                Log.QueueFailed(logger, e);
            }
        }
    }
}
