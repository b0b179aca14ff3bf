namespace MerchantStore;

/// <summary>
/// Repeats work of the store every second. After an error it waits twice as long each time, up to a minute, and logs only the first of the errors until the work
/// succeeds again.
/// </summary>
/// <param name="name">The work, as the subject of the log's sentences.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class RepeatedWork(string name, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(1);

    /// <summary>Runs until it is canceled.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        var delay = Interval;
        while (true)
        {
            try
            {
                await work(stoppingToken);
                if (delay > Interval)
                {
                    LogWorksAgain(logger, name);
                }

                delay = Interval;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // An exception that leaves a background service would end the store.
                if (delay == Interval)
                {
                    LogFailed(logger, e, name);
                }

                delay = TimeSpan.FromTicks(Math.Min(2 * delay.Ticks, MaxDelay.Ticks));
            }

            await Task.Delay(delay, time, stoppingToken);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Work} failed. The store tries again, at least once a minute, and logs when it works again")]
    private static partial void LogFailed(ILogger logger, Exception exception, string work);

    [LoggerMessage(2, LogLevel.Information, "{Work} works again")]
    private static partial void LogWorksAgain(ILogger logger, string work);
}
