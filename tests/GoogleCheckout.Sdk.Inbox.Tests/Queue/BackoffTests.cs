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

    [Test]
    public void GetDelay_MaximumDelays_DoesNotOverflow()
    {
        var backoff = new Backoff(TimeSpan.FromDays(20), TimeSpan.FromDays(20), () => 1);

        Assert.That(backoff.GetDelay(int.MaxValue), Is.EqualTo(TimeSpan.FromDays(25)));
    }
}
