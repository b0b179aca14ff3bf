using NUnit.Framework;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>Dead letters that are put back into the queue.</summary>
[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class DeadLetterReplayTests(DatabaseKind kind)
{
    [Test]
    public async Task Replay_IdleWorker_IsWokenBeforeNextPoll([Values] bool all)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = new ShopNode(database.Main, (_, _, _) => throw new NotSupportedException(), new RealTimerTimeProvider(), options => options.MaxAttempts = 1);
        await node.StoreAsync(Effects.Notification("1"));
        await node.DrainAsync();

        // The signals raised so far are consumed; then the worker starts to wait.
        Task woken;
        do
        {
            woken = node.Signal.WaitAsync(CancellationToken.None).AsTask();
        }
        while (woken.IsCompleted);

        var replayed = all ? await node.DeadLetters.ReplayAllAsync() == 1 : await node.DeadLetters.ReplayAsync("1");

        Assert.That(replayed, Is.True);
        Assert.That(() => woken.WaitAsync(TimeSpan.FromSeconds(10)), Throws.Nothing);
    }
}
