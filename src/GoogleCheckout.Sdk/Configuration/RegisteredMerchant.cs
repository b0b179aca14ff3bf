namespace GoogleCheckout.Configuration;

/// <summary>Marks a merchant as registered in the container.</summary>
/// <param name="Name">The name of the registration; empty for the only merchant of a program.</param>
/// <param name="ClientName">The name of the <c>HttpClient</c>, and the service key of the <see cref="OptionsSnapshotCache"/>.</param>
internal sealed record RegisteredMerchant(string Name, string ClientName);
