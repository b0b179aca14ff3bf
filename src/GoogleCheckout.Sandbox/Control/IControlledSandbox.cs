using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>The members of the sandbox that the control endpoint uses, so that the endpoint does not depend on the host.</summary>
internal interface IControlledSandbox
{
    DateTimeOffset Now { get; }

    Uri? CallbackUrl { get; set; }

    SandboxFaults Faults { get; }

    IReadOnlyList<SandboxRequest> Requests { get; }

    IReadOnlyList<SandboxDelivery> Deliveries { get; }

    /// <summary>Returns the current summaries of all orders, oldest first; empty if there are none.</summary>
    IReadOnlyList<OrderSummary> Orders();

    /// <summary>Returns the current summary of the order; null if the order does not exist.</summary>
    OrderSummary? FindOrder(string googleOrderNumber);

    Task<NewOrderNotification> PlaceOrderAsync(CheckoutRedirect redirect, Action<SandboxBuyer>? buyer, CancellationToken cancellationToken);

    Task<ChargebackAmountNotification> ChargebackAsync(string googleOrderNumber, Money? amount, CancellationToken cancellationToken);

    Task<OrderStateChangeNotification> CancelByGoogleAsync(string googleOrderNumber, string reason, CancellationToken cancellationToken);

    Task<OrderStateChangeNotification> CancelByBuyerAsync(string googleOrderNumber, CancellationToken cancellationToken);

    Task<CancelledSubscriptionNotification> CancelSubscriptionAsync(string googleOrderNumber, string? merchantItemId, string reason, CancellationToken cancellationToken);

    Task ReplaceCardAsync(string googleOrderNumber, TestCard card, CancellationToken cancellationToken);

    Task AdvanceAsync(TimeSpan time, CancellationToken cancellationToken);

    /// <summary>Returns the serial number of the next notification of each order that waits for an attempt, and the time of it, the next one first.</summary>
    IReadOnlyList<(string SerialNumber, DateTimeOffset DueAt)> GetWaitingDeliveries();

    Task DeliverAsync(CancellationToken cancellationToken);
}
