using NUnit.Framework;

namespace GoogleCheckout.Inbox.Queue;

public class BackoffTests
{
    [TestCase(1, 0.5, 2)]
    [TestCase(2, 0.5, 4)]
    [TestCase(9, 0.5, 512)]
    [TestCase(10, 0.5, 600)]
    [TestCase(int.MaxValue, 0.5, 600)]
    [TestCase(1, 0, 1.5)]
    [TestCase(1, 1, 2.5)]
    public void GetDelay_EachAttempt_DoublesUpToMaximum(int attempt, double random, double seconds)
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(10), () => random);

        Assert.That(backoff.GetDelay(attempt), Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase(1)]
    [TestCase(1024)]
    [TestCase(1025)]
    [TestCase(int.MaxValue)]
    public void GetDelay_WithoutDelay_IsZero(int attempt)
    {
        var backoff = new Backoff(TimeSpan.Zero, TimeSpan.FromMinutes(10), () => 1);

        Assert.That(backoff.GetDelay(attempt), Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void GetDelay_ShortestDelay_ReachesTheMaximum()
    {
        var backoff = new Backoff(TimeSpan.FromTicks(1), TimeSpan.FromDays(20), () => 0.5);

        Assert.That(backoff.GetDelay(2000), Is.EqualTo(TimeSpan.FromDays(20)));
    }

    [Test]
    public void GetDelay_MaximumDelays_DoesNotOverflow()
    {
        var backoff = new Backoff(TimeSpan.FromDays(20), TimeSpan.FromDays(20), () => 1);

        Assert.That(backoff.GetDelay(int.MaxValue), Is.EqualTo(TimeSpan.FromDays(25)));
    }
}
