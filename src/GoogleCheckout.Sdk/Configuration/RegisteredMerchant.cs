namespace GoogleCheckout.Configuration;

/// <summary>A registered merchant's mark in the container.</summary>
/// <param name="Name">The name it is registered under; empty for the only one of a program.</param>
/// <param name="ClientName">The name of its <c>HttpClient</c>, and the key of its <see cref="OptionsSnapshotCache"/>.</param>
internal sealed record RegisteredMerchant(string Name, string ClientName);
