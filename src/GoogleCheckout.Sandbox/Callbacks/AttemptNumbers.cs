using GoogleCheckout.Sandbox.Infrastructure;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>
/// The numbers of the attempts to deliver a notification, from 1: each is used once, also if a person sends the notification while the queue does.
/// It remembers the latest notifications, as the log of deliveries does. Thread-safe.
/// </summary>
internal sealed class AttemptNumbers
{
    private const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly RecentEntries<LastAttempt> _entries = new(Capacity);

    /// <summary>Returns the number of a new attempt.</summary>
    /// <param name="serialNumber">The serial number of the notification.</param>
    /// <param name="known">A number that was used before; 0 if none is known.</param>
    public int Take(string serialNumber, int known)
    {
        lock (_gate)
        {
            var last = GetOrAdd(serialNumber);
            last.Number = Math.Max(last.Number, known) + 1;
            return last.Number;
        }
    }

    /// <summary>Adds the number of an attempt of an earlier process.</summary>
    public void Restore(string serialNumber, int number)
    {
        lock (_gate)
        {
            var last = GetOrAdd(serialNumber);
            last.Number = Math.Max(last.Number, number);
        }
    }

    private LastAttempt GetOrAdd(string serialNumber)
    {
        if (!_entries.TryGet(serialNumber, out var last))
        {
            last = new LastAttempt();
            _entries.Add(serialNumber, last);
        }

        return last;
    }

    private sealed class LastAttempt
    {
        public int Number { get; set; }
    }
}
