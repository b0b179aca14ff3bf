using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>The client and the times with which the outbox executes the commands of a merchant.</summary>
/// <param name="Client">The merchant's client.</param>
/// <param name="ReconcilerOptions">The merchant's options for lost responses.</param>
/// <param name="RequestTimeout">The time after which a request of the client is over.</param>
internal sealed record OutboxMerchant(CheckoutClient Client, OrderReconcilerOptions ReconcilerOptions, TimeSpan RequestTimeout);
