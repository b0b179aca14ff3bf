using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>A client as many shops had it: after a lost response it sends the command again, without a look-up of the order. The judge must find what that costs.</summary>
internal sealed class RepeatingClient(CheckoutClient client) : CheckoutClient
{
    public override Task<IReadOnlyList<OrderSummary>> GetOrderSummariesAsync(IEnumerable<string> googleOrderNumbers, CancellationToken cancellationToken = default) =>
        client.GetOrderSummariesAsync(googleOrderNumbers, cancellationToken);

    public override async Task<RequestReceivedResponse> SendAsync(OrderCommand command, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                return await client.SendAsync(command, cancellationToken);
            }
            catch (CheckoutException e) when (e.OutcomeUnknown)
            {
                // It is sent again.
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        client.Dispose();
        base.Dispose(disposing);
    }
}
