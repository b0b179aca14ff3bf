namespace GoogleCheckout.Carts;

/// <summary>A note from the buyer to the merchant. Schema type <c>BuyerNote</c>.</summary>
public sealed record BuyerNote : BoundedBuyerMessage;
