using System.Security.Cryptography;
using GoogleCheckout.Inbox.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Pulls a merchant's notifications for as long as the program runs.</summary>
internal sealed class PollingService(string merchant, NotificationPoller poller, NotificationPollingOptions options, TimeProvider time, ILogger logger) : BackgroundService
{
    private readonly CancellationTokenSource _patience = new();

    /// <summary>The handler that runs may end what it is at, until the host's patience is over.</summary>
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = WaitAfter(failures + 1);
            try
            {
                var dueIn = await poller.DueInAsync(stoppingToken).ConfigureAwait(false);
                if (dueIn > TimeSpan.Zero)
                {
                    wait = dueIn + Spread();
                }
                else
                {
                    var round = await poller.PullAsync(stoppingToken, _patience.Token).ConfigureAwait(false);
                    failures = round.IsComplete ? 0 : failures + 1;
                    wait = WaitAfter(failures);
                    Report(round, wait);
                }
            }
            catch (CheckoutException e)
            {
                failures++;
                PollingLog.ServiceFailed(logger, merchant, e.Message, wait);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                failures++;
                PollingLog.Failed(logger, merchant, wait, e);
            }

            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(false);
        }
    }

    private void Report(PollingRound round, TimeSpan wait)
    {
        if (!round.IsComplete)
        {
            PollingLog.Incomplete(logger, merchant, round.NotHandled, round.FailedOrders, round.Handled, round.Duplicates, wait);
        }
        else if (round.Handled > 0)
        {
            PollingLog.Polled(logger, merchant, round.Handled, round.Duplicates);
        }
        else
        {
            PollingLog.NothingNew(logger, merchant);
        }
    }

    private TimeSpan WaitAfter(int failures)
    {
        var limit = options.MaxRetryDelay > options.Interval ? options.MaxRetryDelay : options.Interval;
        var wait = options.Interval * Math.Pow(2, Math.Clamp(failures - 1, 0, 30));
        return wait < limit ? wait : limit;
    }

    // Nodes that would wake together do not, and all but the first find that it was there.
    private TimeSpan Spread() => options.Interval * (RandomNumberGenerator.GetInt32(1, 1001) / 10_000.0);
}
