namespace GoogleCheckout.Carts;

/// <summary>What the carrier should know, such as where to leave the parcel. Schema type <c>DeliveryInstructions</c>.</summary>
public sealed record DeliveryInstructions : BoundedBuyerMessage;
