using System.Diagnostics.CodeAnalysis;

namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>
/// The latest entries of a dictionary, limited in number and in memory, so that a sandbox that runs for weeks does not grow. Each key is
/// added once. Not thread-safe.
/// </summary>
/// <param name="capacity">The number of entries that were added last and are kept.</param>
/// <param name="maxBytes">The maximum of all sizes. The latest entry is kept in any case.</param>
internal sealed class RecentEntries<TValue>(int capacity, long maxBytes = long.MaxValue)
{
    private readonly Dictionary<string, (TValue Value, long Bytes)> _entries = [];
    private readonly Queue<string> _keys = [];
    private long _bytes;
    private bool _isLimited = true;

    /// <summary>Whether older entries are dropped when there are too many.</summary>
    /// <value>The default is true.</value>
    public bool IsLimited
    {
        get => _isLimited;
        set
        {
            _isLimited = value;
            Drop();
        }
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="bytes">The approximate memory of the value.</param>
    /// <exception cref="ArgumentException">There is an entry with the key.</exception>
    public void Add(string key, TValue value, long bytes = 0)
    {
        _entries.Add(key, (value, bytes));
        _keys.Enqueue(key);
        _bytes += bytes;
        Drop();
    }

    public void Remove(string key)
    {
        if (_entries.Remove(key, out var entry))
        {
            _bytes -= entry.Bytes;
        }
    }

    public bool TryGet(string key, [MaybeNullWhen(false)] out TValue value)
    {
        var found = _entries.TryGetValue(key, out var entry);
        value = entry.Value;
        return found;
    }

    public void Clear()
    {
        _entries.Clear();
        _keys.Clear();
        _bytes = 0;
    }

    private void Drop()
    {
        while (_isLimited && (_keys.Count > capacity || (_bytes > maxBytes && _keys.Count > 1)))
        {
            Remove(_keys.Dequeue());
        }
    }
}
