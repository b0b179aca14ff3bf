using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>The capacity of the log.</summary>
public class SandboxLogTests
{
    [Test]
    public void Add_BeyondTheCapacity_DropsTheOldestEntry()
    {
        var log = new SandboxLog<int>(long.MaxValue, _ => 1);

        for (var entry = 0; entry <= SandboxLog<int>.Capacity; entry++)
        {
            log.Add(entry);
        }

        Assert.That(SandboxLog<int>.Capacity, Is.EqualTo(10_000));
        Assert.That(log.Snapshot(), Is.EqualTo(Enumerable.Range(1, 10_000)));
    }

    [Test]
    public void Add_BeyondTheMemory_DropsTheOldestEntries()
    {
        var log = new SandboxLog<int>(maxBytes: 100, entry => entry);

        log.Add(60);
        log.Add(40);
        Assert.That(log.Snapshot(), Is.EqualTo(new[] { 60, 40 }), "exactly the limit");
        log.Add(1);
        Assert.That(log.Snapshot(), Is.EqualTo(new[] { 40, 1 }));
        Assert.That(log.SnapshotWithNumber().FirstNumber, Is.EqualTo(2), "an entry keeps its number");
        log.Add(101);
        Assert.That(log.Snapshot(), Is.EqualTo(new[] { 101 }), "the latest entry is kept in any case");
        log.Add(100);
        Assert.That(log.Snapshot(), Is.EqualTo(new[] { 100 }));
    }
}
