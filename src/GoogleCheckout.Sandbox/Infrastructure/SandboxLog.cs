namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>A log of the latest entries, oldest first.</summary>
internal sealed class SandboxLog<T>
{
    /// <summary>The maximum number of entries: enough for any test, and little memory for a sandbox that runs for weeks.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<T> _entries = [];

    /// <summary>Occurs after an entry is added.</summary>
    public event Action<T>? Added;

    public IReadOnlyList<T> Snapshot()
    {
        lock (_gate)
        {
            return [.. _entries];
        }
    }

    /// <summary>Adds an entry. Do not call it inside a lock: it calls the test's code.</summary>
    public void Add(T entry)
    {
        lock (_gate)
        {
            if (_entries.Count == Capacity)
            {
                _entries.Dequeue();
            }

            _entries.Enqueue(entry);
        }

        Added?.Invoke(entry);
    }
}
