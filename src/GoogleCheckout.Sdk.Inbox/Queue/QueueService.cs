using GoogleCheckout.Inbox.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>
/// Runs the workers. Inline mode has one worker, too, which looks at longer intervals: for notifications that were stored
/// before the mode was changed, and for replayed dead letters.
/// </summary>
internal sealed class QueueService(QueueWorker worker, QueueSignal signal, NotificationInboxOptions options, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan InlinePollInterval = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _handlerCancellation = new();

    /// <summary>Waits for the running handlers until the host's shutdown timeout expires, and then cancels them.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        using (cancellationToken.Register(_handlerCancellation.Cancel))
        {
            await base.StopAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _handlerCancellation.Dispose();
    }

    /// <summary>Returns the number of workers.</summary>
    public static int GetWorkerCount(NotificationInboxOptions options) => options.Mode == NotificationInboxMode.Queued ? options.Workers : 1;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([PollAsync(stoppingToken), .. Enumerable.Range(0, GetWorkerCount(options)).Select(_ => WorkAsync(stoppingToken))]);

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
                while (!stoppingToken.IsCancellationRequested && await worker.TryNextAsync(_handlerCancellation.Token).ConfigureAwait(false))
                {
                }
            }
            catch (Exception e) when (!_handlerCancellation.IsCancellationRequested)
            {
                Log.QueueFailed(logger, e);
            }
        }
    }
}
