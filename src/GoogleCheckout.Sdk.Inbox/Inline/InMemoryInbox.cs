using System.Collections.Concurrent;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.Inline;

/// <summary>
/// Keeps all handled notifications in memory until the program ends. For tests. There is no transaction, so the changes of a
/// failed handler are not rolled back.
/// </summary>
internal sealed class InMemoryInbox : INotificationInbox, IContinueTokenStore
{
    private readonly ConcurrentDictionary<(string Merchant, string SerialNumber), bool> _handled = new();
    private readonly ConcurrentDictionary<(string Merchant, string OrderNumber), SemaphoreSlim> _orders = new();
    private readonly ConcurrentDictionary<(string Merchant, string Name), string> _tokens = new();

    public async Task<bool> HandleOnceAsync(
        Notification notification, string merchant, Func<NotificationContext, CancellationToken, Task> handle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        ArgumentNullException.ThrowIfNull(merchant);
        ArgumentNullException.ThrowIfNull(handle);
        StorableIdentifiers.EnsureStorable(notification, merchant);
        var order = _orders.GetOrAdd((merchant, notification.GoogleOrderNumber), _ => new SemaphoreSlim(1, 1));
        await order.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_handled.ContainsKey((merchant, notification.SerialNumber)))
            {
                return false;
            }

            await handle(new NotificationContext(notification, merchant), cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return _handled.TryAdd((merchant, notification.SerialNumber), true);
        }
        finally
        {
            order.Release();
        }
    }

    public Task<string?> ReadAsync(string merchant, string name, CancellationToken cancellationToken = default) =>
        Task.FromResult(_tokens.TryGetValue((merchant, name), out var token) ? token : null);

    public Task WriteAsync(string merchant, string name, string token, CancellationToken cancellationToken = default)
    {
        _tokens[(merchant, name)] = token;
        return Task.CompletedTask;
    }
}
