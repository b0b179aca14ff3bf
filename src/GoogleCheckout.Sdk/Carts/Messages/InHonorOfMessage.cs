namespace GoogleCheckout.Carts;

/// <summary>Whom a donation honors. Schema type <c>InHonorOfMessage</c>.</summary>
public sealed record InHonorOfMessage : AddressedBuyerMessage;
