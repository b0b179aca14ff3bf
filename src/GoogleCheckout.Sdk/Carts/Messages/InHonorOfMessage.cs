namespace GoogleCheckout.Carts;

/// <summary>The message of a donation in someone's honor. Schema type <c>InHonorOfMessage</c>.</summary>
public sealed record InHonorOfMessage : AddressedBuyerMessage;
