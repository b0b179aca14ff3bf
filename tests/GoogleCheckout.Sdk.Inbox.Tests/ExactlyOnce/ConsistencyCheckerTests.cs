using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>The judge of the runs sees what it is there to see.</summary>
public class ConsistencyCheckerTests
{
    private const string Order = "100000000000001";

    [Test]
    public void Decide_EachEffectOnce_IsExactlyOnce()
    {
        var verdict = ConsistencyChecker.Decide([Sent("a", 0), Sent("b", 1)], [Effect("a", 10), Effect("b", 20)], 0, isQueued: true);

        Assert.Multiple(() =>
        {
            Assert.That(verdict.IsExactlyOnce, Is.True);
            Assert.That(verdict.Choices, Is.EqualTo(1));
        });
    }

    [Test]
    public void Decide_DuplicateEffect_IsReported()
    {
        var verdict = ConsistencyChecker.Decide([Sent("a", 0)], [Effect("a", 10), Effect("a", 20), Effect("a", 30)], 0, isQueued: false);

        Assert.Multiple(() =>
        {
            Assert.That(verdict.IsExactlyOnce, Is.False);
            Assert.That(verdict.Doubled, Is.EqualTo(2));
            Assert.That(verdict.Missing, Is.Zero);
        });
    }

    [Test]
    public void Decide_MissingAndDuplicateEffect_ReportsBoth()
    {
        var verdict = ConsistencyChecker.Decide([Sent("a", 0), Sent("b", 1)], [Effect("a", 10), Effect("a", 20)], 0, isQueued: false);

        Assert.Multiple(() =>
        {
            Assert.That(verdict.IsExactlyOnce, Is.False);
            Assert.That(verdict.Doubled, Is.EqualTo(1));
            Assert.That(verdict.Missing, Is.EqualTo(1));
        });
    }

    [Test]
    public void Decide_EffectOfUnsentNotification_IsReported()
    {
        var verdict = ConsistencyChecker.Decide([Sent("a", 0)], [Effect("a", 10), Effect("b", 20)], 0, isQueued: false);

        Assert.Multiple(() =>
        {
            Assert.That(verdict.IsExactlyOnce, Is.False);
            Assert.That(verdict.Strangers, Is.EqualTo(1));
        });
    }

    [Test]
    public void Decide_UnacknowledgedNotification_IsNotExactlyOnce()
    {
        var verdict = ConsistencyChecker.Decide([Sent("a", 0, acknowledged: null)], [Effect("a", 10)], 0, isQueued: false);

        Assert.Multiple(() =>
        {
            Assert.That(verdict.IsExactlyOnce, Is.False);
            Assert.That(verdict.Acknowledged, Is.Zero);
        });
    }

    [Test]
    public void Decide_ConcurrentHandlersOfOneOrder_IsReported()
    {
        var verdict = ConsistencyChecker.Decide([Sent("a", 0), Sent("b", 1)], [Effect("a", 10, ended: 25), Effect("b", 20)], 0, isQueued: false);

        Assert.Multiple(() =>
        {
            Assert.That(verdict.IsExactlyOnce, Is.False);
            Assert.That(verdict.Overlaps, Is.EqualTo(1));
        });
    }

    [Test]
    public void Decide_ConcurrentHandlersOfTwoOrders_IsAllowed()
    {
        var verdict = ConsistencyChecker.Decide([Sent("a", 0), Sent("b", 1, "2")], [Effect("a", 10, ended: 25), Effect("b", 20, order: "2")], 0, isQueued: false);

        Assert.That(verdict.IsExactlyOnce, Is.True);
    }

    [Test]
    public void Decide_OverlapThatWasRolledBack_IsReported()
    {
        var verdict = ConsistencyChecker.Decide([Sent("a", 0)], [Effect("a", 10)], reportedOverlaps: 1, isQueued: false);

        Assert.Multiple(() =>
        {
            Assert.That(verdict.IsExactlyOnce, Is.False);
            Assert.That(verdict.Overlaps, Is.EqualTo(1));
        });
    }

    [Test]
    public void Decide_LaterNotificationBeforeWaitingEarlierOne_IsReported()
    {
        var verdict = ConsistencyChecker.Decide([Sent("early", 0), Sent("late", 1)], [Effect("late", 10), Effect("early", 20)], 0, isQueued: true);

        Assert.Multiple(() =>
        {
            Assert.That(verdict.IsExactlyOnce, Is.False);
            Assert.That(verdict.OutOfOrder, Is.EqualTo(1));
        });
    }

    [Test]
    public void Decide_SameTimestampOutOfArrivalOrder_IsReported()
    {
        var verdict = ConsistencyChecker.Decide([Sent("first", 0, sent: 0, acknowledged: 2), Sent("second", 0, sent: 3, acknowledged: 4)], [Effect("second", 10), Effect("first", 20)], 0, isQueued: true);

        Assert.That(verdict.OutOfOrder, Is.EqualTo(1));
    }

    [Test]
    public void Decide_EarlierNotificationMayHaveArrivedMeanwhile_IsAllowed()
    {
        var verdict = ConsistencyChecker.Decide([Sent("early", 0, acknowledged: 11), Sent("late", 1)], [Effect("late", 10), Effect("early", 20)], 0, isQueued: true);

        Assert.Multiple(() =>
        {
            Assert.That(verdict.IsExactlyOnce, Is.True);
            Assert.That(verdict.Choices, Is.Zero);
        });
    }

    private static Sending Sent(string serialNumber, int second, string order = Order, long sent = 0, long? acknowledged = 1)
    {
        var sending = new Sending(new OrderStateChangeNotification
        {
            SerialNumber = serialNumber,
            GoogleOrderNumber = order,
            Timestamp = DateTimeOffset.UnixEpoch.AddSeconds(second),
            NewFinancialOrderState = Orders.FinancialOrderState.Charged,
            NewFulfillmentOrderState = Orders.FulfillmentOrderState.New,
            PreviousFinancialOrderState = Orders.FinancialOrderState.Charging,
            PreviousFulfillmentOrderState = Orders.FulfillmentOrderState.New,
        });
        sending.IsSentAt(sent);
        if (acknowledged is { } time)
        {
            sending.IsAcknowledgedAt(time);
        }

        return sending;
    }

    private static Effect Effect(string serialNumber, long began, long? ended = null, string order = Order) =>
        new(serialNumber, order, began, began, ended ?? began + 5);
}
