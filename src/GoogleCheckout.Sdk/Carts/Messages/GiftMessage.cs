namespace GoogleCheckout.Carts;

/// <summary>A text to go with a gift. Schema type <c>GiftMessage</c>.</summary>
public sealed record GiftMessage : AddressedBuyerMessage;
