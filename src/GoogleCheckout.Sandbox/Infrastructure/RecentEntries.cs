using System.Diagnostics.CodeAnalysis;

namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>The latest entries of a dictionary, so that a sandbox that runs for weeks does not grow. Each key is added once. Not thread-safe.</summary>
/// <param name="capacity">The number of entries that were added last and are kept.</param>
internal sealed class RecentEntries<TValue>(int capacity)
{
    private readonly Dictionary<string, TValue> _entries = [];
    private readonly Queue<string> _keys = [];

    /// <summary>Adds an entry.</summary>
    /// <exception cref="ArgumentException">There is an entry with the key.</exception>
    public void Add(string key, TValue value)
    {
        _entries.Add(key, value);
        _keys.Enqueue(key);
        if (_keys.Count > capacity)
        {
            _entries.Remove(_keys.Dequeue());
        }
    }

    public void Remove(string key) => _entries.Remove(key);

    public bool TryGet(string key, [MaybeNullWhen(false)] out TValue value) => _entries.TryGetValue(key, out value);

    public void Clear()
    {
        _entries.Clear();
        _keys.Clear();
    }
}
