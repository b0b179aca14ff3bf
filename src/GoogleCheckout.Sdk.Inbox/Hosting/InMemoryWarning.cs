using GoogleCheckout.Inbox.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.Hosting;

/// <summary>Says when the program starts that its inbox is none to rely on.</summary>
internal sealed class InMemoryWarning(ILogger logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Log.InMemory(logger);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
