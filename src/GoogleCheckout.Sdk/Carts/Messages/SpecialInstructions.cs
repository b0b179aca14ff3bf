namespace GoogleCheckout.Carts;

/// <summary>What the merchant should mind about the order. Schema type <c>SpecialInstructions</c>.</summary>
public sealed record SpecialInstructions : BoundedBuyerMessage;
