namespace GoogleCheckout.Inbox.Polling;

/// <summary>What became of the notifications of one round.</summary>
internal sealed class PollingRound
{
    private readonly HashSet<string> _failedOrders = [];

    /// <summary>Handled now, or stored to be.</summary>
    public int Handled { get; set; }

    /// <summary>The inbox had seen them before.</summary>
    public int Duplicates { get; set; }

    /// <summary>Failed, or wait for one of the same order that did.</summary>
    public int NotHandled { get; private set; }

    public bool IsComplete => NotHandled == 0;

    /// <summary>How many orders there are with a notification that failed.</summary>
    public int FailedOrders => _failedOrders.Count;

    /// <summary>Whether a notification of the order failed, so that this one, which came later, waits for it.</summary>
    public bool Waits(string orderNumber)
    {
        var waits = _failedOrders.Contains(orderNumber);
        NotHandled += waits ? 1 : 0;
        return waits;
    }

    public void Fail(string orderNumber)
    {
        _failedOrders.Add(orderNumber);
        NotHandled++;
    }
}
