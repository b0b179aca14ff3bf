namespace GoogleCheckout.Testing;

/// <summary>
/// Fails if the memory that an entry point allocates grows faster than its input. It counts allocated bytes, never time, so the verdict
/// is the same on every machine.
/// </summary>
/// <remarks>
/// Choose a size at which the input has 10 KB or more: what grows with the square of the input must outweigh what grows with the input.
/// An entry that refuses the input is measured until it throws: catch the documented exception in the action.
/// </remarks>
public static class AllocationGrowth
{
    // A pool that was emptied by a garbage collection, or another thread, adds bytes to a run. The smallest of the runs is without them.
    private const int Runs = 3;

    /// <summary>Measures an entry that reads bytes, and does all its work on the calling thread.</summary>
    /// <param name="entry">The entry point, for example <c>CheckoutXml.Parse</c>.</param>
    /// <param name="family">What the inputs consist of, for example <c>n elements, a namespace of n characters</c>.</param>
    /// <param name="size">n. The entry is measured with inputs of the sizes n and 2n.</param>
    /// <param name="maxFactor">The documented maximum of allocated bytes for each byte of the input.</param>
    /// <param name="create">Creates the input of a size.</param>
    /// <param name="run">Calls the entry.</param>
    public static void Verify(string entry, string family, int size, double maxFactor, Func<int, byte[]> create, Action<byte[]> run) =>
        Verify(entry, family, size, maxFactor, create, input => input.Length, run);

    /// <summary>Measures an entry that reads text, and does all its work on the calling thread. The input's length is in characters.</summary>
    /// <inheritdoc cref="Verify(string, string, int, double, Func{int, byte[]}, Action{byte[]})"/>
    public static void Verify(string entry, string family, int size, double maxFactor, Func<int, string> create, Action<string> run) =>
        Verify(entry, family, size, maxFactor, create, input => input.Length, run);

    /// <summary>Measures an entry that does all its work on the calling thread.</summary>
    /// <typeparam name="T">The type of the input.</typeparam>
    /// <param name="entry">The entry point, for example <c>CheckoutXml.Parse</c>.</param>
    /// <param name="family">What the inputs consist of, for example <c>n elements, a namespace of n characters</c>.</param>
    /// <param name="size">n. The entry is measured with inputs of the sizes n and 2n.</param>
    /// <param name="maxFactor">The documented maximum of allocated bytes for each byte of the input.</param>
    /// <param name="create">Creates the input of a size.</param>
    /// <param name="length">Returns the length of an input in bytes, as it is sent.</param>
    /// <param name="run">Calls the entry.</param>
    public static void Verify<T>(string entry, string family, int size, double maxFactor, Func<int, T> create, Func<T, long> length, Action<T> run)
    {
        var (input, doubled) = (create(size), create(2 * size));
        run(input);
        run(doubled);
        GrowthLimit.Verify(
            new GrowthFigures(entry, family, size, "bytes", Allocated(() => run(input)), Allocated(() => run(doubled)), length(input), length(doubled)),
            maxFactor);
    }

    /// <summary>Measures an entry that may work on several threads. Tests that run in parallel would be counted too: use it in fixtures that do not.</summary>
    /// <inheritdoc cref="Verify{T}(string, string, int, double, Func{int, T}, Func{T, long}, Action{T})"/>
    public static async Task VerifyAsync<T>(
        string entry, string family, int size, double maxFactor, Func<int, T> create, Func<T, long> length, Func<T, Task> run)
    {
        var (input, doubled) = (create(size), create(2 * size));
        await run(input);
        await run(doubled);
        var first = await AllocatedAsync(() => run(input));
        var second = await AllocatedAsync(() => run(doubled));
        GrowthLimit.Verify(new GrowthFigures(entry, family, size, "bytes", first, second, length(input), length(doubled)), maxFactor);
    }

    private static long Allocated(Action run)
    {
        long least = long.MaxValue;
        for (int i = 0; i < Runs; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static async Task<long> AllocatedAsync(Func<Task> run)
    {
        long least = long.MaxValue;
        for (int i = 0; i < Runs; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            await run();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }
}
