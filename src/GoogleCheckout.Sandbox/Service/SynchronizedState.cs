using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>The state of a service behind a lock, with the clock and the journal. Thread-safe.</summary>
internal sealed class SynchronizedState : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SandboxClock _clock;
    private readonly INotificationSink _sink;
    private readonly AssignedNumbers _numbers;
    private readonly ServiceState _state;
    private readonly ITimer _timer;
    private readonly List<Notification> _pending = [];
    private readonly List<DueEventFailure> _failures = [];
    private IServiceJournal? _journal;
    private IOException? _journalError;
    private ServiceInput? _input;

    public SynchronizedState(SandboxClock clock, SandboxIds ids, MerchantPolicy policy, INotificationSink sink, long maxCartBytes)
    {
        _clock = clock;
        _sink = sink;
        _numbers = new AssignedNumbers(ids);
        _state = new ServiceState(policy, ids, _numbers, maxCartBytes, _pending.Add, _failures.Add);
        _timer = clock.CreateTimer(OnTimer);
    }

    /// <summary>Raised for each new notification, outside of the lock.</summary>
    public event Action<Notification>? NotificationCreated;

    /// <summary>Raised for each due event that failed, outside of the lock. Not raised for those of a replay.</summary>
    public event Action<DueEventFailure>? DueEventFailed;

    /// <summary>
    /// Applies the events that are due, and then the work. If the work records an input, the journal has it when the method returns. If the
    /// work throws an exception, it must have changed nothing.
    /// </summary>
    /// <exception cref="IOException">The journal cannot be written, now or in an earlier call.</exception>
    public T Use<T>(Func<ServiceState, DateTimeOffset, T> work)
    {
        IReadOnlyList<Notification> announced = [];
        DueEventFailure[] failures = [];
        try
        {
            lock (_gate)
            {
                try
                {
                    return Use(work, out announced);
                }
                finally
                {
                    failures = TakeFailures();
                }
            }
        }
        finally
        {
            foreach (var notification in announced)
            {
                NotificationCreated?.Invoke(notification);
            }

            foreach (var failure in failures)
            {
                DueEventFailed?.Invoke(failure);
            }
        }
    }

    /// <summary>Records the input of the work that is running.</summary>
    public T Record<T>(T input)
        where T : ServiceInput
    {
        _input = input;
        return input;
    }

    /// <summary>Applies the events that are due.</summary>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    public void RunDue() => Use((_, _) => true);

    /// <summary>Applies an input that concerns no request, and a change outside of the state that belongs to it.</summary>
    /// <param name="input">The input for the journal.</param>
    /// <param name="change">The change. It must not block.</param>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    public void Run(ServiceInput input, Action change) => Use((state, now) =>
    {
        Record(input);
        state.Apply(input, now);
        change();
        return true;
    });

    /// <summary>Begins to write the inputs to a journal, after its replay.</summary>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    public void Open(IServiceJournal journal) => Use((state, _) =>
    {
        state.LimitCarts(true);
        _journal = journal;
        return true;
    });

    /// <summary>Applies an input of a journal. Its notifications are queued as they were, but <see cref="NotificationCreated"/> is not raised.</summary>
    /// <param name="at">The time of the input.</param>
    /// <param name="input">The input.</param>
    /// <param name="numbers">The numbers that were assigned.</param>
    /// <returns>The result, which is the one of the first time.</returns>
    /// <exception cref="ArgumentException">The input is about a cart or an order that does not exist.</exception>
    /// <exception cref="InvalidOperationException">The numbers are not those of the input, or the cart cannot be ordered.</exception>
    public ReplayedInput Replay(DateTimeOffset at, ServiceInput input, IReadOnlyList<string> numbers)
    {
        lock (_gate)
        {
            _state.LimitCarts(false);
            var rejection = _numbers.Replay(numbers, () =>
            {
                _state.RunDue(at);
                return _state.Apply(input, at);
            });
            TakeFailures();
            return new ReplayedInput(rejection, Announce());
        }
    }

    public void Dispose() => _timer.Dispose();

    private void OnTimer()
    {
        try
        {
            RunDue();
        }
        catch (IOException)
        {
            // The journal cannot be written. Each call that follows fails with the reason.
        }
        catch (Exception e)
        {
            // An exception on the thread of a timer would end the process.
            DueEventFailed?.Invoke(new DueEventFailure(_clock.Now, null, null, e));
        }
    }

    private DueEventFailure[] TakeFailures()
    {
        if (_failures.Count == 0)
        {
            return [];
        }

        DueEventFailure[] taken = [.. _failures];
        _failures.Clear();
        return taken;
    }

    // Sets the timer to the next due event.
    private T Use<T>(Func<ServiceState, DateTimeOffset, T> work, out IReadOnlyList<Notification> announced)
    {
        announced = [];
        if (_journalError is not null)
        {
            throw new IOException(_journalError.Message, _journalError);
        }

        var now = _clock.Now;
        _state.RunDue(now);
        Write(now, new ServiceInput.TimePassed());
        try
        {
            return work(_state, now);
        }
        catch
        {
            // An input that throws changes nothing. In the journal, it would be a line that a replay cannot apply either.
            _input = null;
            throw;
        }
        finally
        {
            Write(now, _input);
            announced = Announce();
            _timer.Change(_state.NextDue is { } next ? _clock.Until(next) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    // Without a new number, time that passes and a report change nothing.
    private void Write(DateTimeOffset now, ServiceInput? input)
    {
        var numbers = _numbers.Take();
        _input = null;
        if (_journal is null || input is null || (numbers.Count == 0 && input is ServiceInput.TimePassed or ServiceInput.ReportRequested))
        {
            return;
        }

        try
        {
            _journal.Append(now, input, numbers);
        }
        catch (IOException e)
        {
            _journalError = e;
            throw;
        }
    }

    // Notifications are pushed when the journal has what caused them: a merchant must not know an order that the sandbox forgets.
    private Notification[] Announce()
    {
        if (_pending.Count == 0)
        {
            return [];
        }

        Notification[] announced = [.. _pending];
        _pending.Clear();
        foreach (var notification in announced)
        {
            _sink.Add(notification);
        }

        return announced;
    }
}
