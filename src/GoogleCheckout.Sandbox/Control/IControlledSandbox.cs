using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>What the control endpoint needs of the sandbox it belongs to, so that the endpoint does not depend on what hosts it.</summary>
internal interface IControlledSandbox
{
    DateTimeOffset Now { get; }

    Uri? CallbackUrl { get; set; }

    SandboxFaults Faults { get; }

    IReadOnlyList<SandboxRequest> Requests { get; }

    IReadOnlyList<SandboxDelivery> Deliveries { get; }

    /// <summary>All orders as they are now, oldest first.</summary>
    IReadOnlyList<OrderSummary> Orders();

    /// <summary>The order as it is now; null if there is none of that number.</summary>
    OrderSummary? FindOrder(string googleOrderNumber);

    Task<NewOrderNotification> PlaceOrderAsync(CheckoutRedirect redirect, Action<SandboxBuyer>? buyer, CancellationToken cancellationToken);

    Task<ChargebackAmountNotification> ChargebackAsync(string googleOrderNumber, Money? amount, CancellationToken cancellationToken);

    Task<OrderStateChangeNotification> CancelByGoogleAsync(string googleOrderNumber, string reason, CancellationToken cancellationToken);

    Task<OrderStateChangeNotification> CancelByBuyerAsync(string googleOrderNumber, CancellationToken cancellationToken);

    Task ReplaceCardAsync(string googleOrderNumber, TestCard card, CancellationToken cancellationToken);

    Task AdvanceAsync(TimeSpan time, CancellationToken cancellationToken);

    Task DeliverAsync(CancellationToken cancellationToken);
}
