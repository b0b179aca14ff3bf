using GoogleCheckout.Inbox.Storage;
using Microsoft.Extensions.Hosting;

namespace GoogleCheckout.Inbox.Hosting;

/// <summary>Creates the tables before the hosted services that use them start.</summary>
internal sealed class InboxStart(InboxDatabase database, NotificationInboxOptions options) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) =>
        options.CreateSchema ? NotificationInboxSchema.CreateAsync(database, cancellationToken) : Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
