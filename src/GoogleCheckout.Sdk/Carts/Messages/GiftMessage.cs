namespace GoogleCheckout.Carts;

/// <summary>The message of a gift. Schema type <c>GiftMessage</c>.</summary>
public sealed record GiftMessage : AddressedBuyerMessage;
