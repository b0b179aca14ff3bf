using GoogleCheckout.Orders;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The service for one order: what a command and a query do is up to the test.</summary>
internal sealed class ScriptedClient : CheckoutClient
{
    private int _queries;

    public List<OrderCommand> Sent { get; } = [];

    public int Queries => _queries;

    public Func<OrderCommand, Task> OnCommand { get; set; } = _ => Task.CompletedTask;

    /// <summary>Answers the query with this number, from 1; with null if the service does not know the order.</summary>
    public Func<int, Task<OrderSummary?>> OnQuery { get; set; } = _ => throw new CheckoutException("Nobody answers.") { IsTransient = true };

    public override Task<RequestReceivedResponse> SendAsync(OrderCommand command, CancellationToken cancellationToken = default)
    {
        Sent.Add(command);
        var sending = OnCommand(command);
        return AnswerAsync(sending);
    }

    public override async Task<IReadOnlyList<OrderSummary>> GetOrderSummariesAsync(IEnumerable<string> googleOrderNumbers, CancellationToken cancellationToken = default) =>
        await OnQuery(Interlocked.Increment(ref _queries)) is { } summary ? [summary] : [];

    private static async Task<RequestReceivedResponse> AnswerAsync(Task sending)
    {
        await sending;
        return new RequestReceivedResponse { SerialNumber = "received" };
    }
}
