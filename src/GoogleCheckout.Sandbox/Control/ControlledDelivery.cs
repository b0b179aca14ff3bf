using System.Globalization;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>One request to wait for deliveries.</summary>
/// <param name="sandbox">The sandbox.</param>
internal sealed class ControlledDelivery(IControlledSandbox sandbox)
{
    // The merchant's response to a notification can cause more notifications, and so on.
    private const int MaxMoves = 1_000;

    // Not the number of the latest delivery: a full log forgets its oldest with each new one.
    private readonly HashSet<SandboxDelivery> _before = new(sandbox.Deliveries, ReferenceEqualityComparer.Instance);

    /// <summary>Waits for what is due. If asked for all, moves the clock to each attempt that waits, but not to a further one of a notification that failed meanwhile.</summary>
    public async Task<DeliveryReport> DeliverAsync(bool all, CancellationToken cancellationToken)
    {
        await sandbox.DeliverAsync(cancellationToken).ConfigureAwait(false);
        for (var moves = 0; all && moves < MaxMoves && sandbox.CallbackUrl is not null && FindNext() is { } dueAt; moves++)
        {
            await sandbox.AdvanceAsync(dueAt > sandbox.Now ? dueAt - sandbox.Now : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        }

        var attempts = GetAttempts().Select(DeliveryEntry.FromDelivery).ToList();
        var waiting = sandbox.GetWaitingDeliveries();
        DateTimeOffset? nextDueAt = waiting.Count > 0 ? waiting[0].DueAt : null;
        return new DeliveryReport(attempts, nextDueAt, attempts.Count == 0 ? DescribeNothing(nextDueAt) : null);
    }

    private DateTimeOffset? FindNext()
    {
        var failed = GetAttempts().Where(delivery => !delivery.IsAcknowledged).Select(delivery => delivery.SerialNumber).ToHashSet();
        var waiting = sandbox.GetWaitingDeliveries().Where(delivery => !failed.Contains(delivery.SerialNumber)).ToList();
        return waiting.Count > 0 ? waiting[0].DueAt : null;
    }

    private IEnumerable<SandboxDelivery> GetAttempts() => sandbox.Deliveries.Where(delivery => !_before.Contains(delivery));

    private string DescribeNothing(DateTimeOffset? nextDueAt) => (sandbox.CallbackUrl, nextDueAt) switch
    {
        (null, _) => "There is no callback URL. POST /sandbox/callback sets it; notifications of earlier events are only in the history.",
        (_, { } dueAt) => string.Create(CultureInfo.InvariantCulture, $"Nothing is due before {dueAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}; now it is {sandbox.Now.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}. {{\"all\": true}} moves the clock there, and so does POST /sandbox/clock."),
        _ => "Nothing waits: all notifications were acknowledged.",
    };
}
