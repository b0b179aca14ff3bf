namespace GoogleCheckout;

/// <summary>Checks that the service is available and accepts the credentials. The response is <see cref="Bye"/>. Schema type <c>Hello</c>.</summary>
public sealed record Hello : CheckoutMessage;
