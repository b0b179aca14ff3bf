namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>
/// The notifications of one order that the merchant has not acknowledged, oldest first. It is never empty while it is kept,
/// but where one is held back for a next that has not come yet.
/// </summary>
internal sealed class OrderQueue(string googleOrderNumber)
{
    private readonly LinkedList<PendingDelivery> _pending = [];

    public string GoogleOrderNumber { get; } = googleOrderNumber;

    public bool IsEmpty => _pending.Count == 0;

    public PendingDelivery First => _pending.First!.Value;

    /// <summary>What goes out once the next has been delivered.</summary>
    public PendingDelivery? HeldBack { get; set; }

    /// <summary>How often the first of them was sent in vain.</summary>
    public int FailedAttempts { get; set; }

    /// <summary>When the first of them is to be sent.</summary>
    public DateTimeOffset DueAt { get; set; }

    public void Add(PendingDelivery delivery) => _pending.AddLast(delivery);

    public PendingDelivery TakeFirst()
    {
        var first = First;
        _pending.RemoveFirst();
        return first;
    }

    /// <summary>Lets what was held back be the next.</summary>
    public void Release()
    {
        if (HeldBack is { } held)
        {
            HeldBack = null;
            _pending.AddFirst(held);
        }
    }
}
