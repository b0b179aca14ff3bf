namespace GoogleCheckout.Testing;

/// <summary>Fails if the number of elements that an entry point reads from lists grows faster than the lists: loops inside loops, which may allocate nothing.</summary>
public static class ReadGrowth
{
    /// <summary>Measures an entry point.</summary>
    /// <typeparam name="T">The type of the input.</typeparam>
    /// <param name="entry">The entry point, for example <c>CartCalculator.Calculate</c>.</param>
    /// <param name="family">What the inputs consist of, for example <c>n items, n tax tables</c>.</param>
    /// <param name="size">n. The entry is measured with inputs of the sizes n and 2n.</param>
    /// <param name="maxFactor">The documented maximum of how often an element is read, for each n.</param>
    /// <param name="create">Creates the input of a size, with lists of <see cref="CountedReads.List{T}"/>.</param>
    /// <param name="run">Calls the entry.</param>
    public static void Verify<T>(string entry, string family, int size, double maxFactor, Func<int, CountedReads, T> create, Action<T> run) =>
        GrowthLimit.Verify(
            new GrowthFigures(entry, family, size, "elements read", Count(size, create, run), Count(2 * size, create, run), size, 2 * size),
            maxFactor);

    private static long Count<T>(int size, Func<int, CountedReads, T> create, Action<T> run)
    {
        var reads = new CountedReads();
        var input = create(size, reads);
        long before = reads.Count;
        run(input);
        return reads.Count - before;
    }
}
