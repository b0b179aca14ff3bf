namespace GoogleCheckout.Endurance;

/// <summary>Counts what the host does. Thread-safe.</summary>
internal sealed class WorkCounter
{
    private int _carts;
    private int _notifications;
    private int _polled;
    private int _commands;
    private int _failed;

    public Work Current => new(_carts, _notifications, _polled, _commands, _failed);

    public void CountCart() => Interlocked.Increment(ref _carts);

    public void CountNotification(bool isPolledOrder)
    {
        Interlocked.Increment(ref _notifications);
        if (isPolledOrder)
        {
            Interlocked.Increment(ref _polled);
        }
    }

    public void CountCommand(bool isExecuted) => Interlocked.Increment(ref isExecuted ? ref _commands : ref _failed);
}
