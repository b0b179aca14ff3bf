using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox;

/// <summary>Says when the program starts that its inbox is none to rely on.</summary>
internal sealed class InMemoryWarning(ILoggerFactory loggers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Log.InMemory(loggers.CreateLogger(Log.Category));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
