using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>The capacity of the log.</summary>
public class SandboxLogTests
{
    [Test]
    public void Add_BeyondTheCapacity_DropsTheOldestEntry()
    {
        var log = new SandboxLog<int>();

        for (var entry = 0; entry <= SandboxLog<int>.Capacity; entry++)
        {
            log.Add(entry);
        }

        Assert.That(SandboxLog<int>.Capacity, Is.EqualTo(10_000));
        Assert.That(log.Snapshot(), Is.EqualTo(Enumerable.Range(1, 10_000)));
    }
}
