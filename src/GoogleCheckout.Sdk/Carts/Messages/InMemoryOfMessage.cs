namespace GoogleCheckout.Carts;

/// <summary>Whom a donation remembers. Schema type <c>InMemoryOfMessage</c>.</summary>
public sealed record InMemoryOfMessage : AddressedBuyerMessage;
