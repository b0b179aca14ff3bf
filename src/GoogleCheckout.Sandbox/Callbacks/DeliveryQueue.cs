using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Faults;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>
/// What the merchant is still to be told. The notifications of an order go out one after the other, each until it is
/// acknowledged, unless a fault says otherwise; those of different orders go side by side. Safe for many callers, and none waits for the merchant but
/// those of <see cref="DeliverAsync"/>.
/// </summary>
internal sealed class DeliveryQueue : INotificationSink, IAsyncDisposable
{
    private const int MaxConcurrentDeliveries = 64;

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly SandboxClock _clock;
    private readonly CallbackSender _sender;
    private readonly NotificationFaults _faults;
    private readonly SandboxLog<SandboxDelivery> _log;
    private readonly ITimer _timer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, OrderQueue> _orders = [];
    private readonly PriorityQueue<OrderQueue, (DateTimeOffset DueAt, long Turn)> _waiting = new();
    private readonly Dictionary<OrderQueue, Task> _underWay = [];
    private readonly List<(DateTimeOffset Until, TaskCompletionSource Quiet)> _watchers = [];
    private Uri? _url;
    private long _turn;
    private bool _disposed;

    public DeliveryQueue(SandboxClock clock, CallbackSender sender, NotificationFaults faults, SandboxLog<SandboxDelivery> log, Uri? url)
    {
        _clock = clock;
        _sender = sender;
        _faults = faults;
        _log = log;
        _url = url;
        _timer = clock.CreateTimer(StartDue);
    }

    /// <summary>Where notifications go; null for nowhere: what comes then is not delivered, and what waits goes on waiting.</summary>
    public Uri? Url
    {
        get
        {
            lock (_gate)
            {
                return _url;
            }
        }

        set
        {
            lock (_gate)
            {
                _url = value;
                StartDue();
            }
        }
    }

    /// <summary>Takes a notification to deliver.</summary>
    public void Add(Notification notification)
    {
        lock (_gate)
        {
            if (_url is null || _disposed)
            {
                return;
            }

            if (!_orders.TryGetValue(notification.GoogleOrderNumber, out var order))
            {
                order = new OrderQueue(notification.GoogleOrderNumber);
                _orders.Add(order.GoogleOrderNumber, order);
            }

            var isIdle = order.IsEmpty;
            order.Add(new PendingDelivery(notification));
            if (isIdle)
            {
                Wait(order, _clock.Now);
                StartDue();
            }
        }
    }

    /// <summary>
    /// Waits until all that is due now was attempted, and all that comes meanwhile too. What fails is not waited for again.
    /// </summary>
    public Task DeliverAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return Task.FromException(new ObjectDisposedException(objectName: null, "The sandbox has stopped."));
            }

            var until = _clock.Now;
            StartDue();
            if (IsQuiet(until))
            {
                return Task.CompletedTask;
            }

            var quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((until, quiet));
            return quiet.Task.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] underWay;
        lock (_gate)
        {
            _disposed = true;
            underWay = [.. _underWay.Values];
            _watchers.ForEach(watcher => watcher.Quiet.TrySetException(new ObjectDisposedException(objectName: null, "The sandbox has stopped.")));
            _watchers.Clear();
        }

        await _timer.DisposeAsync().ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(underWay).ConfigureAwait(false);
        _stop.Dispose();
    }

    private void StartDue()
    {
        lock (_gate)
        {
            var now = _clock.Now;
            while (!_disposed && _url is { } url && _underWay.Count < MaxConcurrentDeliveries && _waiting.TryPeek(out var order, out var next) && next.DueAt <= now)
            {
                _waiting.Dequeue();
                var first = order.First;
                _underWay.Add(order, Task.Run(() => AttemptAsync(order, first, url)));
            }

            SetTimer();
            _watchers.RemoveAll(watcher => IsQuiet(watcher.Until) && watcher.Quiet.TrySetResult());
        }
    }

    // While as many are under way as may be, the end of one of them starts the next.
    private void SetTimer()
    {
        if (!_disposed)
        {
            _timer.Change(
                _url is not null && _underWay.Count < MaxConcurrentDeliveries && _waiting.TryPeek(out _, out var next) ? _clock.Until(next.DueAt) : Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }
    }

    private async Task AttemptAsync(OrderQueue order, PendingDelivery next, Uri url)
    {
        try
        {
            var delivery = await TryAsync(next, order.HeldBack is null, url).ConfigureAwait(false);
            if (delivery is not null)
            {
                _log.Add(delivery);
            }

            lock (_gate)
            {
                _underWay.Remove(order);
                if (delivery is null)
                {
                    PutOff(order);
                }
                else
                {
                    Settle(order, delivery.IsAcknowledged);
                }

                StartDue();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The sandbox stops; nobody is left to hear of it.
        }
    }

    // Null where it is not to go out now. What is to go wrong is decided here, outside the lock: that is the test's code.
    private async Task<SandboxDelivery?> TryAsync(PendingDelivery next, bool mayBeHeldBack, Uri url)
    {
        EditedDocument? edited;
        try
        {
            var struck = _faults.Of(next.Notification);
            if (struck is not null)
            {
                next.Plan(struck.Faults);
                next.IsAfterNext &= mayBeHeldBack;
            }

            if (next.IsPutOff)
            {
                return null;
            }

            edited = struck?.Document;
        }
        catch (Exception e)
        {
            return _sender.Fail(next.Notification, ++next.Attempts, e);
        }

        return await _sender.SendAsync(next.Notification, edited, ++next.Attempts, url, _stop.Token).ConfigureAwait(false);
    }

    private void PutOff(OrderQueue order)
    {
        var late = order.TakeFirst();
        if (late.Delay > TimeSpan.Zero)
        {
            // In a queue of its own, so that others do not wait for it.
            var alone = new OrderQueue(order.GoogleOrderNumber);
            alone.Add(late);
            Wait(alone, _clock.Now + late.Delay);
        }
        else
        {
            order.HeldBack = late;
        }

        (late.Delay, late.IsAfterNext) = (TimeSpan.Zero, false);
        order.FailedAttempts = 0;
        GoOn(order);
    }

    private void Settle(OrderQueue order, bool acknowledged)
    {
        if (!acknowledged)
        {
            order.FailedAttempts++;
            Wait(order, _clock.Now + Backoff(order.FailedAttempts));
            return;
        }

        order.FailedAttempts = 0;
        if (order.First.MoreTimes > 0)
        {
            order.First.MoreTimes--;
        }
        else
        {
            order.TakeFirst();
            order.Release();
        }

        GoOn(order);
    }

    private void GoOn(OrderQueue order)
    {
        if (!order.IsEmpty)
        {
            Wait(order, _clock.Now);
        }
        else if (order.HeldBack is null && _orders.GetValueOrDefault(order.GoogleOrderNumber) == order)
        {
            _orders.Remove(order.GoogleOrderNumber);
        }
    }

    private void Wait(OrderQueue order, DateTimeOffset dueAt)
    {
        order.DueAt = dueAt;
        _waiting.Enqueue(order, (dueAt, _turn++));
    }

    // What is due and may go out has been started; so only those under way count, unless there are so many that others have to wait.
    private bool IsQuiet(DateTimeOffset until) =>
        !_underWay.Keys.Any(order => order.FailedAttempts == 0 || order.DueAt <= until)
        && (_url is null || _waiting.Count == 0 || _underWay.Count < MaxConcurrentDeliveries);

    private static TimeSpan Backoff(int failedAttempts)
    {
        var backoff = FirstBackoff * Math.Pow(2, Math.Min(failedAttempts - 1, 30));
        return backoff < MaxBackoff ? backoff : MaxBackoff;
    }
}
