namespace GoogleCheckout.Endurance;

/// <summary>What the host holds at a time.</summary>
/// <param name="Minute">The minutes of the clock since the start of the host.</param>
/// <param name="Handles">
/// The open handles, without the connections, which have their own curve, and without loaded assemblies: code that runs for the first time
/// may load one at any time.
/// </param>
/// <param name="Connections">The established TCP connections: to the service, from the service, and to the database.</param>
/// <param name="HeapMegabytes">The managed heap after a full collection.</param>
/// <param name="Threads">The threads of the operating system.</param>
/// <param name="Work">What the host had done by then.</param>
internal sealed record Sample(double Minute, int Handles, int Connections, double HeapMegabytes, int Threads, Work Work)
{
    private const int Collections = 3;

    /// <summary>Measures this process.</summary>
    public static Sample Measure(double minute, Work work)
    {
        // What a collection finalizes is free after the next one.
        for (var i = 0; i < Collections; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var heap = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        var handles = Directory.GetFiles("/proc/self/fd").Select(path => new FileInfo(path).LinkTarget).OfType<string>().ToList();
        var connections = CountConnections(handles.Where(handle => handle.StartsWith("socket:[", StringComparison.Ordinal)).Select(handle => handle["socket:[".Length..^1]).ToHashSet());
        return new Sample(
            minute,
            handles.Count(handle => !handle.EndsWith(".dll", StringComparison.Ordinal)) - connections,
            connections,
            (heap.HeapSizeBytes - heap.FragmentedBytes) / (1024.0 * 1024),
            Directory.GetDirectories("/proc/self/task").Length,
            work);
    }

    private static int CountConnections(HashSet<string> sockets)
    {
        const string Established = "01";
        const int State = 3;
        const int Socket = 9;
        return new[] { "/proc/self/net/tcp", "/proc/self/net/tcp6" }.Where(File.Exists).SelectMany(path => File.ReadLines(path).Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Count(fields => fields[State] == Established && sockets.Contains(fields[Socket]));
    }
}
