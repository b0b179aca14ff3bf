namespace GoogleCheckout.Carts;

/// <summary>To whom a donation is a tribute. Schema type <c>InTributeOfMessage</c>.</summary>
public sealed record InTributeOfMessage : AddressedBuyerMessage;
