namespace GoogleCheckout.Carts;

/// <summary>The message of a donation as a tribute to someone. Schema type <c>InTributeOfMessage</c>.</summary>
public sealed record InTributeOfMessage : AddressedBuyerMessage;
