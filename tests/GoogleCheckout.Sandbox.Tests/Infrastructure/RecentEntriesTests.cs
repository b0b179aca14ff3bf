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
}
