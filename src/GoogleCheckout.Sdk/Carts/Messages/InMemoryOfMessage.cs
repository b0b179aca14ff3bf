namespace GoogleCheckout.Carts;

/// <summary>The message of a donation in someone's memory. Schema type <c>InMemoryOfMessage</c>.</summary>
public sealed record InMemoryOfMessage : AddressedBuyerMessage;
