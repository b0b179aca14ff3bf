using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>A client that checks before each command that this worker still has the order, and records that the command is about to be sent.</summary>
/// <param name="client">The merchant's client, which is not disposed.</param>
/// <param name="lookUp">The first look-up of the order, which is under way; null if there is none.</param>
/// <param name="beginSend">Throws if the command must not be sent.</param>
internal sealed class GuardedClient(CheckoutClient client, Task<IReadOnlyList<OrderSummary>>? lookUp, Func<CancellationToken, Task> beginSend) : CheckoutClient
{
    private Task<IReadOnlyList<OrderSummary>>? _next = lookUp;

    /// <summary>Looks up an order. The next look-up returns the same: nothing is sent between the two, and no other worker has the order.</summary>
    public async Task<OrderSummary?> LookUpForNextAsync(string googleOrderNumber, CancellationToken cancellationToken)
    {
        var current = GetOrderSummariesAsync([googleOrderNumber], cancellationToken);
        var orders = await current.ConfigureAwait(false);
        _next = current;
        return orders.Count > 0 ? orders[0] : null;
    }

    public override Task<IReadOnlyList<OrderSummary>> GetOrderSummariesAsync(IEnumerable<string> googleOrderNumbers, CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _next, null) is { } next ? next.WaitAsync(cancellationToken) : client.GetOrderSummariesAsync(googleOrderNumbers, cancellationToken);

    public override async Task<RequestReceivedResponse> SendAsync(OrderCommand command, CancellationToken cancellationToken = default)
    {
        await beginSend(cancellationToken).ConfigureAwait(false);
        return await client.SendAsync(command, cancellationToken).ConfigureAwait(false);
    }
}
