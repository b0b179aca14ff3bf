namespace GoogleCheckout.Http;

/// <summary>A registered merchant's mark in the container.</summary>
/// <param name="ClientName">The name of the merchant's <c>HttpClient</c>.</param>
internal sealed record Merchant(string ClientName);
