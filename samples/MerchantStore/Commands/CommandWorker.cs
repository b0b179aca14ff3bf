namespace MerchantStore.Commands;

/// <summary>Sends what handlers wrote down, after their transaction: a handler that runs again does not charge again.</summary>
internal sealed class CommandWorker(CommandLog commands, CommandSender sender, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await commands.GiveUpUnansweredAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        do
        {
            while (await sender.SendWaitingAsync(stoppingToken))
            {
                // There may be more.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
