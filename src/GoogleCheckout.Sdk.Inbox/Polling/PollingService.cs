using System.Security.Cryptography;
using GoogleCheckout.Inbox.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Polls a merchant's notifications while the program runs.</summary>
internal sealed class PollingService(string merchant, NotificationPoller poller, NotificationPollingOptions options, TimeProvider time, ILogger logger) : BackgroundService
{
    private readonly CancellationTokenSource _handlerCancellation = new();

    /// <summary>Waits for the running handler until the host's shutdown timeout expires, and then cancels it.</summary>
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = GetWait(failures + 1);
            try
            {
                var dueIn = await poller.GetTimeUntilDueAsync(stoppingToken).ConfigureAwait(false);
                if (dueIn > TimeSpan.Zero)
                {
                    wait = dueIn + GetJitter();
                }
                else
                {
                    var round = await poller.PollAsync(stoppingToken, _handlerCancellation.Token).ConfigureAwait(false);
                    failures = round.IsComplete ? 0 : failures + 1;
                    wait = GetWait(failures);
                    Report(round, wait);
                }
            }
            catch (CheckoutException e)
            {
                failures++;
                PollingLog.ServiceFailed(logger, PollingLog.NameOf(merchant), e.Message, wait);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                failures++;
                PollingLog.Failed(logger, PollingLog.NameOf(merchant), wait, e);
            }

            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(false);
        }
    }

    private void Report(PollingRound round, TimeSpan wait)
    {
        if (!round.IsComplete)
        {
            PollingLog.Incomplete(logger, PollingLog.NameOf(merchant), round.NotHandled, round.FailedOrders, round.Handled, round.Duplicates, wait);
        }
        else if (round.Handled > 0)
        {
            PollingLog.Polled(logger, PollingLog.NameOf(merchant), round.Handled, round.Duplicates);
        }
        else
        {
            PollingLog.NothingNew(logger, PollingLog.NameOf(merchant));
        }
    }

    private TimeSpan GetWait(int failures)
    {
        var limit = options.MaxRetryDelay > options.Interval ? options.MaxRetryDelay : options.Interval;

        // In seconds: a doubled interval may exceed the range of TimeSpan.
        var seconds = options.Interval.TotalSeconds * Math.Pow(2, Math.Max(failures - 1, 0));
        return seconds < limit.TotalSeconds ? TimeSpan.FromSeconds(seconds) : limit;
    }

    // Keeps nodes from waking at the same moment: the first one starts the round, and the others find it started.
    private TimeSpan GetJitter() => options.Interval * (RandomNumberGenerator.GetInt32(1, 1001) / 10_000.0);
}
