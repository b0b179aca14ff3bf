namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>The latest entries, oldest first.</summary>
internal sealed class SandboxLog<T>
{
    /// <summary>How many are kept: enough for any test, and little for a sandbox that runs for weeks.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<T> _entries = [];

    /// <summary>Hears of each entry once it is kept.</summary>
    public event Action<T>? Added;

    public IReadOnlyList<T> Snapshot()
    {
        lock (_gate)
        {
            return [.. _entries];
        }
    }

    /// <summary>Not to be used inside a lock: it calls the test's code.</summary>
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
