namespace GoogleCheckout.Sandbox.Callbacks;

/// <content>The replay of a journal.</content>
internal sealed partial class DeliveryQueue
{
    private bool _paused;

    /// <summary>Stops the attempts until <see cref="Resume"/>, to replay a journal. No attempt may be running.</summary>
    public void Pause()
    {
        lock (_gate)
        {
            _paused = true;
        }
    }

    /// <summary>Repeats what an attempt of an earlier process changed.</summary>
    /// <param name="googleOrderNumber">The order number.</param>
    /// <param name="serialNumber">The serial number of the notification.</param>
    /// <param name="attempt">The number of the attempt.</param>
    /// <param name="isAcknowledged">Whether the notification is not sent again.</param>
    public void Replay(string googleOrderNumber, string serialNumber, int attempt, bool isAcknowledged)
    {
        lock (_gate)
        {
            if (!_orders.TryGetValue(googleOrderNumber, out var order))
            {
                return;
            }

            order.Replay(serialNumber, attempt, isAcknowledged);
            if (order.IsEmpty)
            {
                _orders.Remove(googleOrderNumber);
            }
        }
    }

    /// <summary>Continues after <see cref="Pause"/>. Everything that is not acknowledged is sent at once.</summary>
    public void Resume()
    {
        lock (_gate)
        {
            if (!_paused)
            {
                return;
            }

            _paused = false;
            foreach (var order in _orders.Values)
            {
                Schedule(order, _clock.Now);
            }

            StartDue();
        }
    }
}
