namespace GoogleCheckout.Carts;

/// <summary>What the buyer would like besides. Schema type <c>SpecialRequests</c>.</summary>
public sealed record SpecialRequests : BoundedBuyerMessage;
