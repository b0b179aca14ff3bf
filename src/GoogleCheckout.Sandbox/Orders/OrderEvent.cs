using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>An event of an order: a command of the merchant, or an action of the service, the bank or the buyer.</summary>
internal abstract record OrderEvent
{
    private OrderEvent()
    {
    }

    /// <summary>The merchant sends a command.</summary>
    public sealed record CommandReceived(OrderCommand Command) : OrderEvent;

    /// <summary>The service finds no risk, and the bank authorizes the amount.</summary>
    public sealed record ReviewPassed : OrderEvent;

    /// <summary>The bank does not authorize the amount.</summary>
    public sealed record CardDeclined : OrderEvent;

    /// <summary>The service finds the order too risky.</summary>
    public sealed record RiskRejected : OrderEvent;

    /// <summary>The bank pays the charge in progress.</summary>
    public sealed record CaptureSucceeded : OrderEvent;

    /// <summary>The bank declines the charge in progress.</summary>
    public sealed record CaptureFailed : OrderEvent;

    /// <summary>The buyer enters another card after one was declined.</summary>
    public sealed record CardReplaced(TestCard Card) : OrderEvent;

    /// <summary>The buyer did not enter another card in time.</summary>
    public sealed record CardDeadlinePassed : OrderEvent;

    /// <summary>The bank responds to an authorization that the merchant requested.</summary>
    public sealed record AuthorizationAnswered : OrderEvent;

    /// <summary>The buyer's bank charges money back.</summary>
    /// <param name="Amount">The amount; null for the full amount that is left.</param>
    public sealed record ChargedBack(Money? Amount = null) : OrderEvent;

    /// <summary>The service cancels the order.</summary>
    public sealed record CancelledByService(string Reason) : OrderEvent;

    /// <summary>A payment of a Google-handled subscription is due.</summary>
    /// <param name="Index">The index of the subscription in the order.</param>
    public sealed record RecurrenceDue(int Index) : OrderEvent;

    /// <summary>The buyer cancels subscriptions.</summary>
    /// <param name="MerchantItemId">The item with the subscription; null for all subscriptions of the order.</param>
    /// <param name="Reason">The reason.</param>
    public sealed record SubscriptionCancelled(string? MerchantItemId, string Reason) : OrderEvent;

    /// <summary>The buyer cancels the order on the receipt page.</summary>
    public sealed record CancelledByBuyer : OrderEvent;
}
