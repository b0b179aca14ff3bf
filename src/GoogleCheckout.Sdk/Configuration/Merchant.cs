namespace GoogleCheckout.Configuration;

/// <summary>A registered merchant's mark in the container.</summary>
/// <param name="Name">The name it is registered under; empty for the only one of a program.</param>
/// <param name="ClientName">The name of its <c>HttpClient</c>, and the key of its <see cref="CurrentOptions"/>.</param>
internal sealed record Merchant(string Name, string ClientName);
