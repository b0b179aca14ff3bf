using Microsoft.Extensions.Hosting;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>The life of a server that its owner starts and stops: it does not handle Ctrl-C.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
