using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Something that happens to an order: a command of the merchant's, or an act of the service's or the buyer's.</summary>
internal abstract record OrderEvent
{
    private OrderEvent()
    {
    }

    /// <summary>The merchant commands something.</summary>
    public sealed record CommandReceived(OrderCommand Command) : OrderEvent;

    /// <summary>The service finds no risk, and the bank reserves the money.</summary>
    public sealed record ReviewPassed : OrderEvent;

    /// <summary>The bank does not reserve the money.</summary>
    public sealed record CardDeclined : OrderEvent;

    /// <summary>The service finds the order too risky.</summary>
    public sealed record RiskRejected : OrderEvent;

    /// <summary>The bank pays the charge that runs.</summary>
    public sealed record CaptureSucceeded : OrderEvent;

    /// <summary>The bank does not pay the charge that runs.</summary>
    public sealed record CaptureFailed : OrderEvent;

    /// <summary>The buyer gives another card after one was declined.</summary>
    public sealed record CardReplaced(TestCard Card) : OrderEvent;

    /// <summary>The buyer gave no other card in time.</summary>
    public sealed record CardDeadlinePassed : OrderEvent;

    /// <summary>The bank answers to a new authorization that the merchant asked for.</summary>
    public sealed record AuthorizationAnswered : OrderEvent;

    /// <summary>The buyer's bank takes money back; all that is left where no amount is named.</summary>
    public sealed record ChargedBack(Money? Amount = null) : OrderEvent;

    /// <summary>The service cancels the order of its own accord.</summary>
    public sealed record CancelledByService(string Reason) : OrderEvent;

    /// <summary>A payment of a subscription is due that the service handles.</summary>
    /// <param name="Index">Which of the order's subscriptions.</param>
    public sealed record RecurrenceDue(int Index) : OrderEvent;

    /// <summary>The buyer ends a subscription; all of the order where no item is named.</summary>
    public sealed record SubscriptionCancelled(string? MerchantItemId, string Reason) : OrderEvent;

    /// <summary>The buyer cancels the order on the page of the receipt.</summary>
    public sealed record CancelledByBuyer : OrderEvent;
}
