using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>A client that checks before each command that this worker still has the order, and records that the command is about to be sent.</summary>
/// <param name="client">The merchant's client, which is not disposed.</param>
/// <param name="beginSend">Throws if the command must not be sent.</param>
internal sealed class GuardedClient(CheckoutClient client, Func<CancellationToken, Task> beginSend) : CheckoutClient
{
    public override Task<IReadOnlyList<OrderSummary>> GetOrderSummariesAsync(IEnumerable<string> googleOrderNumbers, CancellationToken cancellationToken = default) =>
        client.GetOrderSummariesAsync(googleOrderNumbers, cancellationToken);

    public override async Task<RequestReceivedResponse> SendAsync(OrderCommand command, CancellationToken cancellationToken = default)
    {
        await beginSend(cancellationToken).ConfigureAwait(false);
        return await client.SendAsync(command, cancellationToken).ConfigureAwait(false);
    }
}
