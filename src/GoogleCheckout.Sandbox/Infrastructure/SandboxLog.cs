namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>A log of the latest entries, oldest first, limited in number and in memory.</summary>
/// <param name="maxBytes">The maximum of all sizes. The latest entry is kept in any case.</param>
/// <param name="getSize">Returns the approximate memory of an entry, in bytes.</param>
internal sealed class SandboxLog<T>(long maxBytes, Func<T, long> getSize)
{
    /// <summary>The maximum number of entries: enough for any test, and little memory for a sandbox that runs for weeks.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<T> _entries = [];
    private long _bytes;
    private long _removed;

    /// <summary>Occurs after an entry is added.</summary>
    public event Action<T>? Added;

    public IReadOnlyList<T> Snapshot()
    {
        lock (_gate)
        {
            return [.. _entries];
        }
    }

    /// <summary>Returns the entries with the number of the first one. An entry keeps its number while others are removed.</summary>
    public (long FirstNumber, IReadOnlyList<T> Entries) SnapshotWithNumber()
    {
        lock (_gate)
        {
            return (_removed + 1, [.. _entries]);
        }
    }

    /// <summary>Adds an entry. Do not call it inside a lock: it calls the test's code.</summary>
    public void Add(T entry)
    {
        lock (_gate)
        {
            _entries.Enqueue(entry);
            _bytes += getSize(entry);
            while (_entries.Count > Capacity || (_bytes > maxBytes && _entries.Count > 1))
            {
                _bytes -= getSize(_entries.Dequeue());
                _removed++;
            }
        }

        Added?.Invoke(entry);
    }
}
