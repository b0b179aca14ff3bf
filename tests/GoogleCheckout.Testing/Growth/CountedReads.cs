namespace GoogleCheckout.Testing;

/// <summary>Counts how often the elements of lists are read: the measure of work that allocates nothing.</summary>
public sealed class CountedReads
{
    /// <summary>The number of elements read so far, in all lists of this object.</summary>
    public long Count { get; private set; }

    /// <summary>Creates a list that counts what is read of it, by index or enumeration.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="items">The elements.</param>
    /// <returns>The list.</returns>
    public IReadOnlyList<T> List<T>(IEnumerable<T> items) => new CountedList<T>(this, [.. items]);

    private sealed class CountedList<T>(CountedReads reads, T[] items) : IReadOnlyList<T>
    {
        public int Count => items.Length;

        public T this[int index]
        {
            get
            {
                reads.Count++;
                return items[index];
            }
        }

        public IEnumerator<T> GetEnumerator()
        {
            foreach (var item in items)
            {
                reads.Count++;
                yield return item;
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
