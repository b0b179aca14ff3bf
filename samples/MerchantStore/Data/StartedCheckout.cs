namespace MerchantStore.Data;

/// <summary>A cart that was sent to Google Checkout. Its id becomes the shop's order number; many carts do not become orders, so those have gaps.</summary>
internal sealed class StartedCheckout
{
    public long Id { get; init; }

    public DateTimeOffset StartedAt { get; init; }
}
