namespace MerchantStore.Commands;

/// <summary>Sends the commands that handlers recorded, after their transaction: a handler that runs again does not charge again.</summary>
internal sealed partial class CommandWorker(CommandLog commands, CommandSender sender, TimeProvider time, ILogger<CommandWorker> logger) : BackgroundService
{
    private bool _hasStarted;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        do
        {
            try
            {
                await SendAllAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // An exception that leaves this method would end the store.
                LogFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        if (!_hasStarted)
        {
            await commands.GiveUpUnansweredAsync(cancellationToken);
            _hasStarted = true;
        }

        await sender.RecordLeftAsync(cancellationToken);
        while (await sender.SendWaitingAsync(cancellationToken))
        {
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Waiting commands could not be sent. The store tries again in a second")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
