namespace GoogleCheckout.Inbox.Polling;

/// <summary>The position and the results of one polling round.</summary>
internal sealed class PollingRound(PollingCursor start)
{
    private readonly HashSet<string> _failedOrders = [];

    /// <summary>The cursor up to which all notifications were handled.</summary>
    public PollingCursor Cursor { get; set; } = start;

    /// <summary>The time at which the cursor was last stored.</summary>
    public DateTimeOffset StoredAt { get; set; }

    /// <summary>The number of notifications that were handled, or stored in queued mode.</summary>
    public int Handled { get; set; }

    /// <summary>The number of notifications that the inbox already had.</summary>
    public int Duplicates { get; set; }

    /// <summary>The number of notifications that cannot be read, and were reported.</summary>
    public int Unreadable { get; set; }

    /// <summary>The number of notifications that failed, or were skipped after a failed one of the same order.</summary>
    public int NotHandled { get; private set; }

    public bool IsComplete => NotHandled == 0;

    /// <summary>The number of orders with a failed notification.</summary>
    public int FailedOrders => _failedOrders.Count;

    /// <summary>Returns true, and counts the notification as not handled, if an earlier notification of the same order failed in this round.</summary>
    public bool TrySkip(string orderNumber)
    {
        var skip = _failedOrders.Contains(orderNumber);
        NotHandled += skip ? 1 : 0;
        return skip;
    }

    public void Fail(string orderNumber)
    {
        _failedOrders.Add(orderNumber);
        NotHandled++;
    }
}
