using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>A client that checks before each command that this worker still has the order, and records that the command is about to be sent.</summary>
/// <param name="client">The merchant's client, which is not disposed.</param>
/// <param name="beginSend">Throws if the command must not be sent.</param>
internal sealed class GuardedClient(CheckoutClient client, Func<CancellationToken, Task> beginSend) : CheckoutClient
{
    private IReadOnlyList<OrderSummary>? _known;

    /// <summary>Looks up an order. The next look-up returns the same: nothing is sent between the two, and no other worker has the order.</summary>
    public async Task<OrderSummary?> LookUpForNextAsync(string googleOrderNumber, CancellationToken cancellationToken)
    {
        _known = await client.GetOrderSummariesAsync([googleOrderNumber], cancellationToken).ConfigureAwait(false);
        return _known.Count > 0 ? _known[0] : null;
    }

    public override Task<IReadOnlyList<OrderSummary>> GetOrderSummariesAsync(IEnumerable<string> googleOrderNumbers, CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _known, null) is { } known ? Task.FromResult(known) : client.GetOrderSummariesAsync(googleOrderNumbers, cancellationToken);

    public override async Task<RequestReceivedResponse> SendAsync(OrderCommand command, CancellationToken cancellationToken = default)
    {
        await beginSend(cancellationToken).ConfigureAwait(false);
        return await client.SendAsync(command, cancellationToken).ConfigureAwait(false);
    }
}
