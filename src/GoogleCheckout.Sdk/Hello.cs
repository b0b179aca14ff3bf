namespace GoogleCheckout;

/// <summary>Asks the service whether it is there and accepts the credentials; it answers <see cref="Bye"/>. Schema type <c>Hello</c>.</summary>
public sealed record Hello : CheckoutMessage;
