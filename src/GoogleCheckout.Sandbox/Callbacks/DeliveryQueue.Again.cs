using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Callbacks;

// Deliveries that a person looks at or repeats.
internal sealed partial class DeliveryQueue
{
    /// <summary>Returns the next notification of each order that waits for a delivery, with the time of its attempt, the next one first.</summary>
    /// <param name="limit">The maximum number of notifications.</param>
    public IReadOnlyList<(Notification Notification, DateTimeOffset DueAt, int FailedAttempts)> GetWaiting(int limit)
    {
        lock (_gate)
        {
            return [.. _scheduled.UnorderedItems.OrderBy(item => item.Priority).Take(limit).Select(item => (item.Element.First.Notification, item.Priority.DueAt, item.Element.FailedAttempts))];
        }
    }

    /// <summary>
    /// Sends a body for a notification that was sent before, at once and once. If the merchant acknowledges the same serial number, the
    /// notification no longer waits for a further attempt.
    /// </summary>
    /// <param name="sent">A delivery of the notification.</param>
    /// <param name="body">The body to send, in the format of that delivery.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>The attempt and its result.</returns>
    /// <exception cref="InvalidOperationException">There is no callback URL.</exception>
    /// <exception cref="OperationCanceledException">The attempt was canceled.</exception>
    public async Task<SandboxDelivery> SendAgainAsync(SandboxDelivery sent, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var settings = Settings;
        if (settings.CallbackUrl is null)
        {
            throw new InvalidOperationException("The merchant has no callback URL to send it to.");
        }

        var attempt = _numbers.Take(sent.SerialNumber, sent.Attempt);
        var delivery = await _sender.SendAgainAsync(sent, body, attempt, settings, cancellationToken).ConfigureAwait(false);
        var endsWaiting = delivery.IsAcknowledged && SentBody.FindSerialNumber(delivery.ContentType, body) == sent.SerialNumber;

        // The caller finds the delivery in the log, so it must be the same object.
        delivery = delivery with { EndsWaiting = endsWaiting };
        _log.Add(delivery);
        if (endsWaiting)
        {
            StopWaiting(sent);
        }

        return delivery;
    }

    // A running attempt ends by itself: the merchant then receives the notification twice, as it does from any service that delivers at least once.
    private void StopWaiting(SandboxDelivery acknowledged)
    {
        lock (_gate)
        {
            if (_orders.TryGetValue(acknowledged.Notification.GoogleOrderNumber, out var order) && !order.IsEmpty && order.First.Notification.SerialNumber == acknowledged.SerialNumber && _scheduled.Remove(order, out _, out _))
            {
                Complete(order, acknowledged: true);
                StartDue();
            }
        }
    }
}
