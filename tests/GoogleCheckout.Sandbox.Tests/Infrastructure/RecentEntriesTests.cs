using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>A dictionary that keeps its latest entries.</summary>
public class RecentEntriesTests
{
    [Test]
    public void Add_BeyondTheCapacity_RemovesTheOldestEntry()
    {
        var entries = new RecentEntries<int>(capacity: 3);

        for (var i = 1; i <= 4; i++)
        {
            entries.Add($"{i}", i);
        }

        Assert.That(entries.TryGet("1", out _), Is.False);
        Assert.That(Enumerable.Range(2, 3).Select(i => (entries.TryGet($"{i}", out var value), value)), Is.EqualTo(new[] { (true, 2), (true, 3), (true, 4) }));
    }

    [Test]
    public void Clear_Always_LeavesNoKeys()
    {
        var entries = new RecentEntries<int>(capacity: 1);
        entries.Add("a", 1);

        entries.Clear();
        entries.Add("a", 2);

        Assert.That((entries.TryGet("a", out var value), value), Is.EqualTo((true, 2)));
    }

    [Test]
    public void Add_BeyondTheMemory_RemovesTheOldestEntries()
    {
        var entries = new RecentEntries<int>(capacity: 10, maxBytes: 100);
        entries.Add("a", 1, bytes: 60);
        entries.Add("b", 2, bytes: 40);
        Assert.That(entries.TryGet("a", out _), "exactly the limit");

        entries.Remove("b");
        entries.Add("c", 3, bytes: 40);
        Assert.That(entries.TryGet("a", out _), "a removed entry does not count");

        entries.Add("d", 4, bytes: 1);
        Assert.That((entries.TryGet("a", out _), entries.TryGet("c", out _)), Is.EqualTo((false, true)));

        entries.Add("e", 5, bytes: 101);
        Assert.That((entries.TryGet("d", out _), entries.TryGet("e", out _)), Is.EqualTo((false, true)), "the latest entry is kept in any case");
    }
}
