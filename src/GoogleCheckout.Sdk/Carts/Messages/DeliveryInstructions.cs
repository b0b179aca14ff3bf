namespace GoogleCheckout.Carts;

/// <summary>The buyer's instructions for the carrier, for example where to leave the parcel. Schema type <c>DeliveryInstructions</c>.</summary>
public sealed record DeliveryInstructions : BoundedBuyerMessage;
