namespace MerchantStore.Commands;

/// <summary>Sends the commands that handlers recorded, after their transaction: a handler that runs again does not charge again.</summary>
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
                // Send all waiting commands.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
