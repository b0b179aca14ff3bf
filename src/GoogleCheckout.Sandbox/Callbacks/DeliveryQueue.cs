using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Faults;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>
/// The queue of notifications to deliver. The notifications of one order are sent one after the other, each until it is acknowledged,
/// unless a fault changes that; those of different orders are sent concurrently. Thread-safe. Only <see cref="DeliverAsync"/> waits for
/// the merchant.
/// </summary>
internal sealed partial class DeliveryQueue : INotificationSink, IAsyncDisposable
{
    private const int MaxConcurrentDeliveries = 64;

    private readonly Lock _gate = new();
    private readonly SandboxClock _clock;
    private readonly CallbackSender _sender;
    private readonly NotificationFaults _faults;
    private readonly SandboxLog<SandboxDelivery> _log;
    private readonly ITimer _timer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, OrderQueue> _orders = [];
    private readonly PriorityQueue<OrderQueue, (DateTimeOffset DueAt, long Sequence)> _scheduled = new();
    private readonly Dictionary<OrderQueue, Task> _attempts = [];
    private readonly AttemptNumbers _numbers = new();
    private readonly List<(DateTimeOffset Until, TaskCompletionSource Completion)> _waiters = [];
    private MerchantSettings _settings;
    private long _sequence;
    private bool _disposed;

    public DeliveryQueue(SandboxClock clock, CallbackSender sender, NotificationFaults faults, SandboxLog<SandboxDelivery> log, MerchantSettings settings)
    {
        _clock = clock;
        _sender = sender;
        _faults = faults;
        _log = log;
        _settings = settings;
        _timer = clock.CreateTimer(StartDue);
    }

    /// <summary>
    /// The settings of the account. While there is no callback URL, new notifications are not delivered, and queued ones wait. An attempt that
    /// is running ends with the settings of its start.
    /// </summary>
    public MerchantSettings Settings
    {
        get
        {
            lock (_gate)
            {
                return _settings;
            }
        }

        set
        {
            lock (_gate)
            {
                _settings = value;
                StartDue();
            }
        }
    }

    private bool HasUrl => _settings.CallbackUrl is not null;

    /// <summary>Queues a notification for delivery, if the settings say so.</summary>
    public void Add(Notification notification)
    {
        lock (_gate)
        {
            if (!HasUrl || _disposed || (_settings.FilterNotifications && !NotificationFilter.Passes(notification)))
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
            if (isIdle && !_paused)
            {
                Schedule(order, _clock.Now);
                StartDue();
            }
        }
    }

    /// <summary>
    /// Waits until an attempt was made for everything that is due now, and for everything that is added in the meantime. It does not
    /// wait for retries of failed attempts.
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
            if (IsDelivered(until))
            {
                return Task.CompletedTask;
            }

            var completion = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((until, completion));
            return completion.Task.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] attempts;
        lock (_gate)
        {
            _disposed = true;
            attempts = [.. _attempts.Values];
            _waiters.ForEach(waiter => waiter.Completion.TrySetException(new ObjectDisposedException(objectName: null, "The sandbox has stopped.")));
            _waiters.Clear();
        }

        await _timer.DisposeAsync().ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(attempts).ConfigureAwait(false);
        _stop.Dispose();
    }

    private void StartDue()
    {
        lock (_gate)
        {
            var now = _clock.Now;
            while (!_disposed && !_paused && HasUrl && _attempts.Count < MaxConcurrentDeliveries && _scheduled.TryPeek(out var order, out var next) && next.DueAt <= now)
            {
                _scheduled.Dequeue();
                var (first, settings) = (order.First, _settings);
                _attempts.Add(order, Task.Run(() => AttemptAsync(order, first, settings)));
            }

            SetTimer();
            _waiters.RemoveAll(waiter => IsDelivered(waiter.Until) && waiter.Completion.TrySetResult());
        }
    }

    // At the maximum number of concurrent attempts, no timer is needed: the end of an attempt starts the next.
    private void SetTimer()
    {
        if (!_disposed)
        {
            _timer.Change(
                HasUrl && _attempts.Count < MaxConcurrentDeliveries && _scheduled.TryPeek(out _, out var next) ? _clock.Until(next.DueAt) : Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }
    }

    private async Task AttemptAsync(OrderQueue order, PendingDelivery next, MerchantSettings settings)
    {
        try
        {
            var delivery = await TrySendAsync(next, order.HeldBack is null, settings).ConfigureAwait(false);
            if (delivery is not null)
            {
                _log.Add(delivery);
            }

            lock (_gate)
            {
                _attempts.Remove(order);
                if (delivery is null)
                {
                    Postpone(order);
                }
                else
                {
                    Complete(order, delivery.IsAcknowledged);
                }

                StartDue();
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The sandbox stops; the result is not needed.
        }
    }

    // Returns null if a fault postpones the notification. Faults are chosen here, outside the lock, because they call the test's code.
    private async Task<SandboxDelivery?> TrySendAsync(PendingDelivery next, bool canHoldBack, MerchantSettings settings)
    {
        var (attempt, failure) = (0, "A fault could not be applied");
        try
        {
            var faulted = _faults.Find(next.Notification);
            if (faulted is not null)
            {
                next.ApplyFaults(faulted.Faults);
                next.IsAfterNext &= canHoldBack;
            }
            else
            {
                failure = "The notification could not be built";
            }

            if (next.IsPostponed)
            {
                return null;
            }

            attempt = TakeNumber(next);
            var delivery = await _sender.SendAsync(next.Notification, faulted?.Document, attempt, settings, _stop.Token).ConfigureAwait(false);
            return delivery with { MoreTimes = next.MoreTimes };
        }
        catch (Exception e) when (!_stop.IsCancellationRequested)
        {
            // A predicate or an edit of the test's code failed, or the document contains what XML cannot contain.
            return _sender.Fail(next.Notification, attempt > 0 ? attempt : TakeNumber(next), $"{failure}: {e.GetType().Name}: {QuotedText.Of(e.Message, QuotedText.LineLength)}");
        }
    }

    private int TakeNumber(PendingDelivery next) => next.Attempts = _numbers.Take(next.Notification.SerialNumber, next.Attempts);

    private void Postpone(OrderQueue order)
    {
        var postponed = order.TakeFirst();
        if (postponed.Delay > TimeSpan.Zero)
        {
            // A separate queue, so that the order's other notifications do not wait for it.
            var separate = new OrderQueue(order.GoogleOrderNumber);
            separate.Add(postponed);
            Schedule(separate, _clock.Now + postponed.Delay);
        }
        else
        {
            order.HeldBack = postponed;
        }

        (postponed.Delay, postponed.IsAfterNext) = (TimeSpan.Zero, false);
        order.FailedAttempts = 0;
        ScheduleNext(order);
    }

    private void Complete(OrderQueue order, bool acknowledged)
    {
        if (!acknowledged)
        {
            order.FailedAttempts++;
            Schedule(order, _clock.Now + order.Backoff);
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

        ScheduleNext(order);
    }

    private void ScheduleNext(OrderQueue order)
    {
        if (!order.IsEmpty)
        {
            Schedule(order, _clock.Now);
        }
        else if (order.HeldBack is null && _orders.GetValueOrDefault(order.GoogleOrderNumber) == order)
        {
            _orders.Remove(order.GoogleOrderNumber);
        }
    }

    private void Schedule(OrderQueue order, DateTimeOffset dueAt)
    {
        order.DueAt = dueAt;
        _scheduled.Enqueue(order, (dueAt, _sequence++));
    }

    // Everything that is due has been started, unless the maximum number of attempts is running. So only running attempts count.
    private bool IsDelivered(DateTimeOffset until) =>
        !_attempts.Keys.Any(order => order.FailedAttempts == 0 || order.DueAt <= until)
        && (!HasUrl || _scheduled.Count == 0 || _attempts.Count < MaxConcurrentDeliveries);
}
