using GoogleCheckout.Sandbox.Service;

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
    public void Replay(ServiceInput.DeliveryAttempted attempted)
    {
        _numbers.Restore(attempted.SerialNumber, attempted.Attempt);
        lock (_gate)
        {
            if (!_orders.TryGetValue(attempted.GoogleOrderNumber, out var order))
            {
                return;
            }

            order.Replay(attempted);
            if (order.IsEmpty)
            {
                _orders.Remove(attempted.GoogleOrderNumber);
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
