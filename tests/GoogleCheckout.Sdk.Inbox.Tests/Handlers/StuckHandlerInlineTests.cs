using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Handlers;

[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class StuckHandlerInlineTests(DatabaseKind kind) : StuckHandlerTestBase(kind)
{
    [TestCase(false)]
    [TestCase(true)]
    public async Task HandleOnce_HandlerIgnoresItsToken_FailsAndFreesTheInbox(bool blocksThread)
    {
        var stuck = new StuckHandler("1", blocksThread);
        await using var node = CreateInlineNode();
        var first = HandleAsync(node, stuck, "1");
        await stuck.Begun;
        await PassLimitAsync();

        Assert.That(() => first.WaitAsync(Patience), Throws.TypeOf<TimeoutException>().With.Message.Contains("HandlerTimeout (00:05:00)"));

        var other = await HandleAsync(node, stuck, "2", "order-2").WaitAsync(Patience);
        var sameOrder = await HandleAsync(node, stuck, "3").WaitAsync(Patience);
        Assert.That(
            () => HandleAsync(node, stuck, "1").WaitAsync(Patience),
            Throws.InvalidOperationException.With.Message.Contains("still runs in this process"));
        stuck.Release();
        await WhenEndedAsync("1");
        var again = await HandleAsync(node, stuck, "1").WaitAsync(Patience);

        Assert.That((other, sameOrder, again), Is.EqualTo((true, true, true)));
        Assert.That(await Database.EffectsAsync(), Is.EquivalentTo(new[] { "1", "2", "3" }));
    }

    [Test]
    public async Task HandleOnce_RequestIsCanceledAndHandlerIgnoresIt_FreesTheInbox()
    {
        using var request = new CancellationTokenSource();
        var stuck = new StuckHandler("1");
        await using var node = CreateInlineNode();
        var first = HandleAsync(node, stuck, "1", cancellationToken: request.Token);
        await stuck.Begun;

        await request.CancelAsync();
        await PassGraceAsync();

        Assert.That(() => first.WaitAsync(Patience), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await HandleAsync(node, stuck, "2").WaitAsync(Patience), Is.True);
        stuck.Release();
        await WhenEndedAsync("1");
        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "2" }));
    }

    [Test]
    public async Task HandleOnce_HandlerHeedsItsToken_ThrowsTimeoutWithTheOption()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var node = CreateInlineNode();
        var handling = node.Inbox.HandleOnceAsync(
            Effects.Notification("1"),
            "",
            async (_, cancellationToken) =>
            {
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            },
            CancellationToken.None);
        await begun.Task.WaitAsync(Patience);

        Clock.Advance(HandlerTimeout);

        Assert.That(() => handling.WaitAsync(Patience), Throws.TypeOf<TimeoutException>().With.Message.Contains("canceled after HandlerTimeout (00:05:00)"));
        Assert.That(await Database.KeysAsync(), Is.Empty);
    }

    private ShopNode CreateInlineNode() => CreateNode((_, _, _) => Task.CompletedTask, options => options.Mode = NotificationInboxMode.Inline);

    private static Task<bool> HandleAsync(ShopNode node, StuckHandler handler, string serialNumber, string order = "order-1", CancellationToken cancellationToken = default)
    {
        Notification notification = Effects.Notification(serialNumber, order);
        return node.Inbox.HandleOnceAsync(notification, "", (context, token) => handler.HandleAsync(notification, context, token), cancellationToken);
    }
}
