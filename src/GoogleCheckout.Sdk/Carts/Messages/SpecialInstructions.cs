namespace GoogleCheckout.Carts;

/// <summary>The buyer's instructions to the merchant about the order. Schema type <c>SpecialInstructions</c>.</summary>
public sealed record SpecialInstructions : BoundedBuyerMessage;
