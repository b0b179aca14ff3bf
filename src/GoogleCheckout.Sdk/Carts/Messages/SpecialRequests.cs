namespace GoogleCheckout.Carts;

/// <summary>The buyer's additional requests. Schema type <c>SpecialRequests</c>.</summary>
public sealed record SpecialRequests : BoundedBuyerMessage;
